import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { picture } from './picture.ts';
import { passphrase, registerS1, startWorld, unlock, type World } from './registry-world.ts';


test.describe('a damaged vault', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });
  const vault = (): string => join(world.dataFolder, 'vault');
  const shot = (name: string): Promise<void> => picture(world.page(), name);

  test('says on every screen that a part is lost, which, since when and what to do; the rest is worked with', async () => {
    await world.ask('session.unlock', { login: 'r1', passphrase });
    const before = new Set(readdirSync(join(vault(), 'holdings')));
    const { materialId, regNo } = await registerS1(world);
    const made = readdirSync(join(vault(), 'holdings')).find((name) => !before.has(name)) ?? '';
    await world.ask('session.lock', {});
    rmSync(join(vault(), 'holdings', made, 'store.db'));

    const page = await unlock(world, 'director');
    await expect(page.getByText('Хранилище повреждено: целы не все его части')).toBeVisible();
    await shot('damage-band');
    await page.getByRole('button', { name: 'Что цело и что делать' }).press('Enter');
    const lost = page.getByRole('region', { name: 'Повреждено или недоступно' });
    await expect(lost).toContainText('Раздел UZ-01/LOWER');
    await expect(lost).toContainText('файла нет');
    await expect(lost).toContainText(/№ \d+, 14\.05\.2026/);
    await expect(page.getByText('Последняя проверка без замечаний')).toBeVisible();
    await expect(page.getByText('восстанавливают последнюю проверенную резервную копию')).toBeVisible();
    await expectAccessible(page);
    await shot('damage-panel');
    await page.getByRole('button', { name: 'Проверка хранилища' }).press('Enter');
    await expect(page.getByText('Повреждено: Раздел UZ-01/LOWER — файла нет')).toBeVisible();
    await shot('damage-checked');

    // A material of the damaged holding is refused by its damage; a list shows the rest.
    await expect(world.ask('materials.card', { materialId })).rejects.toThrow(/vault.missing.*UZ-01\/LOWER/);
    expect((await world.ask('materials.page', { filter: {}, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 10 })).rows.map((row) => row.regNo)).not.toContain(regNo);
    expect(readdirSync(join(vault(), 'holdings', made))).toEqual(['files']);

    for (const [button, words] of [['EN', 'The vault is damaged: not all of its parts stand'], ['ҚАЗ', 'Қойма зақымдалған: бөліктерінің бәрі бүтін емес']] as const) {
      await page.getByRole('banner').or(page.locator('body')).getByText(button, { exact: true }).first().click();
      await expect(page.getByText(words)).toBeVisible();
      await shot(`damage-${button}`);
    }
  });

  test('whose log of heads was cut is refused by name, and opened for reading by the director', async () => {
    await world.ask('session.unlock', { login: 'r1', passphrase });
    await registerS1(world);
    await world.ask('session.lock', {});
    truncateSync(join(vault(), 'heads.log'), 300);
    const page = world.page();
    await page.reload();
    await page.getByRole('combobox', { name: 'Имя учётной записи' }).click();
    await page.getByRole('option', { name: 'director' }).click();
    const secret = page.getByRole('textbox', { name: 'Парольная фраза' });
    await secret.fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText('возможна подмена или откат')).toBeVisible();
    await shot('damage-heads-refused');
    await page.getByRole('checkbox', { name: 'Открыть только для чтения того, что уцелело' }).check();
    await secret.fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Хранилище открыто только для чтения: действия не записываются и не принимаются.')).toBeVisible();
    await goTo(page, 'Материалы');
    await expect(page.getByText('4/118').first()).toBeVisible();
    await shot('damage-reading');
    await expect(world.ask('officers.enrol', { login: 'x', name: 'Х', role: 'analyst', passphrase })).rejects.toThrow(/vault.reading/);
    await goTo(page, 'Сотрудники и хранилище');
    await expect(page.getByRole('region', { name: 'Повреждено или недоступно' })).toContainText('Журнал отпечатков');
    await shot('damage-reading-panel');
  });
});
