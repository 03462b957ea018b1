import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { lightKdf } from '#main/vault/kdf.ts';
import { expectAccessible } from './axe.ts';
import { expect, start, test } from './fixture.ts';
import { openMaterials, registerGenerated, registerScenarios } from './materials-world.ts';
import { passphrase, startWorld, unlock, type World } from './registry-world.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Материалы' });
const rows = (page: Page) => grid(page).getByRole('row');
const cellWith = (page: Page, text: string) => grid(page).getByRole('gridcell', { name: text, exact: true });
const search = (page: Page) => page.getByRole('textbox', { name: 'Поиск по тексту и реквизитам' }).first();

async function look(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Снять отбор: «${words}»` })).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false');
}

/** All that a table of the officer's desk holds, as it lies there. */
const deskHolds = (page: Page, table: string) => page.evaluate(async (name) => {
  const open = indexedDB.open('desk');
  const db = await new Promise<IDBDatabase>((done, fail) => { open.addEventListener('success', () => done(open.result)); open.addEventListener('error', () => fail(open.error ?? new Error('closed'))); });
  const all: unknown[] = await new Promise((done) => { const ask = db.transaction(name).objectStore(name).getAll(); ask.addEventListener('success', () => done(ask.result)); });
  db.close();
  return JSON.stringify(all);
}, table);

test.describe('list of materials', () => {
  let world: World;
  let page: Page;
  test.beforeEach(async () => {
    world = await startWorld('2026-05-20T10:00:00');
    page = await unlock(world);
    await registerScenarios(world);
  });
  test.afterEach(async () => { await world.close(); });

  test('is walked, sorted, searched across scripts and filtered by keyboard alone', async () => {
    await registerGenerated(world, 30);
    await openMaterials(page);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '35');
    await expect(grid(page).locator('[data-cell="0:0"]')).toBeFocused();
    await page.keyboard.press('Control+End');
    await expect(grid(page).locator('[data-cell^="33:"]').last()).toBeFocused();
    await page.keyboard.press('Control+Home');

    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(grid(page).getByRole('columnheader', { name: 'Рег. №' })).toHaveAttribute('aria-sort', 'ascending');
    await expect(grid(page).locator('[data-cell="0:1"]')).toHaveText(/^AZ-01\//);
    await page.keyboard.press('Enter');
    await expect(grid(page).locator('[data-cell="0:1"]')).toHaveText(/^UZ-01\//);

    // The Cyrillic spelling finds what came in Latin letters, and the other way round.
    await look(page, 'октепа пости');
    await expect(cellWith(page, '4/118')).toHaveCount(1);
    await look(page, 'Oqteppa guzargohi');
    await expect(cellWith(page, '09-31')).toHaveCount(1);

    await page.keyboard.press('F3');
    const degree = page.getByRole('combobox', { name: 'Гриф' }).or(page.getByRole('textbox', { name: 'Гриф' }));
    await expect(page.getByRole('dialog').getByLabel('Поиск по тексту и реквизитам')).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await degree.first().click();
    await page.getByRole('option', { name: 'СОВЕРШЕННО СЕКРЕТНО' }).click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Снять отбор: СОВЕРШЕННО СЕКРЕТНО' })).toBeVisible();
    await expect(grid(page)).toHaveAttribute('aria-busy', 'false');
    await expect(cellWith(page, '4/131')).toHaveCount(1);
    await expect(grid(page).getByText('СЕКРЕТНО', { exact: true })).toHaveCount(0);

    await page.getByRole('button', { name: 'Снять отбор: СОВЕРШЕННО СЕКРЕТНО' }).focus();
    await page.keyboard.press('Delete');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '35');
  });

  test('a wrong term of receipt is named at its field, and nothing typed is lost', async () => {
    await openMaterials(page);
    await page.keyboard.press('F3');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Исх. №').fill('4/118');
    await dialog.getByLabel('Получено с').fill('200526');
    await dialog.getByLabel('Получено по').fill('310226');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByText(/существующая дата|Такой даты нет/).first()).toBeVisible();
    await dialog.getByLabel('Получено по').fill('100526');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByText('Дата раньше начальной')).toBeVisible();
    await expect(dialog.getByLabel('Исх. №')).toHaveValue('4/118');
    await expect(dialog.getByLabel('Получено с')).toHaveValue('20.05.2026');
    await dialog.getByLabel('Получено по').fill('210526');
    await page.keyboard.press('Control+Enter');
    await expect(cellWith(page, '4/118')).toHaveCount(1);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  });

  test('a column is shown and moved, a view is saved and taken by its key after a restart, and the desk holds no word of it', async () => {
    await openMaterials(page);
    await page.getByRole('button', { name: 'Столбцы' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Исходный штамп' }).click();
    await page.keyboard.press('Escape');
    const header = grid(page).getByRole('columnheader', { name: 'Исходный штамп' });
    await header.focus();
    const place = Number(await header.getAttribute('aria-colindex'));
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await expect(header).toHaveAttribute('aria-colindex', String(place - 1));
    await look(page, 'Oqtepa');
    await page.getByRole('button', { name: 'Виды' }).click();
    await page.getByRole('menuitem', { name: 'Сохранить этот вид' }).click();
    await expect(page.getByLabel('Название вида')).toBeFocused();
    await page.keyboard.type('Октепа, штампы');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: 'Октепа, штампы' })).toBeVisible();
    await expect.poll(() => deskHolds(page, 'layouts')).toContain('marking\\",\\"excerpt');
    const kept = await deskHolds(page, 'savedViews');
    expect(kept).toContain('sealed');
    expect(kept).not.toMatch(/Октепа|Oqtepa|штамп/i);

    await world.program.close();
    const again = await start({ dataFolder: world.dataFolder, clock: world.clock, kdf: lightKdf });
    try {
      await again.program.registry.call('session.unlock', JSON.stringify({ login: 'r1', passphrase }));
      page = again.page();
      await page.reload();
      await openMaterials(page);
      await expect(grid(page)).toHaveAttribute('aria-rowcount', '5');
      await expect(grid(page).getByRole('columnheader', { name: 'Исходный штамп' })).toHaveAttribute('aria-colindex', String(place - 1));
      await page.getByRole('button', { name: 'Виды' }).click();
      await expect(page.getByRole('menuitemradio', { name: 'Октепа, штампы' })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+1');
      await expect(page.getByRole('button', { name: 'Снять отбор: «Oqtepa»' })).toBeVisible();
      await expect(search(page)).toHaveValue('Oqtepa');
    } finally {
      await again.close();
      rmSync(world.dataFolder, { recursive: true, force: true });
    }
  });

  test('a product of the chosen materials bears the highest grif of its sources, which nobody types', async () => {
    await openMaterials(page);
    for (const number of ['4/118', '4/131']) {
      await cellWith(page, number).focus();
      await page.keyboard.press('Space');
    }
    await expect(page.getByText('Выбрано 2 материала')).toBeVisible();
    await page.getByRole('button', { name: 'Материал Центра' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await expect(drawer.locator('[data-part=computed]')).toContainText('СОВЕРШЕННО СЕКРЕТНО · Орталық 001');
    await expect(drawer.getByLabel('Гриф')).toHaveCount(0);
    await expect(drawer.getByLabel('Заголовок')).toBeFocused();
    await page.keyboard.type('Обзор по условному посту');
    await drawer.getByLabel('Текст').fill('Вымышленный обзор.');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.getByText('Заполните это поле')).toBeVisible();
    await expect(drawer.getByLabel('Заголовок')).toHaveValue('Обзор по условному посту');
    await drawer.getByLabel('Листов').fill('2');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'CENTRE/001/2026/0001' })).toBeVisible();
    await expect(page.getByText('рассчитан по источникам: действует наивысшая степень')).toBeVisible();
    await page.keyboard.press('Alt+PageDown');
    await expect(page.getByRole('treeitem').filter({ hasText: 'UZ-01/02/2026/0001' })).toBeVisible();
  });

  test('Enter opens the card and the way back leads to the same row; WCAG 2.2 AA in three languages', async () => {
    await openMaterials(page);
    await cellWith(page, '09-31').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'TJ-01/02/2026/0001' })).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.locator(':focus')).toHaveAttribute('data-cell', /^\d+:0$/);
    await expect(rows(page).filter({ has: page.locator(':focus') })).toContainText('TJ-01/02/2026/0001');
    await page.keyboard.press('Space');
    await expectAccessible(page);
    await page.keyboard.press('F3');
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});
