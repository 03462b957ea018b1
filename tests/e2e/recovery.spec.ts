import { expectAccessible, expectAccessibleHere } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { picture } from './picture.ts';
import { passphrase, startGuarded, unlock, type World } from './registry-world.ts';

// Everything here is fictional.
test.describe('recovery by share holders', () => {
  let world: World;
  test.beforeEach(async () => { world = await startGuarded(); });
  test.afterEach(async () => { await world.close(); });

  test('is arranged by two, printed sheet by sheet, and opened at the door by the holders when the director cannot unlock', async () => {
    // A whole day's way in one test, looked at in three languages at four stops.
    test.slow();
    const page = await unlock(world, 'director');
    await goTo(page, 'Восстановление доступа');
    await expect(page.getByText('Восстановление доступа не подготовлено')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Подготовить восстановление' }).press('Enter');
    const dialog = page.getByRole('dialog');
    for (const [n, name] of [[1, 'Держатель Первый'], [2, 'Держатель Второй'], [3, 'Держатель Третий']] as const) await dialog.getByRole('textbox', { name: `Держатель листа ${n}` }).fill(name);
    await dialog.getByRole('group').getByRole('combobox').click();
    await page.getByRole('option', { name: 'bezop' }).click();
    await dialog.getByRole('textbox', { name: /фраза/ }).fill('не та');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByText('Парольная фраза второго сотрудника (bezop) неверна.').first()).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'Держатель листа 3' })).toHaveValue('Держатель Третий');
    await picture(page, 'recovery-arrange');
    await expectAccessibleHere(page, 'RU');
    await dialog.getByRole('textbox', { name: /фраза/ }).fill(passphrase);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Листы ждут печати')).toBeVisible();
    await expect(page.getByText('Д и ответственный Б-1')).toBeVisible();
    await expect(page.getByText('Восстановление открыло бы всё содержание хранилища.')).toBeVisible();
    await picture(page, 'recovery-screen');
    await expectAccessible(page);

    // The sheet as it will be printed.
    await page.getByRole('button', { name: 'Печать листа 1' }).press('Enter');
    await expect(page.locator('canvas').first()).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('status').filter({ hasText: /^СОВЕРШЕННО СЕКРЕТНО/ })).toBeVisible();
    // One leaf: the share on its face, who made it on its back.
    await expect(page.getByText('2 страницы')).toBeVisible();
    await picture(page, 'recovery-sheet');
    const sheets: string[][] = [];
    for (const sheet of [1, 3]) {
      const { text } = await world.ask('documents.prepare', { of: { form: 'R1', sheet }, language: 'ru', secondLanguage: null, copies: 1 });
      sheets.push([...text.matchAll(/^Строка \d: ([\d ]+)$/gmu)].map((match) => match[1] ?? ''));
    }
    await world.ask('session.lock', {});

    // The director's passphrase is lost.
    await expect(page.getByRole('heading', { name: 'Хранилище заблокировано' })).toBeVisible();
    await page.getByRole('button', { name: 'Директор не может войти' }).press('Enter');
    await expect(page.getByText(/Нужно листов: 2 из 3/)).toBeVisible();
    await expectAccessible(page);
    for (const [index, lines] of sheets.entries()) {
      const group = page.getByRole('group', { name: `Лист ${index + 1}`, exact: true });
      for (const [at, line] of lines.entries()) {
        const field = group.getByRole('textbox', { name: new RegExp(`^Строка ${at + 1}`) });
        // One slip, as a tired hand makes it.
        await field.fill(index === 1 && at === 2 ? `${line.slice(0, -1)}${(Number(line.at(-1)) + 1) % 10}` : line);
      }
    }
    await page.getByRole('combobox', { name: 'Закрываемая учётная запись директора' }).click();
    await page.getByRole('option', { name: 'director' }).click();
    const fill = (name: string, value: string) => page.getByRole('textbox', { name, exact: false }).first().fill(value);
    await fill('Фамилия, имя, отчество директора', 'Д. Новый');
    await fill('Новое имя для входа', 'director-2');
    await fill('Новая парольная фраза', 'cjkysirj gfhjkm');
    await expect(page.getByText('Это обычное слово в другой раскладке')).toBeVisible();
    await fill('Новая парольная фраза', `${passphrase} новая`);
    await expect(page.getByText(/Надёжная фраза|Достаточно/)).toBeVisible();
    await fill('Парольная фраза ещё раз', `${passphrase} новая`);
    await fill('Приказ о назначении, №', '7/л');
    await fill('Дата приказа', '14.05.2026');
    await fill('Справка о допуске: кем выдана', 'вымышленный орган');
    await fill('Справка о допуске, №', 'СД-7');
    await fill('Допуск действует по', '31.12.2030');
    await page.getByRole('group').last().getByRole('combobox').click();
    await page.getByRole('option', { name: 'bezop' }).click();
    await page.getByRole('group').last().getByRole('textbox', { name: /фраза/ }).fill(passphrase);
    await fill('Почему открывается восстановление', 'парольная фраза утрачена (вымышлено)');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('group', { name: 'Лист 2', exact: true }).getByText('В строке есть ошибка: сверьте цифры с листом.')).toBeVisible();
    // The caret stands in the line that the error names, of eight.
    await expect(page.getByRole('group', { name: 'Лист 2', exact: true }).getByRole('textbox', { name: /^Строка 3/ })).toBeFocused();
    await picture(page, 'recovery-open');
    await page.getByRole('group', { name: 'Лист 2', exact: true }).getByRole('textbox', { name: /^Строка 3/ }).fill(sheets[1]?.[2] ?? '');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Восстановление открыто. Учётная запись director-2 готова.')).toBeVisible();
    await expect(page.getByText(/Держатель Первый, Держатель Третий/)).toBeVisible();
    await picture(page, 'recovery-done');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'К входу' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Хранилище заблокировано' })).toBeVisible();
    await world.ask('session.unlock', { login: 'director-2', passphrase: `${passphrase} новая` });
    await page.reload();
    await expect(page.getByRole('navigation')).toBeVisible();
    await goTo(page, 'Журнал');
    await expect(page.getByText('Открыто восстановление доступа').first()).toBeVisible();
    await expect(page.getByText(/ответственный Б-1/).first()).toBeVisible();
    await goTo(page, 'Материалы');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
  });
});
