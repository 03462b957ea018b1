import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleHere } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { passphrase, startWorld, unlock, type World } from './registry-world.ts';

const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const detail = (page: Page) => page.getByRole('tabpanel').getByRole('region').last();

/** The form of an event, by keyboard alone: kind and State are found by their first letters. */
async function recordEvent(page: Page, kind: string, date: string, document: string): Promise<void> {
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('combobox', { name: 'Событие' })).toBeFocused();
  await page.keyboard.type(kind);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Государство' })).toBeFocused();
  await page.keyboard.type('туркм');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type(date);
  await page.keyboard.press('Enter');
  await page.keyboard.type(document);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test.describe('reference', () => {
  let world: World;
  let page: Page;
  test.beforeEach(async () => {
    world = await startWorld('2026-09-05T10:00:00');
    page = await unlock(world, 'director');
    await goTo(page, 'Справочники');
  });
  test.afterEach(async () => { await world.close(); });

  test('S7: Turkmenistan may not exchange until its events are recorded; then in force from the instrument, with the arithmetic', async () => {
    const states = page.getByRole('listbox', { name: 'Государства-участники' });
    await states.getByRole('option').first().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await expect(detail(page)).toContainText('Туркменистан');
    await expect(detail(page)).toContainText('нет строки для подписи');
    await expect(detail(page)).toContainText('не разрешён');

    await tab(page, 'Государства').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await recordEvent(page, 'решение совета', '200826', 'протокол Совета № 7 (вымышлено)');
    await recordEvent(page, 'документ о', '010926', 'документ о присоединении № 1 (вымышлено)');
    await expect(detail(page)).toContainText('документ о присоединении № 1 (вымышлено)');

    await tab(page, 'События Соглашения').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await states.getByRole('option', { name: /Туркменистан/ }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await expect(detail(page)).toContainText('в силе (присоединение) с 01.09.2026');
    await expect(detail(page).getByRole('list', { name: 'Как это посчитано' })).toContainText('Со дня получения документа о присоединении (01.09.2026), без 30 дней');
    await detail(page).getByRole('button', { name: 'Статья 21' }).first().press('Enter');
    await expect(page.getByRole('dialog')).toContainText('Статья 21');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'На дату' }).fill('310826');
    await expect(detail(page)).toContainText('не разрешён');
  });

  test('an event of the future is refused with nothing lost; one recorded wrongly is annulled and stays readable', async () => {
    await tab(page, 'События Соглашения').click();
    await page.keyboard.press('Alt+n');
    await page.keyboard.type('подписание');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Государство' }).fill('туркм');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Дата события' }).fill('010127');
    await page.getByRole('textbox', { name: 'Документ-основание' }).fill('письмо (вымышлено)');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog').getByRole('alert').last()).toContainText('Статья 20');
    await expect(page.getByRole('textbox', { name: 'Дата события' })).toHaveValue('01.01.2027');
    await expect(page.getByRole('textbox', { name: 'Документ-основание' })).toHaveValue('письмо (вымышлено)');
    await expectAccessibleHere(page);
    await page.getByRole('textbox', { name: 'Дата события' }).fill('040926');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('button', { name: 'Аннулировать' }).press('Enter');
    await page.getByRole('textbox', { name: 'Причина' }).fill('не то государство');
    await page.keyboard.press('Control+Enter');
    await expect(detail(page)).toContainText('не то государство');
    await expect(page.getByRole('option', { selected: true })).toContainText('аннулировано');
  });

  test('a second competent body is refused and nothing typed is lost; as an authorised body it is recorded, given keys and taken off the list', async () => {
    await tab(page, 'Органы').click();
    await page.keyboard.press('Alt+n');
    await expect(page.getByRole('textbox', { name: 'Код', exact: false }).first()).toBeFocused();
    await page.keyboard.type('kz-77');
    await page.keyboard.press('Enter');
    await page.keyboard.press('F4');
    await page.getByRole('option', { name: 'компетентный орган', exact: true }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Государство' }).fill('казахс');
    await page.keyboard.press('Enter');
    for (const [name, text] of [['Название по-русски', 'Служба «Вымысел»'], ['Название по-казахски', '«Қиял» қызметі'], ['Название по-английски', 'Service “Fiction”'], ['В перечне с', '010826'], ['Номер письма', '77/1'], ['Дата письма', '300726'], ['Получено по каналу', 'курьер'], ['Документ-основание', 'письмо № 77/1 (вымышлено)']] as const) {
      await page.getByRole('dialog').getByRole('textbox', { name }).fill(text);
    }
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog').getByRole('alert').last()).toContainText('KZ-90');
    await expect(page.getByRole('textbox', { name: 'Название по-казахски' })).toHaveValue('«Қиял» қызметі');
    await page.getByRole('dialog').getByRole('combobox', { name: 'Вид' }).click();
    await page.getByRole('option', { name: 'уполномоченный орган', exact: true }).click();
    await page.getByRole('textbox', { name: 'Название по-русски' }).press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(detail(page).or(page.getByRole('region', { name: /KZ-77/ })).first()).toBeVisible();
    const body = page.getByRole('region', { name: 'KZ-77 Служба «Вымысел»' });
    await expect(body).toContainText('№ 77/1 от 30.07.2026, курьер');

    await body.getByRole('button', { name: 'Записать ключи' }).press('Enter');
    await page.getByRole('textbox', { name: 'Ключ шифрования' }).fill('AB '.repeat(32));
    await page.getByRole('textbox', { name: 'Ключ подписи' }).fill('cd'.repeat(31));
    await page.getByRole('textbox', { name: 'Документ о ключах' }).fill('акт № 5 (вымышлено)');
    await page.getByRole('dialog').getByRole('group').getByRole('combobox').click();
    await page.getByRole('option', { name: 'r1' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: /фраза/ }).fill(passphrase);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Нужно ровно 64 знака')).toBeVisible();
    await page.getByRole('textbox', { name: 'Ключ подписи' }).fill('cd'.repeat(32));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(body).toContainText(/([0-9a-f]{4} ){4}[0-9a-f]{4}/);

    await body.getByRole('button', { name: 'Завершить пребывание в перечне' }).press('Enter');
    await page.getByRole('textbox', { name: 'В перечне по' }).fill('310826');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Документ-основание' }).fill('письмо № 77/2 (вымышлено)');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('option', { name: /KZ-77/ })).toContainText('не в перечне');
  });

  test('every tab is accessible in the three languages; Annex 1 bears the Centre\'s designations to the letter', async () => {
    for (const name of ['Государства', 'Органы', 'События Соглашения', 'Приложение 2', 'Текст Соглашения'] as const) {
      await tab(page, name).click();
      await expectAccessible(page);
    }
    await tab(page, 'Приложение 1').click();
    await expect(page.getByRole('cell', { name: /Орталық 001/ })).toBeVisible();
    await expect(page.getByRole('cell', { name: /Орталық 02/ })).toBeVisible();
    await page.keyboard.press('Alt+n');
    await page.getByRole('textbox', { name: 'Обозначение версии' }).fill('2026-1');
    await page.getByRole('textbox', { name: 'Действует с' }).fill('010926');
    await page.getByRole('textbox', { name: 'Решение Совета' }).fill('решение № 3 (вымышлено)');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('option', { name: /2026-1/ })).toContainText('решение № 3 (вымышлено)');
    await expectAccessible(page);
  });
});
