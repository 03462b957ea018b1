import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { otherDisk } from '#main/other-disk.fixture.ts';
import { mayMount } from '#main/small-disk.fixture.ts';
import { makeOld } from '../faults/old-form.ts';
import { writeChecked } from '#main/vault/durable.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { picture } from './picture.ts';
import { passphrase, registerS1, startWorld, unlock, type World } from './registry-world.ts';

// Each named state of docs/threat-model.md as an officer meets it: the word, and the way out.
const openOnce = join(import.meta.dirname, '../faults/open-once.ts');

let world: World;
const mounted: string[] = [];
test.beforeEach(async () => { world = await startWorld(); });
test.afterEach(async () => {
  await world.ask('session.lock', {}).catch(() => undefined);
  for (const folder of mounted.splice(0)) spawnSync('umount', ['-l', folder]);
  await world.close();
});
const vault = (): string => join(world.dataFolder, 'vault');
const shot = (name: string): Promise<void> => picture(world.page(), `state-${name}`);

/** Types the director's passphrase at the door. */
async function knock(): Promise<Page> {
  const page = world.page();
  await page.reload();
  await page.getByRole('combobox', { name: 'Имя учётной записи' }).click();
  await page.getByRole('option', { name: 'director' }).click();
  await page.getByRole('textbox', { name: 'Парольная фраза' }).fill(passphrase);
  await page.keyboard.press('Enter');
  return page;
}

