import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleHere } from './axe.ts';
import { expect, test } from './fixture.ts';
import { draft, packageFrom } from './materials-world.ts';
import { openScreen, passphrase, registerS1, s2Text, startWorld, unlock, type World } from './registry-world.ts';

async function openBreach(world: World): Promise<Page> {
  const page = await unlock(world);
  await registerS1(world);
  await world.ask('materials.register', draft(await packageFrom(world, 'TJ-01'), { senderNumber: '09-31', asReceived: { marking: 'МАХФӢ', code: '', attributes: [], text: s2Text, language: 'tg' } }));
  await page.getByRole('navigation').getByRole('button', { name: 'Распространение и утрата' }).click();
  await expect(page.getByText('Органы уведомляются немедленно')).toBeVisible();
  return page;
}

async function take(page: Page, number: string, regNo: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Затронутые материалы' }).fill(number);
  await expect(page.getByRole('option', { name: new RegExp(regNo) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: regNo, exact: true })).toBeVisible();
}

test.describe('breach', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  test('opened with minimum facts it drafts one notice per body with that body\'s materials only, and its clock turns red after a day', async () => {
    const page = await openBreach(world);
    await page.getByRole('radio', { name: 'утрата', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/Проверьте \d пол/)).toBeVisible();
    await expect(page.getByText('Назовите хотя бы один материал')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'утрата', exact: true })).toBeChecked();

    await page.getByRole('radio', { name: 'носитель', exact: true }).check();
    await page.getByRole('radio', { name: 'в Центре' }).check();
    await page.getByLabel('Обнаружено, дата').fill('140526');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1530');
    await take(page, '4/118', 'UZ-01/02/2026/0001');
    await take(page, '09-31', 'TJ-01/02/2026/0001');
    await page.getByLabel('Что известно').fill('Условный носитель не найден.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('ещё не наступила').first()).toBeVisible();
    await expect(page.getByLabel('Что известно')).toHaveValue('Условный носитель не найден.');
    await page.getByLabel('Обнаружено, дата').fill('130526');
    await page.keyboard.press('Control+Enter');

    const breach = page.getByRole('region', { name: 'Факт 02-1/2026' });
    await expect(breach).toBeVisible();
    await expect(breach.getByRole('timer')).toContainText('23 часа 2 минуты');
    await expect(breach.getByRole('timer')).toHaveAttribute('data-late', 'false');
    const notice = (body: string) => breach.getByRole('list', { name: 'Уведомления по факту 02-1/2026' }).getByRole('listitem').filter({ hasText: body });
    await expect(notice('UZ-01')).toContainText('4/118');
    await expect(notice('UZ-01')).not.toContainText('TJ');
    await expect(notice('TJ-01')).toContainText('09-31');
    await expect(notice('TJ-01')).not.toContainText('UZ');
    await expect(page.getByLabel('Что известно')).toHaveValue('');

    await notice('UZ-01').getByRole('button', { name: 'Направить UZ-01' }).focus();
    await page.keyboard.press('Enter');
    await expect(notice('UZ-01')).toContainText('UZ-01/S/2026/0001');
    await expect(notice('UZ-01').getByRole('button', { name: 'Печать UZ-01' })).toBeVisible();
    await expectAccessible(page);

    world.clock.set('2026-05-14T15:40:00');
    await page.reload();
    await expect(page.getByRole('timer')).toContainText('более суток');
    await expect(page.getByRole('timer')).toHaveAttribute('data-late', 'true');
    await expectAccessible(page);
  });
});

