import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Answer, Envelope, Input, Method } from '#app/contract/index.ts';
import { settableClock } from '#main/clock.ts';
import { madeOnce } from '#main/made-once.fixture.ts';
import { lightKdf } from '#main/vault/kdf.ts';
import { filledVault } from '#tests/bench/fill.ts';
import { expect, start, test, type Started } from './fixture.ts';
import { openMaterials } from './materials-world.ts';

const count = 700;
const newestFirst = { by: 'registeredAt', direction: 'descending' } as const;
const grid = (page: Page) => page.getByRole('grid', { name: 'Материалы' });
const numberAt = (page: Page, row: number) => grid(page).locator(`[data-cell="${row}:1"]`);

/** What the desk keeps of layouts, as it lies there. */
const layouts = (page: Page) => page.evaluate(async () => {
  const open = indexedDB.open('desk');
  const db = await new Promise<IDBDatabase>((done) => { open.addEventListener('success', () => done(open.result)); });
  const kept: unknown[] = await new Promise((done) => { const asked = db.transaction('layouts').objectStore('layouts').getAll(); asked.addEventListener('success', () => done(asked.result)); });
  db.close();
  return JSON.stringify(kept);
});

test.describe('a list of some hundred materials', () => {
  let world: Started;
  let page: Page;
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> => {
    const envelope = JSON.parse(await world.program.registry.call(method, JSON.stringify(input))) as Envelope<Answer<M>>;
    if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.refusals)}`);
    return envelope.value;
  };
  /** Every registration number in the order of the list, walked by cursors past the window. */
  const numbers = async (): Promise<string[]> => {
    const all: string[] = [];
    let cursor: string | null = null;
    do {
      const { rows, next }: Answer<'materials.page'> = await ask('materials.page', { filter: {}, sort: newestFirst, cursor, limit: 200 });
      all.push(...rows.map(({ regNo }) => regNo));
      cursor = next;
    } while (cursor !== null);
    return all;
  };
  /** Questions about the list that stand in the journal (Art. 11), the latest first. */
  const questions = async () => {
    const { rows, total } = await ask('journal.page', { officer: null, kind: 'search.run', result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 20 });
    return { total, latest: JSON.stringify(rows[0]) };
  };

  test.beforeEach(async () => {
    const from = await madeOnce('long-list', async (folder) => (await filledVault(join(folder, 'vault'), count)).lock());
    world = await start({ from, clock: settableClock('2026-11-22T10:00:00'), kdf: lightKdf });
    await ask('session.unlock', { login: 'director', passphrase: 'fictional' });
    page = world.page();
    await page.reload();
  });
  test.afterEach(async () => { await world.close(); });

  test('shows the right rows after End, Home, PageDown, PageUp, the wheel and a drag of the scrollbar', async () => {
    const all = await numbers();
    expect(all).toHaveLength(count);
    const right = async (first: number, last: number) => {
      for (let row = first; row <= last; row += 1) await expect(numberAt(page, row)).toHaveText(all[row] ?? 'no such row');
    };
    const focused = () => page.locator(':focus').getAttribute('data-cell').then((cell) => Number(cell?.split(':')[0]));
    await openMaterials(page);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', String(count + 1));
    await expect(grid(page).locator('[data-cell="0:0"]')).toBeFocused();
    await right(0, 10);

    await page.keyboard.press('Control+End');
    await expect.poll(focused).toBe(count - 1);
    await right(count - 10, count - 1);

    for (let n = 0; n < 8; n += 1) await page.keyboard.press('PageUp');
    const above = await focused();
    expect(above).toBeLessThan(count - 50);
    await right(above, above + 8);

    await page.keyboard.press('Control+Home');
    await expect.poll(focused).toBe(0);
    for (let n = 0; n < 9; n += 1) await page.keyboard.press('PageDown');
    const below = await focused();
    expect(below).toBeGreaterThan(100);
    await right(below - 8, below);

    // A drag by the bar itself, past three pages: only where it comes to rest is asked for, and where a busy machine let it halt.
    await page.keyboard.press('Control+Home');
    await right(0, 5);
    const before = await questions();
    const box = await grid(page).boundingBox();
    if (!box) throw new Error('no list');
    const bar = await grid(page).evaluate((element) => element instanceof HTMLElement ? element.offsetWidth - element.clientWidth : 0);
    expect(bar, 'the list has a scrollbar that can be taken hold of').toBeGreaterThan(4);
    const x = box.x + box.width - bar / 2;
    await page.mouse.move(x, box.y + bar + 6);
    await page.mouse.down();
    for (let n = 1; n <= 6; n += 1) await page.mouse.move(x, box.y + bar + 6 + (n / 6) * box.height * 0.42);
    const top = () => grid(page).evaluate((element) => Math.ceil(element.scrollTop / 28));
    /** The first row wholly in view, once the list stands still. */
    const still = async () => {
      for (let last = await top(); ; ) {
        await page.evaluate(() => new Promise((done) => { setTimeout(done, 150); }));
        const now = await top();
        if (now === last) return now;
        last = now;
      }
    };
    const first = await still();
    expect(first).toBeGreaterThan(200);
    await right(first + 1, first + 8);
    await page.mouse.up();
    expect((await questions()).total - before.total).toBeLessThanOrEqual(2);

    await page.mouse.move(box.x + 200, box.y + 200);
    for (let n = 0; n < 40; n += 1) await page.mouse.wheel(0, -120);
    const up = await still();
    expect(up).toBeLessThan(first - 50);
    await right(up + 1, up + 8);
  });

  test('is asked for once when it is opened, as the officer has sorted it, and once when one comes back to a row deep in it', async () => {
    await openMaterials(page);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(grid(page).getByRole('columnheader', { name: 'Рег. №' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(numberAt(page, 0)).toHaveText(/^AZ-01\//);
    await expect.poll(() => layouts(page)).toContain('\\"by\\":\\"regNo\\"');
    await page.reload();
    await expect(page.getByRole('main')).toBeVisible();
    const before = await questions();
    await openMaterials(page);
    await expect(numberAt(page, 0)).toHaveText(/^AZ-01\//);
    const opened = await questions();
    expect(opened.total - before.total).toBe(1);

    await page.keyboard.press('Control+End');
    await expect(numberAt(page, count - 1)).toHaveText(/^[A-Z]{2}-/);
    const end = await numberAt(page, count - 1).textContent();
    const atEnd = await questions();
    expect(atEnd.total - opened.total).toBe(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: end ?? '' })).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(grid(page).locator(`[data-cell^="${count - 1}:"]:focus`)).toHaveCount(1);
    await expect(numberAt(page, count - 1)).toHaveText(end ?? '');
    expect((await questions()).total - atEnd.total).toBe(1);
  });
});
