import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { openScreen, registerS1, s1Text, s2Text, startWorld, unlock, type World } from './registry-world.ts';

/** Types as an officer does, and counts. */
function handsOn(page: Page) {
  let strokes = 0;
  return {
    press: async (...keys: string[]) => { for (const key of keys) { strokes += 1; await page.keyboard.press(key); } },
    type: async (text: string) => { strokes += text.length; await page.keyboard.type(text); },
    strokes: () => strokes,
  };
}

async function openRegister(world: World): Promise<Page> {
  const page = await unlock(world);
  await openScreen(page, 'Регистрация входящих');
  await expect(page.getByRole('heading', { name: 'Поступивший пакет' })).toBeVisible();
  return page;
}

/** A package of the body, registered past the window, and the form of its first document. */
async function openDocument(world: World, body = 'UZ-01', open?: Page): Promise<Page> {
  const page = open ?? await openRegister(world);
  await world.ask('incoming.register', { sender: { kind: 'listed', body }, outerNumber: 'П-81', channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: null });
  await page.getByRole('button', { name: /Документы пакета/ }).click();
  await expect(field(page, 'Исходящий номер')).toBeFocused();
  return page;
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: false }).first();

/** What S1 says, but for the marking and the evaluation. */
async function fillDocument(page: Page, { number = '4/119', text = s1Text } = {}) {
  await field(page, 'Исходящий номер').fill(number);
  await field(page, 'Дата').fill('120526');
  await page.getByRole('radio', { name: 'инициативное информирование' }).check();
  await page.getByRole('textbox', { name: 'Экз. №' }).fill('2');
  await page.getByRole('textbox', { name: 'из', exact: true }).fill('3');
  await page.getByRole('textbox', { name: 'Текст', exact: true }).fill(text);
}
const marking = (page: Page) => page.getByRole('textbox', { name: 'Гриф отправителя' });
const code = (page: Page) => page.getByRole('textbox', { name: 'Код оценки' });
const grif = (page: Page, name: string) => page.getByRole('radiogroup', { name: /Гриф по приложению 1/ }).getByRole('radio', { name, exact: false });
const receipt = (page: Page) => page.getByRole('heading', { name: 'Документ зарегистрирован' });
const lower = /^СЕКРЕТНО/;

