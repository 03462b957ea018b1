import { mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, expectAccessibleHere } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { picture } from './picture.ts';
import { passphrase, startWorld, unlock, type World } from './registry-world.ts';


test.describe('the door and its keys', () => {
  test.describe.configure({ timeout: 120_000 });
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });
  const file = (name: string): string => join(world.dataFolder, 'vault', name);
  const shot = (name: string): Promise<void> => picture(world.page(), name);

  test('a passphrase is judged while it is typed; a key file is made with it, asked for at the door, and missed by its name', async () => {
    const medium = join(world.dataFolder, 'medium');
    mkdirSync(medium);
    const page = await unlock(world, 'director');
    await goTo(page, 'Сотрудники и хранилище');
    await page.getByRole('textbox', { name: 'Нынешняя фраза' }).fill(passphrase);
    const next = page.getByRole('textbox', { name: 'Новая фраза', exact: false }).first();
    await next.fill('cjkysirj gfhjkm');
    await expect(page.getByText('Это обычное слово в другой раскладке')).toBeVisible();
    await shot('key-weak');
    const phrase = 'лошадь чинит зонтик над проливом';
    await next.fill(phrase);
    await expect(page.getByText('Надёжная фраза')).toBeVisible();
    await page.getByRole('textbox', { name: 'Новая фраза ещё раз' }).fill(phrase);
    await page.getByRole('radio', { name: 'Сделать файл-ключ на носителе' }).check();
    const folder = page.getByRole('group', { name: 'Носитель для файла-ключа' }).getByRole('textbox');
    await folder.fill(medium);
    await expectAccessible(page);
    await shot('key-file-form');
    await folder.press('Control+Enter');
    await expect(page.getByText('Файл-ключ записан и прочитан обратно')).toBeVisible();
    await expect(page.getByText('Этот файл лежит на том же диске')).toBeVisible();
    await shot('key-file-made');
    expect(readdirSync(medium)).toHaveLength(1);

    await page.keyboard.press('Control+l');
    await page.getByRole('combobox', { name: 'Имя учётной записи' }).click();
    await page.getByRole('option', { name: 'director' }).click();
    await expect(page.getByText('Этой учётной записи нужен файл-ключ')).toBeVisible();
    const secret = page.getByRole('textbox', { name: 'Парольная фраза' });
    await secret.fill(phrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Парольная фраза не проверялась.')).toBeVisible();
    await expectAccessibleHere(page);
    await shot('key-file-missing');
    await page.getByRole('group', { name: 'Файл-ключ' }).getByRole('textbox').fill(medium);
    await secret.fill(phrase);
    await page.keyboard.press('Enter');
    // Back on the screen that was left.
    await expect(page.getByRole('heading', { level: 1, name: 'Сотрудники и хранилище' })).toBeVisible();
  });

  test('a damaged copy of the header is told at the door and mended; with both gone it is put back from paper', async () => {
    const page = await unlock(world, 'director');
    const { text } = await world.ask('documents.prepare', { of: { form: 'H1' }, language: 'ru', secondLanguage: null, copies: 1 });
    const lines = text.split('\n').flatMap((row) => /^\d+ \| ([\d ]{60,})$/.exec(row)?.[1] ?? []);
    await world.ask('session.lock', {});
    truncateSync(file('vault.json'), 200);
    await page.reload();
    await expect(page.getByText('Одна из двух копий заголовка хранилища повреждена')).toBeVisible();
    await expectAccessible(page);
    await shot('header-flaw');
    await unlock(world, 'director');
    await goTo(page, 'Сотрудники и хранилище');
    await expect(page.getByText('При входе одна из копий заголовка оказалась не в порядке')).toBeVisible();
    await shot('header-mended');

    await world.ask('session.lock', {});
    for (const name of ['vault.json', 'vault.copy.json']) rmSync(file(name));
    await page.reload();
    await page.getByRole('button', { name: 'Вернуть заголовок с бумаги' }).press('Enter');
    const field = page.getByRole('textbox', { name: 'Строки с листов' });
    await expect(field).toHaveCSS('font-family', /monospace/);
    await field.fill([lines[0], lines[1]?.replace(/\d(?=\d{3}$)/, (digit) => String((Number(digit) + 1) % 10)), ...lines.slice(2)].join('\n'));
    await expect(page.getByText('Не сходятся цифры в набранной строке: 2.')).toBeVisible();
    await field.press('Control+Enter');
    await expect(page.getByText('Строки с бумаги не сходятся или не все набраны. Ошибка: 2 (2)').first()).toBeVisible();
    await expectAccessible(page);
    await shot('header-paper-wrong');
    await expect(field).toHaveValue(new RegExp((lines[0] ?? '').slice(0, 20)));
    await field.fill(lines.join('\n'));
    await field.press('Control+Enter');
    await expect(page.getByText('Заголовок возвращён')).toBeVisible();
    await shot('header-paper-done');
    await page.getByRole('button', { name: 'К двери хранилища' }).press('Enter');
    await unlock(world, 'director');
    await goTo(page, 'Сотрудники и хранилище');
    await page.getByRole('button', { name: 'Напечатать заголовок хранилища' }).press('Enter');
    await expect(page.getByText('СОВЕРШЕННО СЕКРЕТНО').first()).toBeVisible();
    await expect(page.getByText(/страниц/).first()).toBeVisible();
    await shot('header-print');
  });
});
