import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixture.ts';
import { draft, openMaterials, packageFrom, registerScenarios } from './materials-world.ts';
import { s1Text, startWorld, unlock, type World } from './registry-world.ts';

/** The card of a material, from the list, found by the sender's number. */
async function openCard(page: Page, number: string, regNo: string): Promise<void> {
  await openMaterials(page);
  await page.getByRole('grid').getByRole('gridcell', { name: number, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: regNo })).toBeVisible();
}
const section = async (page: Page, name: string) => {
  for (let turns = 0; turns < 5; turns += 1) {
    if (await page.getByRole('tab', { name }).getAttribute('aria-selected') === 'true') return;
    await page.keyboard.press('Alt+PageDown');
  }
  throw new Error(`no section ${name}`);
};

test.describe('card of a material', () => {
  let world: World;
  let page: Page;
  test.beforeEach(async () => {
    world = await startWorld('2026-05-20T10:00:00');
    page = await unlock(world);
    await registerScenarios(world);
  });
  test.afterEach(async () => { await world.close(); });

  test('S1 stands as received beside what the Centre registered, with its links and its journal', async () => {
    await openCard(page, '4/118', 'UZ-01/02/2026/0001');
    await expect(page.getByRole('document', { name: 'Текст материала' })).toHaveText(s1Text);
    await expect(page.getByRole('document', { name: 'Текст материала' })).toHaveAttribute('lang', 'uz');
    await expect(page.getByText('MAXFIY', { exact: true })).toBeVisible();
    await expect(page.getByText('Источник, от которого получена информация, в большинстве случаев доказал свою надёжность.')).toBeVisible();
    await expect(page.getByText('экз', { exact: false }).first()).toBeVisible();
    await section(page, 'Связи и дополнения');
    await expect(page.getByRole('treeitem').filter({ hasText: 'UZ-01/001/2026/0001' })).toContainText('дополнение');
    await expect(page.getByRole('treeitem').filter({ hasText: 'TJ-01/02/2026/0001' })).toContainText('сходная информация');
    // A supplement of the upper degree is on screen: the bands say so.
    await expect(page.getByRole('status').filter({ hasText: 'СОВЕРШЕННО СЕКРЕТНО' })).toBeVisible();
    await section(page, 'Журнал');
    await expect(page.getByRole('cell', { name: 'зарегистрирован' })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: /^СЕКРЕТНО/ })).toBeVisible();
  });

  test('typed Cyrillic letters of an evaluation are shown beside the code they were understood as', async () => {
    await openCard(page, '09-31', 'TJ-01/02/2026/0001');
    await expect(page.getByText('Набрано «С3», понято как C3; набранное сохраняется')).toBeVisible();
  });

  test('an originator is asked for the evaluation it did not give; a later one and a correction stand beside what came', async () => {
    await openCard(page, '3/15', 'TM-01/02/2026/0001');
    await page.getByRole('button', { name: 'Запросить оценку' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Письмо TM-01 с запросом оценки составлено: проект в уведомлениях')).toBeVisible();
    await page.getByRole('button', { name: 'Запросить оценку' }).click();
    await expect(page.getByText('Оценка у органа TM-01 уже запрошена.')).toBeVisible();
    await page.getByRole('button', { name: 'Записать новую оценку' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByLabel('Указание №')).toBeFocused();
    await page.keyboard.type('3/21');
    await drawer.getByLabel('Дата указания').fill('200526');
    await drawer.getByLabel('Код оценки').fill('надёжно');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.getByText('Это не код оценки по приложению 2.').first()).toBeVisible();
    await drawer.getByLabel('Код оценки').fill('B2');
    await page.keyboard.press('Control+Enter');
    await expect(drawer).toHaveCount(0);
    await expect(page.getByRole('listitem').filter({ hasText: '№ 3/21 от 20.05.2026' })).toContainText('B2');
    await expect(page.getByRole('button', { name: 'Запросить оценку' })).toHaveCount(0);

    await page.getByRole('button', { name: 'Исправление данных' }).focus();
    await page.keyboard.press('Enter');
    await expect(drawer.getByLabel('Указание №')).toBeFocused();
    await page.keyboard.type('3/22');
    await drawer.getByLabel('Дата указания').fill('200526');
    await drawer.getByLabel('Исправление, словами органа').fill('год рождения условного лица: 1980');
    await page.keyboard.press('Control+Enter');
    await expect(drawer).toHaveCount(0);
    await expect(page.getByRole('listitem').filter({ hasText: 'год рождения условного лица: 1980' })).toBeVisible();
    await expectAccessible(page);
  });

  test('a restriction is recorded on the originator\'s instruction and lifted; a wrong one loses nothing typed', async () => {
    await openCard(page, '4/118', 'UZ-01/02/2026/0001');
    await section(page, 'Согласия и ограничения');
    await page.getByRole('button', { name: 'Записать ограничение' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByLabel('Указание №')).toBeFocused();
    await page.keyboard.type('4/140');
    await page.keyboard.press('Enter');
    await page.keyboard.type('210526');
    await drawer.getByRole('radio', { name: 'передавать только' }).check();
    await drawer.getByLabel('Действует с').fill('180526');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.getByText('Выберите из списка')).toBeVisible();
    await drawer.getByLabel('Органы').fill('KG-01');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    // The instruction bears tomorrow's date: main says no, at the field and with the article.
    await expect(drawer.getByText('Указанная дата ещё не наступила.').first()).toBeVisible();
    await expect(drawer.getByLabel('Указание №')).toHaveValue('4/140');
    await drawer.getByLabel('Дата указания').fill('180526');
    await page.keyboard.press('Control+Enter');
    await expect(drawer).toHaveCount(0);
    // Nobody was given it, so nobody is to be told, now or when somebody asks again (Art. 9).
    await expect(page.getByText('никому не передавалось').first()).toBeVisible();
    await expect(page.getByRole('cell', { name: /^передавать только: KG-01/ })).toBeVisible();
    await page.getByRole('button', { name: /^Уведомить недостающих: передавать только/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Все, кого видно, уже уведомляются').first()).toBeVisible();
    await expect(page.getByText('ограничено')).toBeVisible();

    await page.getByRole('button', { name: /^Снять ограничение/ }).click();
    await page.getByRole('dialog').getByLabel('Указание №').fill('4/150');
    await page.getByRole('dialog').getByLabel('Дата указания').fill('200526');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('снято: № 4/150, 20.05.2026')).toBeVisible();
    await expect(page.getByText('ограничено')).toHaveCount(0);

    // On use in the Centre: whoever may not read the content is told why, by whose document, and what stays of it is that it is there.
    await page.getByRole('button', { name: 'Записать ограничение' }).focus();
    await page.keyboard.press('Enter');
    await expect(drawer.getByLabel('Указание №')).toBeFocused();
    await page.keyboard.type('4/151');
    await drawer.getByLabel('Дата указания').fill('200526');
    await drawer.getByRole('radio', { name: 'знакомить только' }).check();
    await drawer.getByLabel('Действует с').fill('200526');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.getByText('Выберите из списка')).toBeVisible();
    await drawer.getByLabel('Кому можно знакомиться').fill('Директор');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(drawer).toHaveCount(0);
    await expect(page.getByRole('cell', { name: 'знакомить только: Директор Центра', exact: true })).toBeVisible();
    await section(page, 'Содержание');
    await expect(page.getByText('Орган UZ-01 (№ 4/151 от 2026-05-20) ограничил круг лиц', { exact: false })).toBeVisible();
    await expect(page.getByRole('document', { name: 'Текст материала' })).toHaveCount(0);
  });

  test('a material not admitted says why, with the article; the Centre\'s remark stands beside the text', async () => {
    await openCard(page, '3/15', 'TM-01/02/2026/0001');
    await expect(page.getByText('Для государства TM Соглашение на эту дату не в силе', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Статья 20' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Пометка Центра' }).click();
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Пометка' })).toBeFocused();
    await page.keyboard.type('доложено директору');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('listitem').filter({ hasText: 'доложено директору' })).toBeVisible();
    await expect(page.getByRole('document', { name: 'Текст материала' })).not.toContainText('доложено');
  });

  test('an attachment is shown from its holding: text and picture', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grif-card-'));
    try {
      const text = 'Вымышленное приложение: условный пост.\n';
      const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
      const files = [['справка.txt', Buffer.from(text)], ['снимок.png', picture]] as const;
      const attachments = [];
      for (const [name, bytes] of files) {
        const path = join(folder, name);
        writeFileSync(path, bytes);
        Object.assign(world.shell, { pathOf: () => Promise.resolve(path) });
        const { fileId } = await world.ask('attachments.stage', { fileToken: 'x', name, jobId: 'a'.repeat(20) });
        attachments.push({ fileId, name });
      }
      await world.ask('materials.register', draft(await packageFrom(world, 'RU-01'), { senderNumber: '1/77с', attachments }));
      await openCard(page, '1/77с', 'RU-01/02/2026/0001');
      await page.getByRole('button', { name: 'Показать: справка.txt' }).click();
      await expect(page.getByRole('dialog').getByText(text.trim())).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.getByRole('button', { name: 'Показать: снимок.png' }).click();
      await expect(page.getByRole('img', { name: 'снимок.png' })).toHaveJSProperty('naturalWidth', 1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('each section meets WCAG 2.2 AA in three languages', async () => {
    await openCard(page, '3/15', 'TM-01/02/2026/0001');
    await expectAccessible(page);
    for (const name of ['Связи и дополнения', 'Согласия и ограничения', 'Движение', 'Журнал']) {
      await section(page, name);
      if (name === 'Связи и дополнения' || name === 'Журнал') await expectAccessible(page);
    }
  });
});