test('a vault of an earlier form says so at the door, is brought over by one key, and the earlier one is kept', async () => {
  await world.ask('session.unlock', { login: 'r1', passphrase });
  const { regNo } = await registerS1(world);
  await world.ask('session.lock', {});
  await makeOld(vault(), 'director', passphrase, world.clock);
  const page = await knock();
  await expect(page.getByText('Хранилище прежнего вида: его нужно перевести в вид этой программы.')).toBeVisible();
  await expect(page.getByText('Переведите его кнопкой ниже')).toBeVisible();
  await expectAccessible(page);
  await shot('outdated');
  // A passphrase that is not the one changes nothing.
  await page.getByRole('textbox', { name: 'Парольная фраза' }).fill('не та фраза вовсе');
  await page.getByRole('button', { name: 'Перевести и сохранить прежнее' }).press('Enter');
  await expect(page.getByText('Имя или парольная фраза неверны.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Парольная фраза' }).fill(passphrase);
  await page.getByRole('button', { name: 'Перевести и сохранить прежнее' }).press('Enter');
  await expect(page.getByText(/Хранилище переведено\. Прежнее лежит в папке .*vault\.before-1/)).toBeVisible();
  await shot('migrated');
  await page.getByRole('textbox', { name: 'Парольная фраза' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();
  await goTo(page, 'Материалы');
  await expect(page.getByText(regNo).first()).toBeVisible();
  await goTo(page, 'Журнал');
  await expect(page.getByText('Хранилище переведено в новый вид').first()).toBeVisible();
});

test('a vault newer than the program is refused before any passphrase, with what to do', async () => {
  const header = join(vault(), 'vault.json');
  const body: Record<string, unknown> = JSON.parse(readFileSync(header, 'utf8')).body;
  writeChecked(header, 'vault.json', JSON.parse(JSON.stringify({ ...body, format: 99 })));
  const page = world.page();
  await page.reload();
  await expect(page.getByText('Хранилище создано более новой программой.')).toBeVisible();
  await expect(page.getByText('Установите ту версию программы.')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expectAccessible(page);
  await shot('newer');
});

test('a vault that another program has open says so, and opens when that one has ended', async () => {
  const child = spawn(process.execPath, ['--no-warnings', openOnce, vault(), 'director', passphrase, 'wait'], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  try {
    const page = await knock();
    await expect(page.getByText('Хранилище уже открыто другой программой.')).toBeVisible();
    await expect(page.getByText('Закройте её и повторите.')).toBeVisible();
    await shot('inUse');
  } finally {
    child.stdin.end();
    await once(child, 'close');
  }
  const page = await knock();
  await expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();
});

test('a disk that is only read says so, and what to do', async () => {
  test.skip(!mayMount, 'no right to mount');
  execFileSync('mount', ['--bind', vault(), vault()]);
  mounted.push(vault());
  execFileSync('mount', ['-o', 'remount,ro,bind', vault()]);
  const page = await knock();
  await expect(page.getByText('Диск хранилища доступен только для чтения.')).toBeVisible();
  await expect(page.getByText('Снимите защиту от записи.')).toBeVisible();
  await shot('readOnly');
  execFileSync('mount', ['-o', 'remount,rw,bind', vault()]);
  await knock();
  await expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();
});

test('a full disk refuses an act with nothing typed lost, lets the rest be read, and goes on when there is room', async () => {
  test.skip(!mayMount, 'no right to mount');
  const aside = mkdtempSync(join(world.dataFolder, 'aside-'));
  renameSync(vault(), join(aside, 'vault'));
  mkdirSync(vault());
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', vault()]);
  mounted.push(vault());
  cpSync(join(aside, 'vault'), vault(), { recursive: true });
  const fill = (free: number): void => {
    const { bavail, bsize } = statfsSync(vault());
    if (bavail * bsize > free) writeFileSync(join(vault(), `filling${free}`), Buffer.alloc(bavail * bsize - free));
  };
  const page = await knock();
  await expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();
  await goTo(page, 'Резервные копии');
  await page.getByRole('button', { name: 'Назначить срок' }).press('Enter');
  const days = page.getByRole('dialog').getByRole('textbox', { name: 'Дней между копиями' });
  await days.fill('30');
  fill(6 * 1024 * 1024);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog').getByText('На диске хранилища нет места; ничего не записано.').first()).toBeVisible();
  await expect(page.getByRole('dialog').getByText('Освободите место и повторите.').first()).toBeVisible();
  await expect(days).toHaveValue('30');
  await shot('noSpace');
  rmSync(join(vault(), `filling${6 * 1024 * 1024}`));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('Копия делается не реже чем раз в 30 дней.')).toBeVisible();
  await world.ask('session.lock', {});
  fill(0);
  await knock();
  await expect(page.getByText('На диске хранилища нет места; ничего не записано.')).toBeVisible();
  await shot('noSpace-door');
  rmSync(join(vault(), 'filling0'));
  await knock();
  // Where the director was before the lock.
  await expect(page.getByRole('heading', { level: 1, name: 'Резервные копии' })).toBeVisible();
});

test('a vault of another user is named as such, and not as a missing or a damaged one', async () => {
  test.skip(process.getuid?.() !== 0, 'not root');
  chmodSync(world.dataFolder, 0o755);
  chmodSync(vault(), 0o700);
  const page = world.page();
  process.setegid?.(65_534);
  process.seteuid?.(65_534);
  try {
    await page.reload();
    await expect(page.getByText(/Нет прав на папку хранилища/)).toBeVisible();
    await expect(page.getByText('Обратитесь к ответственному за рабочее место.')).toBeVisible();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
  await shot('permission');
  await page.getByRole('button', { name: 'Повторить' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Хранилище заблокировано' })).toBeVisible();
});

test('a header that the disk does not give back is the disk\'s fault, never a wrong passphrase; from one copy the vault opens and the other is written anew', async () => {
  // Reading the first bytes of a process's own memory fails as a bad sector does.
  const bad = '/proc/self/mem';
  test.skip(!existsSync(bad), 'no file here that fails to be read');
  const copies = ['vault.json', 'vault.copy.json'].map((name) => join(vault(), name));
  const breakIt = (path: string): void => { renameSync(path, `${path}.aside`); symlinkSync(bad, path); };
  for (const path of copies) breakIt(path);
  const page = world.page();
  await page.reload();
  await expect(page.getByText('Ошибка чтения или записи диска хранилища')).toBeVisible();
  await expect(page.getByText('Проверьте диск')).toBeVisible();
  await expect(page.getByText(/парольная фраза невер/i)).toHaveCount(0);
  // Nothing to type a passphrase into, and no offer to put back from paper what may lie there whole.
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Вернуть заголовок с бумаги' })).toHaveCount(0);
  await expectAccessible(page);
  await shot('io');
  const [first = '', copy = ''] = copies;
  rmSync(copy);
  renameSync(`${copy}.aside`, copy);
  await page.getByRole('button', { name: 'Повторить' }).press('Enter');
  await expect(page.getByText('Одна из двух копий заголовка хранилища не читается')).toBeVisible();
  await shot('io-one');
  await page.getByRole('combobox', { name: 'Имя учётной записи' }).click();
  await page.getByRole('option', { name: 'director' }).click();
  await page.getByRole('textbox', { name: 'Парольная фраза' }).fill(passphrase);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Рабочий стол' })).toBeVisible();
  expect(lstatSync(first).isFile()).toBe(true);
  expect(readFileSync(first).equals(readFileSync(`${first}.aside`))).toBe(true);
});

test('a registry of an older day is refused as put back, with what to do', async () => {
  const older = readFileSync(join(vault(), 'registry.db'));
  await world.ask('session.unlock', { login: 'r1', passphrase });
  await registerS1(world);
  await world.ask('session.lock', {});
  writeFileSync(join(vault(), 'registry.db'), older);
  const page = await knock();
  await expect(page.getByText('Хранилище старее последней известной записи: возможна подмена или откат.')).toBeVisible();
  await expect(page.getByText('Прекратите работу и вызовите ответственного за информационную безопасность.')).toBeVisible();
  await shot('rolledBack');
});

test('the desk says how old the last proven backup is, and reminds when another is due', async () => {
  test.skip(otherDisk === undefined, 'no second disk to put a backup on');
  const medium = mkdtempSync(join(otherDisk ?? '', 'grif-medium-'));
  try {
    await world.ask('session.unlock', { login: 'director', passphrase });
    await world.ask('backup.registerMedium', { folder: medium, number: 'НН-7', description: '', place: 'сейф 2' });
    await world.ask('backup.make', { jobId: 'a'.repeat(20), folder: medium });
    await world.ask('session.lock', {});
    const page = await unlock(world, 'director');
    await expect(page.getByText(/проверена, ей 0 дней/)).toBeVisible();
    await expect(page.getByRole('button', { name: /резервной копии/ })).toHaveCount(0);
    await world.ask('session.lock', {});
    world.clock.set('2026-05-22T09:00:00');
    await unlock(world, 'director');
    await expect(page.getByRole('button', { name: /резервной копии/ })).toContainText('8');
    await shot('backup-due');
    await page.getByRole('button', { name: /резервной копии/ }).press('Enter');
    await expect(page.getByText('Последней проверенной копии 8 дней')).toBeVisible();
  } finally {
    rmSync(medium, { recursive: true, force: true });
  }
});
