import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { otherDisk } from '#main/other-disk.fixture.ts';
import { expectAccessibleHere } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { passphrase, startWorld, unlock, type World } from './registry-world.ts';

// The officers' side by the keyboard alone: not one click from the screen of an unlocked vault on.
const phrase = 'лошадь чинит зонтик над проливом';

/** Tab, as often as it takes. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let n = 0; n < 80; n += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(wanted)} is not reached by ${key}`);
}

async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Opens a list by its arrow and takes what was typed for, or what the arrows reach. */
async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('F4');
  const wanted = page.getByRole('option', { name: option }).first();
  await expect(wanted).toBeVisible();
  for (let n = 0; n < 12 && await wanted.getAttribute('data-combobox-selected') === null; n += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** A lock tears the page down: the next one is there when the door is. */
const atTheDoor = (world: World): Promise<void> => expect(world.page().getByRole('heading', { name: 'Хранилище заблокировано' })).toBeVisible();

test.describe('the keyboard alone', () => {
  test.describe.configure({ timeout: 180_000 });
  let world: World;
  test.beforeEach(async () => {
    world = await startWorld();
    await world.ask('session.unlock', { login: 'director', passphrase });
    await world.ask('officers.enrol', { login: 'bezop', name: 'ответственный Б-1', role: 'security', passphrase });
    await world.ask('officers.enrol', { login: 'a1', name: 'аналитик А-1', role: 'analyst', passphrase });
    await world.ask('session.lock', {});
  });
  test.afterEach(async () => { await world.close(); });

  test('issues a grant, revokes it and records a deputy; Esc asks before anything typed is lost, and the focus comes back', async () => {
    const page = await unlock(world, 'director');
    await goTo(page, 'Допуски');
    const issue = page.getByRole('button', { name: 'Предоставить доступ: аналитик А-1' });
    await press(page, issue);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: 'Кем выдана' })).toBeFocused();
    await page.keyboard.type('вымышленный орган');
    // What has a draft is closed without a question, and is there again.
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(issue).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(/Черновик от .* восстановлен/)).toBeVisible();
    await press(page, dialog.getByRole('button', { name: 'Продолжить' }));
    await expect(dialog.getByRole('textbox', { name: 'Кем выдана' })).toHaveValue('вымышленный орган');
    const part = (name: string) => dialog.getByRole('group', { name });
    await type(page, dialog.getByRole('textbox', { name: 'Номер справки' }), 'СД-17');
    const [from, to] = [part('Справка о допуске').getByRole('textbox', { name: 'Действует с' }), part('Справка о допуске').getByRole('textbox', { name: 'Действует по' })];
    await type(page, from, '010126');
    await type(page, to, '010727');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await expect(part('Справка о допуске').getByRole('radio').first()).toBeChecked();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await expect(dialog.getByRole('radio', { name: 'все органы' }).or(part('Решение о доступе').getByRole('radio').first())).toBeChecked();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await type(page, part('Решение о доступе').getByRole('textbox', { name: 'Действует по' }), '010727');
    await type(page, dialog.getByRole('textbox', { name: 'Номер решения' }), '14/д');
    await page.keyboard.press('Control+Enter');
    // The one that was left out, by its name.
    await expect(dialog.getByRole('textbox', { name: 'Дата решения' })).toBeFocused();
    await page.keyboard.type('140526');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    const row = page.getByRole('row', { name: /аналитик А-1/ });
    await expect(row).toContainText('01.07.2027');
    await expect(issue).toBeFocused();

    await press(page, page.getByRole('button', { name: 'Отозвать доступ: аналитик А-1' }));
    await expect(dialog.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.type('перевод (вымышлено)');
    await page.keyboard.press('Escape');
    await expect(dialog.getByText('Набранное не сохранено и пропадёт. Закрыть?')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Вернуться к форме' })).toBeFocused();
    await expectAccessibleHere(page);
    await page.keyboard.press('Enter');
    const reason = dialog.getByRole('textbox', { name: 'Причина' }).or(dialog.getByRole('textbox').first()).first();
    await expect(reason).toBeFocused();
    await expect(reason).toHaveValue('перевод (вымышлено)');
    await page.keyboard.press('Enter');
    await page.keyboard.type('15/д');
    await page.keyboard.press('Enter');
    await page.keyboard.type('150526');
    await page.keyboard.press('Control+Enter');
    // A refusal by a rule, and the article behind it: Esc closes the article alone.
    const refused = dialog.locator('[data-code="date.inFuture"]');
    await expect(refused).toBeVisible();
    await press(page, refused.getByRole('button'));
    await expect(page.getByRole('dialog')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expect(refused.getByRole('button')).toBeFocused();
    await expect(reason).toHaveValue('перевод (вымышлено)');
    await type(page, dialog.getByRole('textbox').last(), '140526');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(row).toContainText('отозван');
    // The button that was pressed is gone with the grant: the focus is on its neighbour and not lost.
    await expect(row.locator(':focus')).toHaveCount(1);

    await press(page, page.getByRole('button', { name: 'Записать замещение' }));
    await choose(page, dialog.getByRole('combobox', { name: 'Кто замещает' }), 'аналитик А-1');
    await type(page, dialog.getByRole('textbox', { name: 'По', exact: true }), '200526');
    await type(page, dialog.getByRole('textbox', { name: 'Номер приказа' }), '7/к');
    await page.keyboard.press('Enter');
    await page.keyboard.type('140526');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('замещает', { exact: true })).toBeVisible();
    await press(page, page.getByRole('button', { name: 'Прекратить замещение: аналитик А-1' }).or(page.getByRole('button', { name: /аналитик А-1/ }).last()).last());
    await page.keyboard.type('вернулся (вымышлено)');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  });

  test('arranges recovery with a second person who has a key file: it is asked for by name, missed at its field, and found in its folder', async () => {
    const medium = join(world.dataFolder, 'key-medium');
    mkdirSync(medium);
    await world.ask('session.unlock', { login: 'bezop', passphrase });
    await world.ask('session.changePassphrase', { old: passphrase, new: phrase, keyFile: { newIn: medium } });
    await world.ask('session.lock', {});
    await atTheDoor(world);
    const page = await unlock(world, 'director');
    // From the desk's reminder to the act.
    await press(page, page.getByRole('button', { name: /Восстановление доступа не подготовлено/ }));
    await expect(page.getByRole('heading', { level: 1, name: 'Восстановление доступа' })).toBeVisible();
    await press(page, page.getByRole('button', { name: 'Подготовить восстановление' }));
    const dialog = page.getByRole('dialog');
    for (const n of [1, 2, 3]) await type(page, dialog.getByRole('textbox', { name: `Держатель листа ${n}` }), `Держатель ${['Первый', 'Второй', 'Третий'][n - 1] ?? ''}`);
    await choose(page, dialog.getByRole('group', { name: 'Второй сотрудник' }).getByRole('combobox'), 'bezop');
    const keys = dialog.getByRole('group', { name: 'Файл-ключ сотрудника bezop' });
    await expect(keys).toBeVisible();
    await type(page, dialog.getByRole('textbox', { name: /фраза/ }), phrase);
    await type(page, keys.getByRole('textbox', { name: 'Папка' }), world.dataFolder);
    await page.keyboard.press('Control+Enter');
    await expect(keys.getByText('Файл-ключ этой учётной записи не найден. Парольная фраза не проверялась.')).toBeVisible();
    await expect(keys.getByRole('textbox', { name: 'Папка' })).toBeFocused();
    await expect(dialog.getByRole('textbox', { name: /фраза/ })).toHaveValue(phrase);
    await expectAccessibleHere(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(medium);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Листы ждут печати')).toBeVisible();
    await goTo(page, 'Рабочий стол');
    await expect(page.getByText('Проверенной резервной копии нет').first()).toBeVisible();
    await expect(page.getByText('Восстановление доступа не подготовлено')).toHaveCount(0);
    // A holder leaves: the desk asks for it anew.
    await world.ask('officers.enrol', { login: 'h1', name: 'Первый Держатель', role: 'administrator', passphrase });
    const { id } = (await world.ask('officers.list', {})).find(({ login }) => login === 'h1') ?? { id: '' };
    await world.ask('officers.disable', { officerId: id, reason: 'перевод' });
    await goTo(page, 'Рабочий стол');
    await expect(page.getByRole('button', { name: /Держатель листа больше не сотрудник \(Держатель Первый\)/ })).toBeVisible();
  });

  test('registers a medium, makes a backup, and puts the vault back by two with key files', async () => {
    test.skip(otherDisk === undefined, 'no second disk to put a backup on');
    const medium = mkdtempSync(join(otherDisk ?? '', 'grif-medium-'));
    const folders = { director: join(world.dataFolder, 'key-d'), bezop: join(world.dataFolder, 'key-b') };
    try {
      for (const [login, folder] of Object.entries(folders)) {
        mkdirSync(folder);
        await world.ask('session.unlock', { login, passphrase });
        await world.ask('session.changePassphrase', { old: passphrase, new: phrase, keyFile: { newIn: folder } });
        await world.ask('session.lock', {});
        await atTheDoor(world);
      }
      await world.ask('session.unlock', { login: 'director', passphrase: phrase, keyFolder: folders.director });
      const page = world.page();
      await page.reload();
      await expect(page.getByRole('main')).toBeVisible();
      await goTo(page, 'Резервные копии');
      await expect(page.getByRole('button', { name: /Учесть носитель/ })).toBeVisible();
      await page.keyboard.press('Alt+n');
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('textbox', { name: 'Учётный номер' })).toBeFocused();
      await page.keyboard.type('НН-7');
      await page.keyboard.press('Escape');
      await expect(dialog.getByText('Набранное не сохранено и пропадёт. Закрыть?')).toBeVisible();
      // Esc once more takes the question back, and not the form away.
      await page.keyboard.press('Escape');
      await expect(dialog.getByRole('textbox', { name: 'Учётный номер' })).toBeFocused();
      await type(page, dialog.getByRole('textbox', { name: 'Где хранится' }), 'сейф 2');
      await type(page, dialog.getByRole('textbox', { name: 'Папка' }), medium);
      await page.keyboard.press('Control+Enter');
      await expect(dialog).toBeHidden();
      // Opened by a key from nowhere: the next Tab is in the screen, not at the top of the window.
      await expect(page.getByRole('main')).toBeFocused();
      await type(page, page.getByRole('textbox', { name: 'Папка' }), medium);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('Копия № 1 на носителе НН-7 проверена')).toBeVisible();
      await press(page, page.getByRole('button', { name: 'Удалить копию № 1' }));
      await page.keyboard.type('место');
      await page.keyboard.press('Control+Enter');
      await expect(dialog.getByText('Копия № 1 — последняя проверенная.')).toBeVisible();
      await page.keyboard.press('Escape');
      await press(page, dialog.getByRole('button', { name: 'Закрыть, набранное стереть' }));
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('button', { name: 'Удалить копию № 1' })).toBeFocused();
      await page.keyboard.press('Control+l');
      await expect(page.getByRole('heading', { name: 'Хранилище заблокировано' })).toBeVisible();

      rmSync(join(world.dataFolder, 'vault'), { recursive: true });
      await page.reload();
      await press(page, page.getByRole('button', { name: 'Восстановить из резервной копии' }));
      await type(page, page.getByRole('textbox', { name: 'Папка' }), medium);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('Носитель № НН-7')).toBeVisible();
      await choose(page, page.getByRole('combobox', { name: 'Первый' }), 'director');
      await type(page, page.getByRole('textbox', { name: 'Парольная фраза', exact: false }).first(), phrase);
      const [own, other] = ['director', 'bezop'].map((login) => page.getByRole('group', { name: `Файл-ключ сотрудника ${login}` }).getByRole('textbox', { name: 'Папка' })) as [Locator, Locator];
      await type(page, own, folders.director);
      await choose(page, page.getByRole('group', { name: 'Второй сотрудник' }).getByRole('combobox'), 'bezop');
      await type(page, page.getByRole('textbox', { name: 'Парольная фраза второго' }), phrase);
      await type(page, other, folders.director);
      await page.keyboard.press('Control+Enter');
      // Another's key file: named at the second's folder, the first's stands.
      await expect(page.getByRole('group', { name: 'Файл-ключ сотрудника bezop' }).getByText('не от этой учётной записи')).toBeVisible();
      await expect(other).toBeFocused();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(folders.bezop);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('Хранилище восстановлено из копии № 1')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Открыть хранилище' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Хранилище заблокировано' })).toBeVisible();
    } finally {
      rmSync(medium, { recursive: true, force: true });
    }
  });
});
