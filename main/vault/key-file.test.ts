import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanTrials, director, holding, noteTaken, textsOf, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const next = 'новая вымышленная фраза';
const medium = (t: Trial, name = 'medium'): string => {
  const folder = join(t.root, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};
const fileIn = (folder: string): string => join(folder, readdirSync(folder).find((name) => name.endsWith('.grif-key')) ?? 'none');

/** A vault whose director wants a key file that lies in the folder `medium`. */
async function withFile(): Promise<{ t: Trial; folder: string }> {
  const t = trial();
  const folder = medium(t);
  const vault = await t.create();
  vault.commit([noteTaken('текст')]);
  const made = await vault.changePassphrase(director.passphrase, next, { keyFile: { newIn: folder } });
  expect(made).toEqual({ path: fileIn(folder), ownDisk: true });
  vault.lock();
  return { t, folder };
}
const attempts = (t: Trial): string => (existsSync(join(t.folder, 'attempts.json')) ? readFileSync(join(t.folder, 'attempts.json'), 'utf8') : 'none');
const who = { login: director.login, passphrase: next };

describe('a key file', () => {
  it('opens with the passphrase, and neither opens alone', async () => {
    const { t, folder } = await withFile();
    await expect(t.unlock(who)).rejects.toMatchObject({ code: 'keyFileMissing' });
    await expect(t.unlock({ ...who, passphrase: 'не та' }, { keyFolders: [folder] })).rejects.toMatchObject({ code: 'wrongPassphrase' });
    const vault = await t.unlock(who, { keyFolders: [join(t.root, 'nothing here'), folder] });
    expect(textsOf(vault)).toEqual(['текст']);
    vault.lock();
  });

  it('that is missing, of another vault, replaced or damaged is said by name, and never counted as a wrong passphrase', async () => {
    const { t, folder } = await withFile();
    const other = await withFile();
    const before = attempts(t);
    const empty = medium(t, 'empty');
    const foreign = medium(t, 'foreign');
    copyFileSync(fileIn(other.folder), join(foreign, 'a.grif-key'));
    const damaged = medium(t, 'damaged');
    const cut = join(damaged, fileIn(folder).split('/').at(-1) ?? '');
    for (const spoil of [(all: Buffer) => all.subarray(0, -3), (all: Buffer) => all.with(50, (all[50] ?? 0) ^ 1), (all: Buffer) => Buffer.concat([all, all]), (all: Buffer) => all.with(11, 2), () => Buffer.alloc(0), () => Buffer.alloc(9000, 'x')]) {
      writeFileSync(cut, spoil(readFileSync(fileIn(folder))));
      await expect(t.unlock(who, { keyFolders: [damaged] })).rejects.toMatchObject({ code: 'keyFileDamaged', place: cut });
    }
    for (let n = 0; n < 5; n += 1) {
      await expect(t.unlock(who, { keyFolders: [empty, '/nowhere'] })).rejects.toMatchObject({ code: 'keyFileMissing' });
      await expect(t.unlock(who, { keyFolders: [foreign] })).rejects.toMatchObject({ code: 'keyFileForeign' });
    }
    expect(attempts(t)).toBe(before);
    (await t.unlock(who, { keyFolders: [empty, foreign, damaged, folder] })).lock();
  });

  it('is kept, replaced and given up with a change of passphrase; nothing is encrypted anew', async () => {
    const { t, folder } = await withFile();
    const second = medium(t, 'second');
    const stores = readdirSync(join(t.folder, 'holdings')).map((name) => readFileSync(join(t.folder, 'holdings', name, 'store.db')));
    const vault = await t.unlock(who, { keyFolders: [folder] });
    await expect(vault.changePassphrase(next, 'иная', {})).rejects.toMatchObject({ code: 'keyFileMissing' });
    expect(await vault.changePassphrase(next, 'третья фраза', { keyFolders: [folder] })).toBeNull();
    expect(await vault.changePassphrase('третья фраза', 'четвёртая', { keyFolders: [folder], keyFile: { newIn: second } })).toMatchObject({ path: fileIn(second) });
    vault.lock();
    // The one replaced lies where it lay, and opens nothing.
    await expect(t.unlock({ ...who, passphrase: 'четвёртая' }, { keyFolders: [folder] })).rejects.toMatchObject({ code: 'keyFileForeign' });
    const again = await t.unlock({ ...who, passphrase: 'четвёртая' }, { keyFolders: [second] });
    await again.changePassphrase('четвёртая', 'пятая', { keyFolders: [second], keyFile: 'none' });
    expect(again.journal.page({ kind: 'officer.passphraseChanged' }, null, 1).acts[0]?.open).toMatchObject({ keyFile: false });
    again.lock();
    const last = await t.unlock({ ...who, passphrase: 'пятая' });
    expect(textsOf(last, holding)).toEqual(['текст']);
    last.lock();
    expect(readdirSync(join(t.folder, 'holdings')).map((name) => readFileSync(join(t.folder, 'holdings', name, 'store.db')))).toEqual(stores);
  });

  it('that cannot be written changes nothing: the passphrase of before opens', async () => {
    const t = trial();
    const vault = await t.create();
    const blocked = medium(t, 'blocked');
    writeFileSync(join(blocked, 'file'), '');
    for (const newIn of [join(blocked, 'file'), join(t.root, 'not there')]) {
      await expect(vault.changePassphrase(director.passphrase, next, { keyFile: { newIn } })).rejects.toMatchObject({ code: 'keyFileUnwritable', place: newIn });
    }
    vault.lock();
    (await t.unlock()).lock();
  });

  it.skipIf(process.getuid?.() === 0)('on a medium without the right to write is refused by name', async () => {
    const t = trial();
    const vault = await t.create();
    const blocked = medium(t, 'blocked');
    chmodSync(blocked, 0o500);
    await expect(vault.changePassphrase(director.passphrase, next, { keyFile: { newIn: blocked } })).rejects.toMatchObject({ code: 'keyFileUnwritable' });
    vault.lock();
  });

  it('is found under any name, and its bytes lie nowhere in the vault', async () => {
    const { t, folder } = await withFile();
    const key = readFileSync(fileIn(folder)).subarray(44);
    expect(key).toHaveLength(32);
    renameSync(fileIn(folder), join(folder, 'моя.grif-key'));
    (await t.unlock(who, { keyFolders: [folder] })).lock();
    for (const entry of readdirSync(t.folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) expect(readFileSync(join(entry.parentPath, entry.name)).includes(key)).toBe(false);
    }
  });
});
