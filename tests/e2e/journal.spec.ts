import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { headCode } from '#app/journal/head-code.ts';
import { verifyExport } from '#main/vault/vault.ts';
import { expectAccessible, expectAccessibleHere } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { picture } from './picture.ts';
import { passphrase, registerS1, startWorld, unlock, type World } from './registry-world.ts';

const printed = z.looseObject({ seq: z.int(), hash: z.string() });

test.describe('journal', () => {
  let world: World;
  let folder: string;
  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'grif-e2e-journal-'));
    world = await startWorld();
    await world.ask('session.unlock', { login: 'director', passphrase });
    await world.ask('officers.enrol', { login: 'b1', name: 'ответственный за ИБ Б-1', role: 'security', passphrase });
    await world.ask('session.lock', {});
    await world.ask('session.unlock', { login: 'r1', passphrase });
    await registerS1(world);
    await world.ask('session.lock', {});
  });
  test.afterEach(async () => { await world.close(); rmSync(folder, { recursive: true, force: true }); });

  test('is the first screen of the security officer: filtered, verified, exported by keyboard', async () => {
    const page = await unlock(world, 'b1');
    await expect(page.getByRole('heading', { level: 1, name: 'Журнал' })).toBeVisible();
    const rows = page.getByRole('grid', { name: 'Записи журнала' }).getByRole('row');
    await expect(page.getByRole('grid')).toContainText('Зарегистрирован материал');

    await page.getByRole('combobox', { name: 'Вид записи' }).focus();
    await page.keyboard.type('зарегистрирован материал');
    await expect(page.getByRole('option', { name: 'Зарегистрирован материал' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('1 строка')).toBeVisible();
    await expect(rows).toHaveCount(2);
    await page.getByRole('gridcell').first().focus();
    const detail = page.getByRole('region', { name: /Запись №/ });
    await expect(detail).toContainText('material.registered');
    await expect(detail.getByRole('term').filter({ hasText: /^Пакет$/ })).toBeVisible();
    await expect(detail.getByText('"packageId"')).toBeHidden();
    await detail.getByText('Запись в исходном виде (JSON)').click();
    await expect(detail.getByText('"packageId"')).toBeVisible();
    await expect(detail).toContainText('после открытия не проверялась');

    await page.getByRole('button', { name: 'Проверить цепочку' }).press('Enter');
    await expect(page.getByText('Цепочка цела: подписи, порядок и представления сходятся')).toBeVisible();
    await expect(page.getByText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/).first()).toBeVisible();
    await expect(detail).toContainText('цела до этой записи');
    await expectAccessible(page);

    // The filter is part of the way: away by the menu, back by the keyboard.
    await goTo(page, 'Справочник');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('combobox', { name: 'Вид записи' })).toHaveValue('Зарегистрирован материал');
    await expect(rows).toHaveCount(2);

    await page.getByRole('button', { name: 'Сбросить отбор' }).press('Enter');
    await page.getByRole('textbox', { name: 'Текст в подробностях' }).fill('нет такого текста');
    // The question is an act before it is answered, but its words stand in no open part: it does not find itself.
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Подробности');
  });

  test('an export into a folder that is not there is refused and what was typed stays; then it is written and verifies without keys', async () => {
    const page = await unlock(world, 'b1');
    await page.getByRole('button', { name: 'Выгрузить журнал' }).press('Enter');
    const field = page.getByRole('textbox', { name: 'Папка' });
    await field.fill(join(folder, 'нет'));
    await field.press('Control+Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'Статья' })).toBeVisible();
    await expect(field).toHaveValue(join(folder, 'нет'));
    await expectAccessibleHere(page);
    await field.fill(folder);
    await field.press('Control+Enter');
    await expect(page.getByText('Журнал выгружен и записан на носитель')).toBeVisible();
    const [name, ...more] = readdirSync(folder);
    expect(more).toEqual([]);
    const lines = readFileSync(join(folder, name ?? ''), 'utf8').split('\n');
    expect(await verifyExport(lines)).toMatchObject({ ok: true });
    await page.keyboard.press('Escape');
    await expect(field).toBeHidden();
    await expect(page.getByRole('grid')).toContainText('Выгружен журнал');
  });

  test('its head is printed and compared: a wrong digit is said at the field, the true sheet is the same, one of an older journal is not', async () => {
    const page = await unlock(world, 'b1');
    await page.getByRole('button', { name: 'Напечатать отпечаток' }).press('Enter');
    await expect(page.locator('canvas').first()).toBeVisible({ timeout: 20_000 });
    await picture(page, 'journal-head-sheet');
    await goTo(page, 'Журнал');
    const { rows: [signed] } = await world.ask('journal.page', { officer: null, kind: 'journal.headSigned', result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 1 });
    const { seq, hash } = printed.parse(JSON.parse(signed?.detail ?? '{}'));
    const code = headCode(seq, hash);

    await page.getByRole('button', { name: 'Сверить с напечатанным' }).press('Enter');
    const field = page.getByRole('textbox', { name: 'Код с листа' });
    await expect(field).toBeFocused();
    const wrong = `${code.slice(0, 20)}${(Number(code[20]) + 1) % 10}${code.slice(21)}`;
    await page.keyboard.type(wrong);
    await page.keyboard.press('Control+Enter');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(wrong);
    await expectAccessibleHere(page);
    await picture(page, 'journal-compare-wrong');
    await field.fill(code.replaceAll(/(.{4})/g, '$1 '));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('та же, что напечатана')).toBeVisible();
    await picture(page, 'journal-compare-same');
    await field.fill(headCode(seq, `${'0'.repeat(20)}${hash.slice(20)}`));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('НЕ та, что напечатана')).toBeVisible();
    await expect(page.getByText('та же, что напечатана')).toHaveCount(0);
    await field.fill(headCode(seq + 1000, hash));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Журнал подменён более старым')).toBeVisible();
    await expectAccessibleHere(page);
    await picture(page, 'journal-compare-older');
    await page.keyboard.press('Escape');
    await expect(field).toBeHidden();
    await expect(page.getByRole('grid')).toContainText('Журнал сверен с напечатанным');
    await expectAccessible(page);
  });
});
