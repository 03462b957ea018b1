import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleHere } from './axe.ts';
import { expect, start, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { picture } from './picture.ts';
import { passphrase, registerS1, startWorld, unlock, type World } from './registry-world.ts';
import { lightKdf } from '#main/vault/kdf.ts';
import { settableClock } from '#main/clock.ts';

const typed = async (page: Page, name: string, text: string) => page.getByRole('textbox', { name, exact: false }).first().fill(text);

/** Locks and unlocks through the door; answers whether the registry opened. */
async function throughTheDoor(page: Page, login: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('combobox', { name: 'Имя учётной записи' }).click();
  await page.getByRole('option', { name: login, exact: true }).click();
  await page.getByRole('textbox', { name: 'Парольная фраза' }).fill(passphrase);
  await page.keyboard.press('Enter');
}

const atTheDesk = (page: Page) => expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();

test.describe('access', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  test('is granted from the certificate and the decision by keyboard, narrows what is seen, and is revoked at once', async () => {
    await world.ask('session.unlock', { login: 'r1', passphrase });
    const { regNo } = await registerS1(world);
    await world.ask('session.lock', {});
    await world.ask('session.unlock', { login: 'director', passphrase });
    await world.ask('officers.enrol', { login: 'a1', name: 'аналитик А-1', role: 'analyst', passphrase });
    await world.ask('session.lock', {});
    const page = await unlock(world, 'director');

    // Without a grant the door stays shut, and says which document is missing and who supplies it.
    await throughTheDoor(page, 'a1');
    const refusal = page.locator('[data-code="grant.none"]');
    await expect(refusal).toContainText('решение о доступе');
    await expect(refusal).toContainText('директор Центра');
    await picture(page, 'access-door');
    await page.getByRole('combobox', { name: 'Имя учётной записи' }).click();
    await page.getByRole('option', { name: 'director', exact: true }).click();
    await page.getByRole('textbox', { name: 'Парольная фраза' }).fill(passphrase);
    await page.keyboard.press('Enter');
    await atTheDesk(page);

    await goTo(page, 'Допуски');
    await expect(page.getByRole('row', { name: /аналитик А-1/ })).toContainText('доступ не предоставлен');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Предоставить доступ: аналитик А-1' }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'Кем выдана' })).toBeFocused();
    await page.keyboard.type('вымышленный орган КЗ');
    await page.keyboard.press('Enter');
    await page.keyboard.type('СД-17');
    await page.keyboard.press('Enter');
    await page.keyboard.type('010126');
    await page.keyboard.press('Enter');
    await page.keyboard.type('010726');
    await page.getByRole('group', { name: 'Справка о допуске' }).getByRole('radio', { name: 'СОВЕРШЕННО СЕКРЕТНО' }).check();
    await page.getByRole('radio', { name: 'только перечисленных' }).check();
    await page.getByRole('textbox', { name: 'Органы' }).or(page.getByRole('combobox', { name: 'Органы' })).first().click();
    await page.getByRole('option', { name: /^KZ-01/ }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('group', { name: 'Решение о доступе' }).getByRole('radio', { name: /^СЕКРЕТНО/ }).check();
    await page.getByRole('group', { name: 'Решение о доступе' }).getByRole('textbox', { name: 'Действует по' }).fill('310726');
    await typed(page, 'Номер решения', '14/д');
    await page.getByRole('textbox', { name: 'Дата решения' }).fill('150526');
    await page.keyboard.press('Control+Enter');
    // Tomorrow's paper is refused at its field; nothing typed is lost.
    await expect(page.getByRole('textbox', { name: 'Дата решения' })).toBeFocused();
    await expectAccessibleHere(page);
    await picture(page, 'access-issue');
    await page.getByRole('textbox', { name: 'Дата решения' }).fill('140526');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    const row = page.getByRole('row', { name: /аналитик А-1/ });
    await expect(row).toContainText('органы: KZ-01, до СЕКРЕТНО');
    await expect(row).toContainText('01.07.2026');
    await picture(page, 'access-list');

    await throughTheDoor(page, 'a1');
    await atTheDesk(page);
    // 48 days are left: the desk warns (R10.2).
    await expect(page.getByText('Ваш доступ')).toBeVisible();
    await picture(page, 'access-desk');
    await goTo(page, 'Допуски');
    await expect(page.getByText('органы: KZ-01, до СЕКРЕТНО')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await expectAccessible(page);
    await picture(page, 'access-own');
    await goTo(page, 'Материалы');
    await expect(page.getByText(regNo)).toHaveCount(0);

    await throughTheDoor(page, 'director');
    await expect(page.getByText('Директор Центра')).toBeVisible();
    await goTo(page, 'Допуски');
    await page.getByRole('button', { name: 'Отозвать доступ: аналитик А-1' }).press('Enter');
    await page.keyboard.type('перевод (вымышлено)');
    await page.keyboard.press('Enter');
    await page.keyboard.type('15/д');
    await page.keyboard.press('Enter');
    await page.keyboard.type('140526');
    await expectAccessibleHere(page);
    await picture(page, 'access-revoke');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('row', { name: /аналитик А-1/ })).toContainText('отозван');
    // What the program cannot change for him is the director's to see to.
    await expect(page.getByRole('alert').filter({ hasText: 'ключи пакетов Центра' })).toContainText('аналитик А-1');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'История решений: аналитик А-1' }).press('Enter');
    await expect(page.getByRole('dialog')).toContainText('перевод (вымышлено)');
    await page.keyboard.press('Escape');
    await throughTheDoor(page, 'a1');
    await expect(page.locator('[data-code="grant.revoked"]')).toBeVisible();
  });

  test('is signed by the person replacing the director while he does, never for himself, and the session ends with the day of its end', async () => {
    const page = await unlock(world, 'director');
    await goTo(page, 'Допуски');
    await page.getByRole('button', { name: 'Записать замещение' }).press('Enter');
    await page.getByRole('combobox', { name: 'Кто замещает' }).or(page.getByRole('textbox', { name: 'Кто замещает' })).first().click();
    await page.getByRole('option', { name: /сотрудник Р-1/ }).click();
    await page.getByRole('textbox', { name: 'По', exact: true }).fill('200526');
    await page.getByRole('textbox', { name: 'Номер приказа' }).fill('7/к');
    await page.getByRole('textbox', { name: 'Дата приказа' }).fill('140526');
    await expectAccessibleHere(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('замещает', { exact: true })).toBeVisible();
    await picture(page, 'access-deputy');
    await world.ask('officers.enrol', { login: 'a1', name: 'аналитик А-1', role: 'analyst', passphrase });

    await throughTheDoor(page, 'r1');
    await expect(page.getByText('Регистратор', { exact: true }).first()).toBeVisible();
    await goTo(page, 'Допуски');
    await expect(page.getByRole('button', { name: 'Предоставить доступ: аналитик А-1' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Предоставить доступ: сотрудник Р-1' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Записать замещение' })).toHaveCount(0);
    // The last day of the registrar's own certificate passes while he works.
    world.clock.set('2030-12-31T23:59:00');
    await page.reload();
    await expect(page.getByRole('main')).toBeVisible();
    world.clock.set('2031-01-01T00:00:00');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Хранилище заблокировано' })).toBeVisible();
  });
});

