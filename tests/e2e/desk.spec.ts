import { expectAccessible } from './axe.ts';
import { expect, test } from './fixture.ts';
import { registerScenarios } from './materials-world.ts';
import { passphrase, startWorld, unlock, type World } from './registry-world.ts';

test.describe('desk', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  test('is calm when nothing waits but the first backup, which another role makes, and tells of the unlocking before', async () => {
    const page = await unlock(world);
    await expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Ждёт решения' }).getByRole('listitem')).toHaveText([/Проверенной резервной копии нет/]);
    await expect(page.getByRole('region', { name: 'Хранилище' })).toContainText('сотрудник Р-1');
    await expectAccessible(page);
  });

  test('each row leads by a key to the screen where it is acted on, with its filter', async () => {
    await world.ask('session.unlock', { login: 'r1', passphrase });
    await registerScenarios(world);
    await world.ask('incoming.register', { sender: { kind: 'listed', body: 'UZ-01' }, outerNumber: 'П-90', channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: null });
    await world.ask('session.lock', {});
    world.clock.set('2026-06-10T09:00:00');
    const page = await unlock(world);
    const late = page.getByRole('list', { name: 'Просрочено' }).getByRole('button');
    await expect(late).toHaveCount(2);
    await expect(late.first()).toBeFocused();
    await expectAccessible(page);

    await late.first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Уведомления' })).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();

    // What is late are rows 1 and 2; drafts, the package of which nothing is registered and what is not admitted follow.
    const waiting = page.getByRole('list', { name: 'Ждёт решения' }).getByRole('button');
    await expect(waiting).toHaveText([/^2Проекты уведомлений/, /^1Пакеты, из которых/, /^1Получено, не допущено/]);
    await page.getByRole('list', { name: 'Просрочено' }).getByRole('button').first().focus();
    await page.keyboard.press('End');
    await expect(waiting.last()).toBeFocused();
    await page.keyboard.press('Digit5');
    await expect(page.getByRole('heading', { level: 1, name: 'Материалы' })).toBeVisible();
    await expect(page.getByRole('grid')).toContainText('TM-01');
    await expect(page.getByRole('grid')).not.toContainText('UZ-01');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('list', { name: 'Ждёт решения' }).getByRole('button', { name: /Пакеты, из которых/ }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Регистрация входящих' })).toBeVisible();
  });

  test('a request that awaits its justification is opened from the desk, and the justification recorded by keyboard', async () => {
    await world.ask('session.unlock', { login: 'r1', passphrase });
    await world.ask('requests.record', {
      kind: 'oneOff', from: 'TJ-01', number: '09-50', date: world.clock.now().slice(0, 10), topic: 'условная проверка', personalData: true, justification: '', validTo: null,
    });
    await world.ask('session.lock', {});
    const page = await unlock(world);
    await page.getByRole('button', { name: /Запросы, ожидающие обоснования/ }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Запросы' })).toBeVisible();
    await page.getByRole('row').filter({ hasText: '09-50' }).getByRole('gridcell').first().press('Enter');
    const pane = page.getByRole('region', { name: 'Запрос', exact: true });
    await expect(pane).toContainText('ждёт обоснования');
    await expectAccessible(page);
    await pane.getByRole('textbox', { name: 'Обоснование' }).fill('условное дело № 7');
    await pane.getByRole('textbox', { name: 'Номер документа' }).fill('09-51');
    await pane.getByRole('textbox', { name: 'Дата документа' }).fill(world.clock.now().slice(0, 10));
    await page.keyboard.press('Control+Enter');
    await expect(pane).toContainText('Выберите из списка');
    await pane.getByRole('radio', { name: 'не принято' }).press('Space');
    await pane.getByRole('textbox', { name: 'Почему не принято' }).fill('дело не названо');
    await page.keyboard.press('Control+Enter');
    await expect(pane).toContainText('№ 09-51 от');
    await expect(pane).toContainText('подготовлен, не направлен');
    await expect(pane).toContainText('ждёт обоснования');
    await expectAccessible(page);
    await pane.getByRole('textbox', { name: 'Обоснование' }).fill('условное дело № 7');
    await pane.getByRole('textbox', { name: 'Номер документа' }).fill('09-51');
    await pane.getByRole('textbox', { name: 'Дата документа' }).fill(world.clock.now().slice(0, 10));
    await pane.getByRole('radio', { name: 'принято', exact: true }).press('Space');
    await page.keyboard.press('Control+Enter');
    await expect(pane).toContainText('открыт');
    await expect(pane).toContainText('№ 09-51');
    await expect(page.getByRole('row').filter({ hasText: '09-50' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(pane).toBeHidden();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('list', { name: 'Ждёт решения' }).getByRole('listitem')).toHaveText([/Проверенной резервной копии нет/]);
  });
});
