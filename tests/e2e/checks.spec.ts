import { expectAccessible, expectAccessibleHere } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { picture } from './picture.ts';
import { passphrase, startGuarded, unlock } from './registry-world.ts';

test('checks, a certificate and an appointment are recorded by keyboard; an expired certificate leaves reading alone and says who mends it', async () => {
  const world = await startGuarded();
  try {
    const page = await unlock(world, 'director');
    await goTo(page, 'Проверки');
    await page.getByRole('button', { name: 'Записать проверку', exact: true }).press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('radio', { name: 'помещение' }).check();
    await drawer.getByRole('textbox', { name: 'Объект' }).fill('помещение 12');
    await drawer.getByRole('radio', { name: 'с замечаниями' }).check();
    await drawer.getByRole('textbox', { name: 'Следующая не позднее' }).fill('14.08.2026');
    await drawer.getByRole('textbox', { name: 'Номер документа' }).fill('А-1');
    await drawer.getByRole('textbox', { name: 'Дата документа' }).fill('14.05.2026');
    await page.keyboard.press('Control+Enter');
    // Not without remarks, and none given: said at its field, and nothing typed is lost.
    await expect(drawer.locator('[data-code="check.remarksMissing"]')).toBeVisible();
    await expect(drawer.getByRole('textbox', { name: 'Объект' })).toHaveValue('помещение 12');
    await expectAccessibleHere(page);
    await drawer.getByRole('textbox', { name: 'Замечания' }).fill('нет пломбы на щите');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('row', { name: /помещение 12/ })).toContainText('в срок');

    await page.getByRole('button', { name: 'Записать сертификат' }).press('Enter');
    await drawer.getByRole('radio', { name: 'эта программа' }).check();
    await drawer.getByRole('textbox', { name: 'Средство' }).fill('Grif');
    await drawer.getByRole('textbox', { name: 'Номер сертификата' }).fill('С-1');
    await drawer.getByRole('textbox', { name: 'Кем выдан' }).fill('вымышленный орган');
    await drawer.getByRole('textbox', { name: 'Действует с' }).fill('14.05.2025');
    await drawer.getByRole('textbox', { name: 'Действует по' }).fill('13.05.2026');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Сертификат программы истёк 13.05.2026')).toBeVisible();
    await picture(page, 'checks-expired');
    await expectAccessible(page);
    // Whatever is entered now is refused in main, with the rule and the way out.
    await page.getByRole('button', { name: 'Назначить ответственного' }).press('Enter');
    await drawer.getByRole('combobox', { name: 'Сотрудник' }).click();
    await page.getByRole('option', { name: /Б-1/ }).click();
    await drawer.getByRole('textbox', { name: 'Полномочия' }).fill('надзор за средствами');
    await drawer.getByRole('textbox', { name: 'Действует по' }).fill('14.05.2027');
    await drawer.getByRole('textbox', { name: 'Номер документа' }).fill('П-7');
    await drawer.getByRole('textbox', { name: 'Дата документа' }).fill('14.05.2026');
    await page.keyboard.press('Control+Enter');
    await expect(drawer.locator('[data-code="session.certificateExpired"]')).toContainText('сертификат программы');
    await world.ask('checks.recordCertificate', { kind: 'program', tool: 'Grif', number: 'С-2', issuer: 'вымышленный орган', from: '2026-05-14', to: '2027-05-13' });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('row', { name: /надзор за средствами/ })).toContainText('исполняет');
    await expect(page.getByText('Сертификат программы истёк')).toBeHidden();
    await picture(page, 'checks');

    // The security officer records what the registrar never sees.
    await world.ask('session.lock', {});
    await unlock(world, 'bezop');
    await goTo(world.page(), 'Проверки');
    await expect(world.page().getByRole('button', { name: 'Записать проверку сотрудника' })).toBeVisible();
    await world.ask('session.lock', {});
    await world.ask('session.unlock', { login: 'r1', passphrase });
    await expect(world.ask('checks.list', {})).rejects.toThrow('session.roleNotEntitled');
  } finally {
    await world.close();
  }
});