test('a vault is set up with the order and the certificate of its director', async () => {
  const started = await start({ clock: settableClock('2026-05-14T09:00:00'), kdf: lightKdf });
  try {
    const page = started.page();
    await expect(page.getByRole('textbox', { name: 'Фамилия, имя, отчество' })).toBeFocused();
    await typed(page, 'Фамилия, имя, отчество', 'Д');
    await typed(page, 'Имя учётной записи', 'director');
    // Judged while it is typed, before there is a vault; one that would not stand is refused at its field.
    const first = page.getByRole('textbox', { name: 'Парольная фраза', exact: false }).first();
    await first.fill('cjkysirj gfhjkm');
    await expect(page.getByText('Это обычное слово в другой раскладке')).toBeVisible();
    await first.fill('лошадь чинит зонтик над проливом');
    await expect(page.getByText('Надёжная фраза')).toBeVisible();
    await first.fill(passphrase);
    await page.getByRole('textbox', { name: 'Парольная фраза ещё раз' }).fill('не та');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Фразы не совпадают')).toBeVisible();
    await page.getByRole('textbox', { name: 'Парольная фраза ещё раз' }).fill(passphrase);
    // What is missing is named at its field, and the caret goes there.
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('textbox', { name: 'Приказ о назначении' })).toBeFocused();
    await expect(page.getByText('Заполните это поле').first()).toBeVisible();
    await typed(page, 'Приказ о назначении', '1/л');
    await typed(page, 'Дата приказа', '100126');
    await typed(page, 'Справка о допуске: кем выдана', 'вымышленный орган');
    await typed(page, 'Справка о допуске, №', 'СД-1');
    await typed(page, 'Допуск действует по', '130526');
    await page.getByRole('button', { name: 'Создать хранилище' }).click();
    await expect(page.locator('[data-code="clearance.expired"]')).toBeVisible();
    await expectAccessible(page);
    await picture(page, 'access-first-run');
    await typed(page, 'Допуск действует по', '311226');
    await page.getByRole('button', { name: 'Создать хранилище' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();
    await goTo(page, 'Допуски');
    await expect(page.getByText('все органы, до СОВЕРШЕННО СЕКРЕТНО').first()).toBeVisible();
  } finally {
    await started.close();
  }
});