test.describe('register incoming', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  test('S1 from the envelope to the receipt by keyboard alone', async () => {
    const page = await openRegister(world);
    const { press, type, strokes } = handsOn(page);
    const begun = performance.now();
    await expect(page.getByRole('combobox', { name: 'Отправитель' })).toBeFocused();
    await type('lochin');
    await expect(page.getByRole('option', { name: 'UZ-01' })).toBeVisible();
    await press('Enter', 'Enter', 'Enter');
    await type('П-77');
    await press('Control+Semicolon', 'Enter');
    await expect(field(page, 'Получен, дата')).toHaveValue('14.05.2026');
    await press('Enter', 'Enter');
    await type('курьер');
    await press('Enter', 'Enter', 'Space');
    await press('Control+Enter');

    await expect(page.getByText('Пакет UZ-01/R/2026/0001')).toBeVisible();
    await expect(field(page, 'Исходящий номер')).toBeFocused();
    await type('4/118');
    await press('Enter');
    await type('120526');
    await press('Enter', 'ArrowUp', 'Enter', 'Enter', 'Enter');
    await type('2');
    await press('Enter');
    await type('3');
    await press('Enter');
    await type('3');
    await press('Enter');
    await type('MAXFIY');
    await press('Enter', 'Enter');
    await type('B2');
    await press('Enter', 'Enter');
    await type(s1Text);
    await press('Alt+KeyG');
    await expect(grif(page, 'СЕКРЕТНО · Орталық 02')).toBeChecked();
    await press('Tab', 'Tab', 'Tab', 'Enter');
    await expect(code(page)).toBeFocused();
    await type('B2');
    await expect(page.getByText('в большинстве случаев доказал свою надёжность')).toBeVisible();
    await press('Control+Enter');

    await expect(receipt(page)).toBeVisible();
    await expect(page.getByText('UZ-01/02/2026/0001').first()).toBeVisible();
    await expect(page.getByText(/^\d{4} \d{3} \d{3}$/)).toBeVisible();
    await expect(page.getByText('допущен к использованию')).toBeVisible();
    console.info(`S1: ${strokes()} keystrokes, ${((performance.now() - begun) / 1000).toFixed(1)} s of the program's own time`); // oxlint-disable-line no-console -- a figure to read, not to assert

    const { rows } = await world.ask('materials.page', { filter: {}, sort: { by: 'registeredAt', direction: 'ascending' }, cursor: null, limit: 10 });
    const card = await world.ask('materials.card', { materialId: rows[0]?.id ?? '' });
    expect(card.asReceived).toEqual({ marking: 'MAXFIY', code: 'B2', attributes: [], text: s1Text, language: 'uz' });
    expect(card.carriers[0]).toMatchObject({ kind: 'paper', copyNo: 2, copies: 3, sheets: 3 });
    expect([card.row.degree, card.evaluation.source, card.evaluation.accuracy, card.packageNumber]).toEqual(['LOWER', 'B', '2', 'UZ-01/R/2026/0001']);
    await press('Alt+KeyN');
    await expect(field(page, 'Исходящий номер')).toBeFocused();
    await expect(field(page, 'Исходящий номер')).toHaveValue('');
  });

  test('what was typed survives a lock and a killed window', async () => {
    let page = await openDocument(world);
    await fillDocument(page);
    await marking(page).fill('MAXFIY');
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('main')).toHaveCount(0);
    await world.ask('session.unlock', { login: 'r1', passphrase: 'вымышленная фраза для проверки 7' });
    await page.reload();
    await expect(page.getByText(/Черновик от .* восстановлен/)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Текст', exact: true })).toHaveValue(s1Text);

    await page.getByRole('textbox', { name: 'Краткое содержание' }).fill('условный пост');
    // Leaving the form for the menu seals at once; a crash then takes nothing.
    await page.keyboard.press('Alt+KeyM');
    await expect.poll(async () => page.evaluate(() => new Promise<number>((done) => {
      const open = indexedDB.open('desk');
      open.onsuccess = () => { const all = open.result.transaction('drafts').objectStore('drafts').getAll(); all.onsuccess = () => { open.result.close(); done(JSON.stringify(all.result).length); }; };
    }))).toBeGreaterThan(500);
    await page.goto('chrome://crash').catch(() => undefined);
    await expect.poll(async () => {
      try {
        return await world.page().getByRole('textbox', { name: 'Текст', exact: true }).inputValue({ timeout: 500 });
      } catch {
        return 'no window yet';
      }
    }, { timeout: 20_000 }).toBe(s1Text);
    page = world.page();
    await expect(page.getByRole('textbox', { name: 'Краткое содержание' })).toHaveValue('условный пост');
    await expect(marking(page)).toHaveValue('MAXFIY');
  });

  test('a marking the table does not know asks how it was read; one above Annex 1 stops', async () => {
    const page = await openDocument(world);
    await fillDocument(page);
    await marking(page).fill('OʻTA MUHIM');
    await expect(page.getByText('Степень выше предусмотренных приложением 1. Остановитесь.')).toBeVisible();
    await expect(page.getByText('СОВЕРШЕННО СЕКРЕТНО · Орталық 001').first()).toBeVisible();
    await grif(page, 'СОВЕРШЕННО').check();
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[data-code="marking.aboveAnnex1"]')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Текст', exact: true })).toHaveValue(s1Text);

    await marking(page).fill('Maxfiyroq');
    await expect(page.getByText('Гриф «Maxfiyroq» по таблице приложения 1 не распознан.')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[data-code="marking.unknown"]')).toBeVisible();
    await page.getByRole('radiogroup', { name: /Прочитано как/ }).getByRole('radio', { name: 'СОВЕРШЕННО СЕКРЕТНО' }).check();
    await page.getByRole('textbox', { name: 'На каком основании' }).fill('штамп старого образца (вымышлено)');
    await page.keyboard.press('Control+Enter');
    await expect(receipt(page)).toBeVisible();
  });

  test('a grif below the sender\'s is refused with its article, a higher one asks why', async () => {
    const page = await openDocument(world);
    await fillDocument(page);
    await marking(page).fill('MUTLAQO MAXFIY');
    await page.getByRole('radiogroup', { name: /Гриф по приложению 1/ }).getByLabel(lower).check();
    await expect(page.getByText('Ниже грифа отправителя: не допускается (статья 8)')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[data-code="grif.belowSenders"]').getByRole('button', { name: 'Статья 8' })).toBeVisible();
    await marking(page).fill('MAXFIY');
    await grif(page, 'СОВЕРШЕННО').check();
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[data-code="grif.higherNeedsReason"]')).toBeVisible();
    await page.getByRole('textbox', { name: 'Почему гриф выше' }).fill('связан с материалом высшей степени (вымышлено)');
    await page.keyboard.press('Control+Enter');
    await expect(receipt(page)).toBeVisible();
    await expect(page.getByText('UZ-01/001/2026/0001').first()).toBeVisible();
  });

  test('a code of another scheme is kept as it came, a Cyrillic one is understood and kept, none is none', async () => {
    const page = await openDocument(world);
    const register = async (number: string, typed: string, say: string) => {
      await fillDocument(page, { number });
      await marking(page).fill('MAXFIY');
      await page.keyboard.press('Alt+KeyG');
      await code(page).fill(typed);
      if (say !== '') await expect(page.getByText(say)).toBeVisible();
      await page.keyboard.press('Control+Enter');
      await expect(receipt(page)).toBeVisible();
    };
    await register('4/120', 'X3', 'Код другой системы: сохраняется дословно, не переводится');
    await expect(page.getByText('запросите у отправителя код приложения 2')).toBeVisible();
    await page.keyboard.press('Alt+KeyN');
    await register('4/121', 'В2', 'понято как B2');
    await page.keyboard.press('Alt+KeyN');
    await register('4/122', '', '');
    await expect(page.getByText('Оценка отправителем не указана: запросите её у него')).toBeVisible();
    await page.keyboard.press('Alt+KeyN');
    await fillDocument(page, { number: '4/123' });
    await marking(page).fill('MAXFIY');
    await page.keyboard.press('Alt+KeyG');
    await code(page).fill('Q9');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[data-code="evaluation.invalid"]')).toBeVisible();
    await expect(code(page)).toHaveValue('Q9');

    const { rows } = await world.ask('materials.page', { filter: {}, sort: { by: 'senderNumber', direction: 'ascending' }, cursor: null, limit: 10 });
    const cards = await Promise.all(rows.map(({ id }) => world.ask('materials.card', { materialId: id })));
    await goTo(page, 'Материалы');
    await expect(page.getByRole('row').filter({ hasText: '4/120' })).toContainText('X3 иной код');
    expect(cards.map(({ evaluation: { source, accuracy, typed } }) => [source, accuracy, typed])).toEqual([[null, null, 'X3'], ['B', '2', 'В2'], [null, null, '']]);
  });

  test('an attachment is streamed in when it is chosen, and belongs to the material', async () => {
    const page = await openDocument(world);
    const folder = mkdtempSync(join(tmpdir(), 'grif-e2e-file-'));
    try {
      const path = join(folder, 'условная схема.txt');
      writeFileSync(path, 'вымышленное приложение');
      await fillDocument(page);
      await marking(page).fill('MAXFIY');
      await page.keyboard.press('Alt+KeyG');
      await page.locator('input[type=file]').setInputFiles(path);
      await expect(page.getByRole('button', { name: 'Убрать условная схема.txt' })).toBeVisible();
      await page.keyboard.press('Control+Enter');
      await expect(receipt(page)).toBeVisible();
      const { rows } = await world.ask('materials.page', { filter: {}, sort: { by: 'registeredAt', direction: 'ascending' }, cursor: null, limit: 1 });
      const card = await world.ask('materials.card', { materialId: rows[0]?.id ?? '' });
      expect(card.attachments.map(({ name, size }) => [name, size])).toEqual([['условная схема.txt', Buffer.byteLength('вымышленное приложение')]]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('a document waits for a file that is still streaming in, and goes without one that was cancelled', async () => {
    const page = await openDocument(world);
    const folder = mkdtempSync(join(tmpdir(), 'grif-e2e-file-'));
    try {
      const path = join(folder, 'большая запись.bin');
      writeFileSync(path, '');
      truncateSync(path, 1024 ** 3);
      await fillDocument(page);
      await marking(page).fill('MAXFIY');
      await page.keyboard.press('Alt+KeyG');
      await page.locator('input[type=file]').setInputFiles(path);
      const cancel = page.getByRole('button', { name: 'Прервать приём: большая запись.bin' });
      await expect(cancel).toBeVisible();
      await field(page, 'Исходящий номер').focus();
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('Файлы ещё принимаются: дождитесь конца или прервите приём')).toBeVisible();
      await expect(receipt(page)).toHaveCount(0);
      await cancel.click();
      await expect(cancel).toHaveCount(0);
      await field(page, 'Исходящий номер').focus();
      await page.keyboard.press('Control+Enter');
      await expect(receipt(page)).toBeVisible();
      const { rows } = await world.ask('materials.page', { filter: {}, sort: { by: 'registeredAt', direction: 'ascending' }, cursor: null, limit: 1 });
      expect(rows.map((row) => row.attachments)).toEqual([0]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('what resembles the text is shown while it is typed, and one key marks it as supplemented', async () => {
    const page = await openDocument(world, 'TJ-01');
    await registerS1(world);
    await page.getByRole('textbox', { name: 'Текст', exact: true }).fill(s2Text);
    const proposal = page.getByRole('article', { name: 'UZ-01/02/2026/0001' });
    await expect(proposal).toBeVisible();
    await expect(proposal.getByRole('cell', { name: 'Оқтеппа' })).toBeVisible();
    await expect(proposal.getByRole('cell', { name: 'Oqtepa' })).toBeVisible();
    await page.keyboard.press('Alt+KeyP');
    await page.keyboard.press('Enter');
    await expect(proposal.getByRole('button', { name: /Дополнение к нему/ })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: 'Текст', exact: true })).toBeFocused();
    await expect(page.getByRole('combobox', { name: 'Дополнение к материалу' })).toHaveValue(/UZ-01\/02\/2026\/0001/);
  });

  test('a sender on no list is kept and not used, and its letter is drafted', async () => {
    const page = await openRegister(world);
    await page.getByRole('checkbox', { name: /Отправителя нет в списке/ }).check();
    await page.getByRole('textbox', { name: 'Наименование, как на пакете' }).fill('Неизвестный орган (вымышлено)');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/Проверьте \d пол/)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Наименование, как на пакете' })).toHaveValue('Неизвестный орган (вымышлено)');
    await page.keyboard.press('Control+Semicolon');
    await page.getByRole('combobox', { name: 'Канал' }).fill('курьер');
    await page.getByRole('radio', { name: 'нарушены' }).check();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Пакет получен, но к использованию не допущен.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Исходящий номер' })).toHaveCount(0);
  });

  test('package, document and receipt are accessible in the three languages', async () => {
    const page = await openRegister(world);
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await registerS1(world);
    const opened = await openDocument(world, 'TJ-01', page);
    await fillDocument(opened, { number: '09-31', text: s2Text });
    await marking(opened).fill('Махфи сирр');
    await code(opened).fill('C3');
    await opened.getByRole('button', { name: 'Добавить ограничение органа' }).click();
    await opened.getByRole('button', { name: 'Добавить атрибут источника' }).click();
    await expect(opened.getByRole('article')).toBeVisible();
    await expectAccessible(opened);
    await opened.getByRole('button', { name: 'Убрать ограничение 1' }).click();
    await marking(opened).fill('МАХФӢ');
    await opened.keyboard.press('Alt+KeyG');
    await opened.keyboard.press('Control+Enter');
    await expect(receipt(opened)).toBeVisible();
    await expectAccessible(opened);
  });

  test('a request is recorded beside the document that answers it, its keys its own', async () => {
    const page = await openDocument(world);
    await fillDocument(page);
    await page.getByRole('radio', { name: 'разовый запрос' }).check();
    await marking(page).fill('MAXFIY');
    await page.keyboard.press('Alt+KeyG');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[data-code="basis.requestMissing"]')).toBeVisible();
    await page.getByRole('button', { name: 'Записать запрос' }).click();
    await expect(page.getByRole('combobox', { name: 'Кто запрашивает' })).toBeFocused();
    await page.keyboard.type('тумар');
    await expect(page.getByRole('option', { name: 'KZ-01' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('17/у');
    await page.keyboard.press('Enter');
    await page.keyboard.type('010526');
    await page.keyboard.press('Enter');
    await page.keyboard.type('условный пост');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('combobox', { name: 'Запрос, на который отвечает документ' })).toHaveValue(/KZ-01 · № 17\/у/);
    await expect(receipt(page)).toHaveCount(0);
    await field(page, 'Исходящий номер').focus();
    await page.keyboard.press('Control+Enter');
    await expect(receipt(page)).toBeVisible();
  });
});