test.describe('a breach to its end', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  test('is closed by the director and a second person at the keyboard once every body was told, and its material moves again', async () => {
    await unlock(world);
    const { materialId } = await registerS1(world);
    const { notices, incidentId } = await world.ask('incidents.open', {
      kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условная утрата', measures: '', materialIds: [materialId],
    });
    await world.ask('session.lock', {});
    const page = await unlock(world, 'director');
    await openScreen(page, 'Распространение и утрата');
    const breach = page.getByRole('region', { name: 'Факт 02-1/2026' });
    await expect(breach.getByRole('list', { name: 'Чего недостаёт для закрытия' }).getByRole('listitem')).toHaveCount(3);
    await breach.getByRole('button', { name: 'Обсуждение с компетентными органами' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'не требуется' }).check();
    await page.getByLabel('Основание').fill('условно: найден в сейфе');
    await page.keyboard.press('Control+Enter');
    await expect(breach).toContainText('условно: найден в сейфе');
    await breach.getByRole('button', { name: 'Ущерб' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Документ, номер').fill('9/к');
    await page.getByLabel('Дата документа').fill('140526');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog').getByText('Согласованный ущерб — это размер').first()).toBeVisible();
    await page.getByRole('radio', { name: 'ущерба нет' }).check();
    await expectAccessibleHere(page);
    await page.keyboard.press('Control+Enter');
    await expect(breach.getByRole('list', { name: 'Чего недостаёт для закрытия' }).getByRole('listitem')).toHaveCount(1);
    await breach.getByRole('button', { name: 'Закрыть факт 02-1/2026' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog').getByRole('form', { name: 'Закрытие факта 02-1/2026' });
    await expect(form.getByLabel('Что установлено и сделано')).toBeFocused();
    await page.keyboard.type('Условный носитель найден.');
    await form.getByLabel('Заключение, номер').fill('7/з');
    await form.getByLabel('Дата заключения').fill('140526');
    await form.getByRole('combobox', { name: 'Кто второй' }).click();
    await page.getByRole('option', { name: 'r1' }).click();
    await form.getByLabel('Парольная фраза второго').fill(passphrase);
    await page.keyboard.press('Control+Enter');
    await expect(form.getByText('не направлены уведомления: UZ-01')).toBeVisible();
    await expectAccessibleHere(page, 'RU');
    for (const { noticeId } of notices) await world.ask('notices.issue', { noticeId });
    await page.keyboard.press('Control+Enter');
    await expect(breach.getByText('закрыт', { exact: true })).toBeVisible();
    await expect(breach).toContainText('Условный носитель найден.');
    await expect(breach).toContainText('Движение возобновлено');
    await expect(breach.getByRole('timer')).toBeHidden();
    expect((await world.ask('materials.card', { materialId })).row.frozen).toBe(false);
    expect(await world.ask('incidents.list', {})).toMatchObject([{ id: incidentId, status: 'closed' }]);
    await expectAccessible(page);
  });

  test('its persons are named by the security officer, who sees the law and nothing of a material', async () => {
    await unlock(world);
    const { materialId, regNo } = await registerS1(world);
    await world.ask('incidents.open', { kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условная утрата', measures: '', materialIds: [materialId] });
    await world.ask('session.lock', {});
    await unlock(world, 'director');
    await world.ask('officers.enrol', { login: 's1', name: 'сотрудник З-1', role: 'security', passphrase });
    await world.ask('session.lock', {});
    const page = await unlock(world, 's1');
    await openScreen(page, 'Распространение и утрата');
    const persons = page.getByRole('region', { name: 'Лица по факту 02-1/2026' });
    await persons.getByRole('button', { name: 'Указать лицо 02-1/2026' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Обозначение лица в документах')).toBeFocused();
    await page.keyboard.type('дело 5');
    await page.getByRole('radio', { name: 'нескольких государств' }).check();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Гражданство указано противоречиво').first()).toBeVisible();
    await page.getByLabel('Участвующие государства').first().click();
    await page.keyboard.type('таджик');
    await page.keyboard.press('Enter');
    await expectAccessibleHere(page);
    await page.keyboard.press('Control+Enter');
    await expect(persons).toContainText('дело 5');
    await expect(persons).toContainText('право определяется консультациями');
    await expect(page.getByRole('main')).not.toContainText(regNo);
    await expectAccessible(page);
  });

  test('a package with broken seals asks to be looked into, and the breach opened of it settles that', async () => {
    const page = await unlock(world);
    const { materialId } = await registerS1(world);
    await world.ask('incoming.register', {
      sender: { kind: 'listed', body: 'UZ-01' }, outerNumber: 'П-78', channel: 'курьер', courier: 'Ф-3', seals: 'broken', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: null,
    });
    await openScreen(page, 'Распространение и утрата');
    const asked = page.getByRole('list', { name: 'Требует проверки: возможен факт' });
    await expect(asked).toContainText('Нарушены печати пакета');
    await expectAccessible(page);
    await asked.getByRole('button', { name: /^Открыть факт/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('По подозрению: Нарушены печати пакета')).toBeVisible();
    await page.getByRole('radio', { name: 'разглашение', exact: true }).check();
    await page.getByRole('radio', { name: 'информация', exact: true }).check();
    await page.getByRole('radio', { name: 'в Центре' }).check();
    await page.getByLabel('Обнаружено, дата').fill('140526');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1430');
    await take(page, '4/118', 'UZ-01/02/2026/0001');
    await page.getByLabel('Что известно').fill('Условный пакет вскрыт.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Факт 02-1/2026' })).toBeVisible();
    await expect(asked).toBeHidden();
    expect((await world.ask('materials.card', { materialId })).row.frozen).toBe(true);
  });
});
