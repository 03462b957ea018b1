import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleHere } from './axe.ts';
import { startExchange, type ExchangeWorld } from './exchange-world.ts';
import { expect, test } from './fixture.ts';
import { passphrase, registerS1, unlock } from './registry-world.ts';

async function openRelease(world: ExchangeWorld): Promise<Page> {
  const page = await unlock(world);
  await registerS1(world);
  await page.getByRole('navigation').getByRole('button', { name: 'Передача' }).click();
  return page;
}

/** Material, addressees, purpose and channel, by keyboard alone. */
async function fillPlan(page: Page, bodies: readonly string[]): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Материал' })).toBeFocused();
  await page.keyboard.type('4/118');
  await expect(page.getByRole('option', { name: /UZ-01\/02\/2026\/0001/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'UZ-01/02/2026/0001', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  for (const body of bodies) {
    await page.keyboard.type(body);
    await expect(page.getByRole('option', { name: new RegExp(body) })).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('проверка условных сведений');
  await page.keyboard.press('Enter');
  await page.keyboard.type('курьер');
}
const pair = (page: Page, at: string) => page.locator(`[data-at="${at}"]`);
const sentence = (page: Page) => page.getByRole('region', { name: 'Что произойдёт' });

test.describe('release', () => {
  let world: ExchangeWorld;
  test.beforeEach(async () => { world = await startExchange(); });
  test.afterEach(async () => { await world.close(); });

  test('refused for a missing consent, the consent recorded in place, sealed, listed as sent, its receipt returned', async () => {
    test.slow();
    const page = await openRelease(world);
    await fillPlan(page, ['TJ-01', 'KZ-01']);
    await expect(pair(page, '0:0')).toContainText('отказ');
    await expect(sentence(page)).toContainText('Никто ничего не получит');
    const tj = page.getByRole('columnheader').filter({ hasText: 'TJ-01' }).first();
    const column = await tj.evaluate((head) => head.parentElement ? [...head.parentElement.children].indexOf(head) - 1 : -1);
    await pair(page, '0:0').focus();
    for (let at = 0; at < column; at += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Нет письменного согласия органа UZ-01 на передачу органу TJ-01.').first()).toBeVisible();
    await expect(page.getByText('Может дать: уполномоченный орган UZ-01')).toBeVisible();
    await expectAccessible(page);

    const consents = page.getByRole('table', { name: 'Согласия на передачу UZ-01/02/2026/0001' });
    await expect(consents.getByRole('rowheader')).toHaveText(['UZ-01']);
    await consents.getByRole('button').first().focus();
    for (let at = 0; at < column; at += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(consents.getByRole('button').nth(column)).toHaveText('нет · запрос подготовлен');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Проект такого запроса органу UZ-01 уже составлен.')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Внести письменное согласие UZ-01' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByLabel('Номер документа')).toBeFocused();
    await expect(drawer.getByRole('combobox', { name: 'Орган, давший согласие' })).toHaveValue(/UZ-01/);
    await page.keyboard.type('4/201');
    await page.keyboard.press('Enter');
    await page.keyboard.type('310526');
    await page.keyboard.press('Enter');
    await page.keyboard.type('начальник (вымышленный)');
    await page.keyboard.press('Enter');
    await page.keyboard.type('бумага, 1 л.');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.getByText('ещё не наступила').first()).toBeVisible();
    await expect(drawer.getByLabel('Кем подписано')).toHaveValue('начальник (вымышленный)');
    await drawer.getByLabel('Дата документа').fill('130526');
    await page.keyboard.press('Control+Enter');
    await expect(drawer).toBeHidden();
    await expect(pair(page, `0:${column}`)).toContainText('разрешено');
    await expect(sentence(page)).toContainText('Одному органу: TJ-01');
    await expect(sentence(page)).toContainText('Не получит: KZ-01');

    await page.getByRole('textbox', { name: 'Папка' }).fill(`${world.medium}/нет`);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Носитель или папка не найдены.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Папка' }).fill(world.medium);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Это диск самого хранилища.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Записать на диск самого хранилища' }).check();
    await page.keyboard.press('Control+Enter');
    const sealed = page.getByRole('region', { name: /Пакет TJ-01\/P\/2026\/\d+ записан и сверен/ });
    await expect(sealed).toBeVisible({ timeout: 30_000 });
    await expect(sealed).toContainText('.grifpkg');
    await expect(page.getByText('Все разрешённые пакеты запечатаны.')).toBeVisible();

    await page.getByRole('navigation').getByRole('button', { name: 'Пакеты' }).click();
    await page.getByRole('row').filter({ hasText: 'расписка не возвращена' }).getByRole('gridcell').first().focus();
    await page.keyboard.press('Enter');
    const pane = page.getByRole('region', { name: 'Пакет', exact: true });
    await expect(pane).toBeFocused();
    await page.getByLabel('Номер расписки').fill('р-5');
    await page.keyboard.press('Enter');
    await page.keyboard.type('140526');
    await page.keyboard.press('Control+Enter');
    await expect(pane).toContainText('расписка возвращена');
    await expectAccessible(page);
    await pane.focus();
    await page.keyboard.press('Escape');
    await expect(pane).toBeHidden();
    await expect(page.getByRole('grid', { name: 'Отправленные' }).locator(':focus')).toHaveRole('gridcell');
  });

  test('an observer is no ordinary addressee; a lock loses nothing of the release in preparation', async () => {
    const page = await openRelease(world);
    await fillPlan(page, ['KZ-01']);
    await page.getByRole('combobox', { name: 'Адресаты' }).fill('OB-01');
    await expect(page.getByText('Ничего не найдено')).toBeVisible();
    await page.getByRole('combobox', { name: 'Адресаты' }).fill('');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Наблюдателю или третьей стороне…' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('checkbox', { name: /OB-01/ }).check();
    await drawer.getByRole('button', { name: 'Взять в адресаты' }).click();
    await pair(page, '0:1').click();
    await expect(page.getByText('Передача наблюдателю или третьей стороне требует решения директора.').first()).toBeVisible();
    await expect(page.getByText('Решение вносит директор Центра под своей учётной записью.')).toBeVisible();

    await page.keyboard.press('Control+l');
    await expect(page.getByRole('main', { name: 'Передача' })).toBeHidden();
    await unlock(world);
    await expect(page.getByText('Подготовка передачи восстановлена.')).toBeVisible();
    await expect(page.getByLabel('Цель передачи')).toHaveValue('проверка условных сведений');
    await expect(page.getByRole('button', { name: 'UZ-01/02/2026/0001', exact: true })).toBeVisible();
    await expect(pair(page, '0:1')).toBeVisible();
  });

  test('the director records his decision on a pair, and seals nothing himself', async () => {
    const page = await openRelease(world);
    await world.ask('session.lock', {});
    await unlock(world, 'director');
    await page.getByRole('navigation').getByRole('button', { name: 'Передача' }).click();
    await fillPlan(page, ['KZ-01']);
    await page.getByRole('button', { name: 'Наблюдателю или третьей стороне…' }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: /OB-01/ }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Взять в адресаты' }).click();
    await pair(page, '0:1').click();
    await expect(pair(page, '0:1')).toContainText('отказ: 2');
    await page.getByRole('button', { name: 'Внести решение директора' }).click();
    await expect(page.getByRole('dialog').getByLabel('Номер решения')).toBeFocused();
    await page.keyboard.type('12 (вымышленное)');
    await page.keyboard.press('Enter');
    await page.keyboard.type('130526');
    await page.keyboard.press('Control+Enter');
    await expect(pair(page, '0:1')).toContainText('отказ: 1');
    await expect(page.getByRole('button', { name: 'Внести решение директора' })).toHaveCount(0);
    await expect(page.getByText(/Решение директора № 12 \(вымышленное\) от/)).toBeVisible();
    await expect(page.getByText('Пакеты запечатывает регистратор.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Запечатать/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Отозвать решение' }).click();
    await expect(pair(page, '0:1')).toContainText('отказ: 2');
  });

  test('what was created in cooperation leaves by two persons; a person by name only once his body has confirmed him', async () => {
    test.slow();
    const page = await unlock(world);
    const { materialId: source } = await registerS1(world);
    const { materialId, regNo } = await world.ask('materials.prepareProduct', { title: 'Обзор', text: 'Вымышленный обзор.', language: 'ru', sources: [source], sheets: 1, copies: 1 });
    const purpose = 'проверка условных сведений';
    await world.ask('consents.record', {
      materialIds: [materialId], grantor: 'UZ-01', scope: { kind: 'body', codes: ['KZ-01'] }, purpose, number: '4/201', date: '2026-05-13', signatory: 'начальник (вымышленный)', carrier: 'бумага, 1 л.',
      conditions: '', conditionsMet: true, validFrom: null, validTo: null,
    });
    await world.ask('session.lock', {});
    await world.ask('session.unlock', { login: 'director', passphrase });
    await world.ask('release.approve', { materialIds: [materialId], recipient: 'KZ-01', purpose, decision: { number: 'Д-1', date: '2026-05-13' }, validTo: null });
    await world.ask('session.lock', {});
    await unlock(world);
    await page.getByRole('navigation').getByRole('button', { name: 'Передача' }).click();
    await page.getByRole('combobox', { name: 'Материал' }).fill(regNo);
    await page.getByRole('option', { name: new RegExp(regNo) }).click();
    await page.getByRole('combobox', { name: 'Адресаты' }).fill('KZ-01');
    await page.getByRole('option', { name: /KZ-01/ }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('Цель передачи').fill(purpose);
    await page.getByLabel('Лично (кому)').fill('К. Условный');
    await page.getByRole('combobox', { name: 'Канал' }).fill('курьер');
    await page.keyboard.press('Escape');
    await pair(page, '0:0').click();
    await expect(pair(page, '0:0')).toContainText('отказ: 1');
    await page.getByRole('button', { name: 'Запросить подтверждение допуска' }).click();
    await page.getByLabel('Для чего требуется').fill('получение пакета');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Внести ответ К. Условный' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Номер документа').fill('3/17');
    await dialog.getByLabel('Дата документа').fill('140526');
    await dialog.getByLabel('Носитель документа').fill('письмо, 1 л.');
    await expectAccessibleHere(page);
    await page.keyboard.press('Control+Enter');
    await expect(pair(page, '0:0')).toContainText('разрешено');
    await page.getByRole('textbox', { name: 'Папка' }).fill(world.medium);
    await expect(page.getByText('Нужен второй сотрудник: эту передачу проверяют двое.')).toBeVisible();
    await page.getByRole('combobox', { name: 'Кто второй' }).click();
    await page.getByRole('option', { name: 'director' }).click();
    await page.getByLabel('Парольная фраза второго').fill(passphrase);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Это диск самого хранилища.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Записать на диск самого хранилища' }).check();
    await page.getByRole('combobox', { name: 'Кто второй' }).click();
    await page.getByRole('option', { name: 'director' }).click();
    await page.getByLabel('Парольная фраза второго').fill(passphrase);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: /Пакет KZ-01\/P\/2026\/\d+ записан и сверен/ })).toBeVisible({ timeout: 30_000 });
  });
});
