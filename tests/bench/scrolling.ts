import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { systemClock } from '#main/clock.ts';
import { startProgram } from '#main/program.ts';
import { createRegistry } from '#main/registry.ts';
import { createChromiumPrinter } from '#main/shell/chromium/printer.ts';
import { createChromiumShell } from '#main/shell/chromium/shell.ts';
import { median, type Figure } from './figure.ts';
import { filledVault } from './fill.ts';

/** Three seconds at sixty frames, four rows and more new in each. */
const frames = 180;
const pixelsPerFrame = 120;
/** So quick that also in the short list of the peer each move leads past all that was in view before. */
const dragFrames = 10;

interface Scrolled { readonly mean: number; readonly longest: number; readonly unready: number }

/** Scrolls the list on and, at its end, back; milliseconds of its frames, and how many frames showed a row that was still awaited. */
const scroll = (page: Page): Promise<Scrolled> => page.evaluate(({ count, step }) => new Promise<Scrolled>((done) => {
  const grid = document.querySelector('[role=grid]');
  if (!grid) throw new Error('no list');
  const taken: number[] = [];
  let [last, way, unready] = [0, step, 0];
  const frame = (now: number): void => {
    if (last > 0) taken.push(now - last);
    last = now;
    const [top, bottom] = [grid.scrollTop, grid.scrollTop + grid.clientHeight];
    if ([...grid.querySelectorAll('[class*=waiting]')].some((cell) => {
      const row = cell.closest<HTMLElement>('[role=row]');
      const at = Number(row?.ariaRowIndex) - 1;
      const height = Number.parseFloat(row?.style.height ?? '');
      return (at + 1) * height > top && at * height < bottom - height;
    })) unready += 1;
    if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) way = -step;
    if (grid.scrollTop === 0) way = step;
    grid.scrollTop += way;
    if (taken.length < count) requestAnimationFrame(frame);
    else done({ mean: taken.reduce((sum, one) => sum + one, 0) / taken.length, longest: Math.max(...taken), unready });
  };
  requestAnimationFrame(frame);
}), { count: frames, step: pixelsPerFrame });

/** Drags the list from its top to the middle; milliseconds from the last move until every row in view is there. */
const drag = (page: Page): Promise<number> => page.evaluate((count) => new Promise<number>((done) => {
  const grid = document.querySelector('[role=grid]');
  if (!grid) throw new Error('no list');
  const middle = (grid.scrollHeight - grid.clientHeight) / 2;
  let [n, arrived] = [0, 0];
  const frame = (): void => {
    n += 1;
    if (n <= count) grid.scrollTop = (middle * n) / count;
    if (n === count) arrived = performance.now();
    const inView = grid.getBoundingClientRect();
    const rows = [...grid.querySelectorAll('[role=rowgroup] [role=row]')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > inView.top && box.top < inView.bottom;
    });
    if (n > count + 1 && rows.length > 0 && rows.every((row) => !row.querySelector('[class*=waiting]'))) done(performance.now() - arrived);
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}), dragFrames);

/** A program over the vault in `folder/vault`, unlocked, with its window. */
async function windowOver(folder: string) {
  const root = resolve(import.meta.dirname, '../..');
  const shell = createChromiumShell({ dataFolder: folder, rendererFolder: resolve(root, 'dist/renderer'), headless: !process.env['DISPLAY'] });
  const program = await startProgram({
    dataFolder: folder, shell, printer: createChromiumPrinter(),
    createRegistry: (parts) => createRegistry({ ...parts, clock: systemClock, workstation: 'BENCH', version: '0', assets: resolve(root, 'assets') }),
  });
  const ask = async <T>(method: string, input: unknown): Promise<T> => {
    const answer: { ok: boolean; value: T } = JSON.parse(await program.registry.call(method, JSON.stringify(input)));
    if (!answer.ok) throw new Error(`${method} was refused`);
    return answer.value;
  };
  await ask('session.unlock', { login: 'director', passphrase: 'fictional' });
  const page = shell.page();
  const ready = () => page.waitForFunction(() => document.querySelector('[role=grid]')?.getAttribute('aria-busy') === 'false' && document.querySelector('[role=grid] [role=rowgroup] [role=row]') !== null);
  return {
    page, ask, close: () => program.close(),
    /** The list from its top, with nothing loaded but its first page, of all materials or of those of a number; how many there are. */
    async open(number?: string): Promise<number> {
      await page.reload();
      await page.getByRole('navigation').getByRole('button', { name: 'Материалы', exact: true }).click();
      await ready();
      if (number !== undefined) {
        await page.keyboard.press('F3');
        await page.getByRole('dialog').getByLabel('Рег. №').fill(number);
        await page.keyboard.press('Control+Enter');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await ready();
      }
      // What opening the list has set going comes to its end and is not measured.
      await page.waitForTimeout(700);
      return Number(await page.getByRole('grid', { name: 'Материалы' }).getAttribute('aria-rowcount')) - 1;
    },
  };
}

/** Rows of the vault with which a drag is compared. */
const small = 1000;

/**
 * The window over the `count` materials of the vault in `folder/vault`, with real main behind it: the frames of a scroll against the same
 * grid over a hundred rows, which lie loaded; and a drag into the middle against the same drag over a vault of a thousand.
 */
export async function scrolling(folder: string, count: number, rounds: number): Promise<Figure[]> {
  const peerFolder = join(folder, 'small');
  mkdirSync(peerFolder);
  (await filledVault(join(peerFolder, 'vault'), small)).lock();
  const large = await windowOver(folder);
  const peer = await windowOver(peerFolder);
  try {
    // Numbers of one holding run without a gap: a filter by their beginning finds a known number of rows.
    const { rows: [lowest] } = await large.ask<{ rows: { regNo: string }[] }>('materials.page', { filter: { degree: 'LOWER' }, sort: { by: 'regNo', direction: 'ascending' }, cursor: null, limit: 1 });
    const series = (lowest?.regNo ?? '').replace(/\d+$/u, '');
    const taken: { ours: Scrolled; theirs: Scrolled; drag: number; smallDrag: number }[] = [];
    let few = 0;
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      few = await large.open(`${series}00`);
      const theirs = await scroll(large.page);
      if (await large.open() !== count || await peer.open() !== small) throw new Error('another list');
      const ours = await scroll(large.page);
      await large.open();
      const dragged = await drag(large.page);
      const smallDrag = await drag(peer.page);
      if (round > 0) taken.push({ ours, theirs, drag: dragged, smallDrag });
    }
    console.error(`  frames of a scroll through ${count} that showed an awaited row: ${median(taken.map(({ ours }) => ours.unready))} of ${frames}`);
    const figure = (what: string, peerName: string, ours: (one: typeof taken[number]) => number, theirs: (one: typeof taken[number]) => number): Figure => ({
      what, peer: peerName, rounds, ours: median(taken.map(ours)), theirs: median(taken.map(theirs)), ratio: median(taken.map((one) => ours(one) / theirs(one))),
    });
    return [
      figure(`scroll ${count} materials in the window, mean frame`, `the same grid over ${few} rows`, ({ ours }) => ours.mean, ({ theirs }) => theirs.mean),
      figure(`scroll ${count} materials in the window, longest frame`, `the same grid over ${few} rows`, ({ ours }) => ours.longest, ({ theirs }) => theirs.longest),
      figure(`drag the scrollbar into the middle of ${count}, until its rows are shown`, `the same drag in a list of ${small}`, (one) => one.drag, ({ smallDrag }) => smallDrag),
    ];
  } finally {
    await large.close();
    await peer.close();
    rmSync(peerFolder, { recursive: true, force: true });
  }
}
