import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { packageOfTj, startExchange, type ExchangeWorld } from './exchange-world.ts';
import { expect, test } from './fixture.ts';
import { registerS1, unlock } from './registry-world.ts';

async function openIn(world: ExchangeWorld, page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Пакеты' }).click();
  await page.getByRole('tab', { name: 'Вскрыть и проверить' }).click();
  await page.getByRole('textbox', { name: 'Папка' }).fill(world.medium);
}
const verify = (page: Page, number: string) => page.getByRole('button', { name: `Вскрыть и проверить ${number}` });

test.describe('sealed packages', () => {
  let world: ExchangeWorld;
  test.beforeEach(async () => { world = await startExchange(); });
  test.afterEach(async () => { await world.close(); });

  test('a package of a body is verified, registered, its item opens the form as its sender wrote it; the same number again is a replay', async () => {
    const page = await unlock(world);
    await packageOfTj(world, 'P-77');
    await openIn(world, page);
    await verify(page, 'P-77').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Пакет подлинный и целый')).toBeVisible();
    await expect(page.getByText('номер ещё не регистрировался')).toBeVisible();
    await expect(page.getByText('Намунаи санҷишӣ: мошини боркаш.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Зарегистрировать 09-31/ })).toHaveCount(0);
    await expectAccessible(page);

    await page.keyboard.press('Control+Semicolon');
    await page.getByRole('combobox', { name: 'Канал' }).or(page.getByRole('textbox', { name: 'Канал' })).first().fill('курьер');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Проверьте 1 поле')).toBeVisible();
    await page.getByRole('radio', { name: 'целы' }).check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Зарегистрировать 09-31' }).click();
    await expect(page.getByText('Пакет TJ-01/R/2026/0001')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Исходящий номер' })).toHaveValue('09-31');
    await expect(page.getByRole('textbox', { name: 'Гриф отправителя' })).toHaveValue('Махфӣ');
    await expect(page.getByRole('textbox', { name: 'Текст', exact: true })).toHaveValue('Намунаи санҷишӣ: мошини боркаш.');
    await expect(page.getByText('схема.txt')).toBeVisible();

    await openIn(world, page);
    await verify(page, 'P-77').click();
    await expect(page.getByText('Пакет не принят: повтор')).toBeVisible();
    await expect(page.getByText('Ничего не зарегистрировано')).toBeVisible();
  });

  test('our own package is verified and not registered; one byte altered, or cut off, is named', async () => {
    const page = await unlock(world);
    const { materialId } = await registerS1(world);
    const sealed = await world.ask('release.seal', {
      jobId: 'a'.repeat(20), materialIds: [materialId], recipient: 'UZ-01', purpose: 'возврат', channel: 'курьер', folder: world.medium, allowVaultDisk: true, language: 'ru',
    });
    const bytes = readFileSync(sealed.path);
    writeFileSync(join(world.medium, 'cut.grifpkg'), bytes.subarray(0, -40));
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(join(world.medium, 'altered.grifpkg'), bytes);
    await openIn(world, page);
    await expect(page.getByRole('button', { name: /^Вскрыть и проверить/ })).toHaveCount(3);
    const file = (name: string) => page.getByRole('listitem').filter({ hasText: name }).getByRole('button');
    await file('altered.grifpkg').click();
    await expect(page.getByText('Пакет не принят: изменён')).toBeVisible();
    await file('cut.grifpkg').click();
    await expect(page.getByText('Пакет не принят: обрезан')).toBeVisible();
    await expectAccessible(page);
    await file(sealed.path.slice(sealed.path.lastIndexOf('/') + 1)).click();
    await expect(page.getByText('Это пакет самого Центра')).toBeVisible();
    await expect(page.getByText('Регистрация пакета')).toHaveCount(0);
  });
});
