import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { otherDisk } from '#main/other-disk.fixture.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { picture } from './picture.ts';
import { passphrase, startGuarded, unlock, type World } from './registry-world.ts';

test.describe('backups', () => {
  test.skip(otherDisk === undefined, 'no second disk to put a backup on');
  let world: World;
  let medium: string;
  test.beforeEach(async () => {
    world = await startGuarded();
    medium = mkdtempSync(join(otherDisk ?? '', 'grif-medium-'));
  });
  test.afterEach(async () => {
    await world.close();
    rmSync(medium, { recursive: true, force: true });
  });

  test('from the desk\'s warning to a medium with a number, one key, and a proven backup', async () => {
    const page = await unlock(world, 'director');
    await page.getByRole('button', { name: /Проверенной резервной копии нет/ }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Резервные копии' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Alt+n');
    await page.getByRole('textbox', { name: 'Учётный номер' }).fill('НН-7');
    await page.getByRole('textbox', { name: 'Где хранится' }).fill('сейф 2');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Папка' }).fill(medium);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('row', { name: /НН-7/ })).toContainText('ещё не использован');
    await page.getByRole('textbox', { name: 'Папка' }).fill(medium);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Копия № 1 на носителе НН-7 проверена')).toBeVisible();
    await expect(page.getByRole('row', { name: /сейф 2/ })).toContainText('высшая степень');
    await expect(page.getByText('Последняя проверенная копия сделана сегодня')).toBeVisible();
    await picture(page, 'backup-screen');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Удалить копию № 1' }).press('Enter');
    await page.getByRole('textbox', { name: 'Причина' }).fill('место');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog').getByText('Копия № 1 — последняя проверенная.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Проверить наличие: НН-7' }).press('Enter');
    await page.getByRole('checkbox', { name: 'Носитель на месте' }).uncheck();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Проверенной резервной копии нет')).toBeVisible();
    await goTo(page, 'Рабочий стол');
    await expect(page.getByRole('button', { name: /Проверенной резервной копии нет/ })).toBeVisible();
  });

  test('a vault that was lost is put back by two from the first screen, and opens as it stood', async () => {
    await world.ask('session.unlock', { login: 'director', passphrase });
    await world.ask('backup.registerMedium', { folder: medium, number: 'НН-7', description: '', place: 'сейф 2' });
    const made = await world.ask('backup.make', { jobId: 'a'.repeat(20), folder: medium });
    await world.ask('session.lock', {});
    rmSync(join(world.dataFolder, 'vault'), { recursive: true });
    const page = world.page();
    await page.reload();
    await page.getByRole('button', { name: 'Восстановить из резервной копии' }).press('Enter');
    await page.getByRole('textbox', { name: 'Папка' }).fill(medium);
    await page.getByRole('button', { name: 'Показать копии' }).press('Enter');
    await expect(page.getByText('Носитель № НН-7')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Первый' }).click();
    await page.getByRole('option', { name: 'director' }).click();
    await page.getByRole('textbox', { name: 'Парольная фраза' }).first().fill(passphrase);
    await page.getByRole('combobox', { name: /Второй/ }).or(page.getByRole('group').getByRole('combobox')).first().click();
    await page.getByRole('option', { name: 'bezop' }).click();
    await page.getByRole('group').getByRole('textbox', { name: /фраза/ }).fill('не та');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Парольная фраза второго сотрудника (bezop) неверна.').first()).toBeVisible();
    await picture(page, 'restore-screen');
    await page.getByRole('group').getByRole('textbox', { name: /фраза/ }).fill(passphrase);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Хранилище восстановлено из копии № 1')).toBeVisible();
    await expect(page.getByText(made.head.hash.slice(0, 4))).toBeVisible();
    await picture(page, 'restore-done');
    await page.getByRole('button', { name: 'Открыть хранилище' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Хранилище заблокировано' })).toBeVisible();
    await unlock(world, 'director');
    await goTo(page, 'Журнал');
    await expect(page.getByText('Хранилище восстановлено из резервной копии').first()).toBeVisible();
  });
});
