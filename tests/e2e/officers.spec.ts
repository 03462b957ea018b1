import { testGrant } from '#main/registry.fixture.ts';
import { expectAccessible, expectAccessibleHere } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { passphrase, startWorld, unlock, type World } from './registry-world.ts';

test.describe('officers and vault', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  test('an officer is enrolled with nothing typed lost on the way, unlocks, and is disabled', async () => {
    const page = await unlock(world, 'director');
    await goTo(page, 'Сотрудники и хранилище');
    await expectAccessible(page);
    await page.keyboard.press('Alt+n');
    await expect(page.getByRole('textbox', { name: 'Фамилия, имя, отчество' })).toBeFocused();
    await page.keyboard.type('аналитик А-1');
    await page.keyboard.press('Enter');
    await page.keyboard.type('r1');
    await page.getByRole('radio', { name: 'Аналитик' }).check();
    await expect(page.getByText('Читает материалы, решает о связях')).toBeVisible();
    await page.getByRole('textbox', { name: 'Парольная фраза', exact: false }).first().fill(passphrase);
    await page.getByRole('textbox', { name: 'Парольная фраза ещё раз' }).fill('иная');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Фразы не совпадают')).toBeVisible();
    await page.getByRole('textbox', { name: 'Парольная фраза ещё раз' }).fill(passphrase);
    await page.keyboard.press('Control+Enter');
    // The login of another: refused at its field, the rest stands.
    await expect(page.getByRole('textbox', { name: 'Имя учётной записи' })).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Фамилия, имя, отчество' })).toHaveValue('аналитик А-1');
    await expectAccessibleHere(page);
    await page.getByRole('textbox', { name: 'Имя учётной записи' }).fill('a1');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('row', { name: /аналитик А-1/ })).toContainText('действует');

    // An account opens no content: that takes a grant (Art. 10).
    const { officials } = await world.ask('access.list', {});
    await world.ask('access.issue', testGrant(officials.find(({ officer }) => officer.login === 'a1')?.officer.id ?? ''));

    await page.keyboard.press('Control+l');
    await page.getByRole('combobox', { name: 'Имя учётной записи' }).click();
    await page.getByRole('option', { name: 'a1' }).click();
    await page.getByRole('textbox', { name: 'Парольная фраза' }).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();
    await goTo(page, 'Сотрудники и хранилище');
    await expect(page.getByRole('table')).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Нынешняя фраза' }).fill('не та фраза вовсе');
    await page.getByRole('textbox', { name: 'Новая фраза', exact: false }).first().fill('новая вымышленная фраза для пробы');
    await page.getByRole('textbox', { name: 'Новая фраза ещё раз' }).fill('новая вымышленная фраза для пробы');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('textbox', { name: 'Нынешняя фраза' })).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Новая фраза ещё раз' })).toHaveValue('новая вымышленная фраза для пробы');

    await world.ask('session.lock', {});
    await unlock(world, 'director');
    await goTo(page, 'Сотрудники и хранилище');
    await page.getByRole('button', { name: 'Закрыть: a1' }).press('Enter');
    await page.getByRole('textbox', { name: 'Причина' }).fill('перевод');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('row', { name: /аналитик А-1/ })).toContainText('закрыта');
    await page.getByRole('button', { name: 'Проверка хранилища' }).press('Enter');
    await expect(page.getByText('Цепочка цела')).toBeVisible();
  });

  test('a clock set back is told on every screen, with the way out for the director', async () => {
    await unlock(world, 'director');
    world.clock.set('2026-05-13T08:00:00');
    const page = world.page();
    await page.reload();
    await expect(page.getByText('Часы рабочей станции переведены назад').first()).toBeVisible();
    await page.getByRole('button', { name: 'Как исправить' }).press('Enter');
    await page.getByRole('textbox', { name: 'Почему часы были неверны' }).fill('села батарея (вымышлено)');
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Почему часы были неверны' }).press('Control+Enter');
    await expect(page.getByText('Часы рабочей станции переведены назад')).toHaveCount(0);
  });
});
