import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { passphrase, startWorld, unlock, type World } from './registry-world.ts';

const canary = 'канарейка-Zqxj7719';
/** The same letters in every way in which they could lie on a disk. */
const shapes = [Buffer.from(canary, 'utf8'), Buffer.from(canary, 'utf16le'), Buffer.from(Buffer.from('Zqxj7719').toString('hex')), Buffer.from('Zqxj7719'), Buffer.from('Zqxj7719', 'utf16le'), Buffer.from(passphrase), Buffer.from(passphrase, 'utf16le')]
  .concat([0, 1, 2].map((shift) => Buffer.from(Buffer.concat([Buffer.alloc(shift), Buffer.from(canary)]).toString('base64').slice(4, -4))));

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const holding = (folder: string): string[] => files(folder).filter((file) => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return false;
  }
  return shapes.some((shape) => bytes.includes(shape));
});

/** What lies in the folders for what is temporary: the program's, and the disk's where that is another. */
const temporary = (): string[] => [...new Set([tmpdir(), process.env['GRIF_OTHER_DISK'] ?? tmpdir()])].flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

/** How many drafts the desk keeps, as IndexedDB tells it. */
const draftsKept = (page: Page): Promise<number> => page.evaluate(() => new Promise<number>((resolve, reject) => {
  const open = indexedDB.open('desk');
  open.addEventListener('error', () => reject(new Error('the desk does not open')));
  open.addEventListener('success', () => {
    const count = open.result.transaction('drafts').objectStore('drafts').count();
    count.addEventListener('success', () => {
      open.result.close();
      resolve(count.result);
    });
  });
}));

test.describe('nothing of a material in clear on the disk', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });

  test('typed, drafted, registered, searched, shown, previewed, locked: neither the desk nor the vault nor the temporary folder holds it', async () => {
    const before = new Set(temporary());
    const page = await unlock(world);
    const { packageId } = await world.ask('incoming.register', {
      sender: { kind: 'listed', body: 'UZ-01' }, outerNumber: 'П-81', channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: null,
    });
    await page.keyboard.press('Alt+Digit2');
    await page.getByRole('button', { name: /Документы пакета/ }).click();
    await page.getByRole('textbox', { name: 'Текст', exact: true }).fill(`Вымышленный текст: ${canary}.`);
    await expect.poll(() => draftsKept(page), { message: 'the draft reaches the desk', timeout: 15_000 }).toBeGreaterThan(0);

    const { materialId } = await world.ask('materials.register', {
      packageId, senderNumber: '4/500', senderDate: '2026-05-12', basis: 'initiative', requestId: null,
      carrier: { kind: 'paper', number: '', copyNo: 1, copies: 1, sheets: 1, markingPlace: 'carrier' },
      asReceived: { marking: 'MAXFIY', code: 'B2', attributes: [{ name: 'n', value: canary }], text: `Вымышленный текст: ${canary}.`, language: 'uz' },
      degree: 'LOWER', higherReason: '', markingReadAs: null, evaluation: { typed: 'B2', sourceKind: null }, restrictions: [], personalData: false, summary: canary, attachments: [], supplementOf: null,
    });
    await page.keyboard.press('Alt+Digit3');
    await expect(page.getByText('UZ-01/02/2026/0001').first()).toBeVisible();
    await page.getByText('UZ-01/02/2026/0001').first().dblclick();
    await expect(page.getByText(canary).first()).toBeVisible();
    await world.ask('documents.prepare', { of: { form: 'P6', materialId }, language: 'ru', secondLanguage: null, copies: 1 });
    await world.ask('session.lock', {});
    await expect(page.getByText(canary)).toHaveCount(0);

    // While the browser still runs: its caches, journals and crash dumps lie where they lie.
    expect(holding(world.dataFolder)).toEqual([]);
    const fresh = temporary().filter((path) => !before.has(path));
    expect(fresh.flatMap((path) => { try { return holding(path); } catch { return []; } })).toEqual([]);
    await world.program.close();
    expect(holding(world.dataFolder)).toEqual([]);
  });

  test.afterEach(async () => { await world.close(); });
});

test('the search finds every shape when there is one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grif-canary-'));
  try {
    shapes.forEach((shape, at) => writeFileSync(join(folder, String(at)), Buffer.concat([Buffer.alloc(100, 7), shape, Buffer.alloc(9)])));
    writeFileSync(join(folder, 'none'), 'канарейки здесь нет');
    expect(holding(folder).length).toBe(shapes.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
