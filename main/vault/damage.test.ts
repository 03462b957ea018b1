import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { HoldingName } from '#app/journal/act.ts';
import type { Damage } from './damage.ts';
import { openForTest } from './holding.fixture.ts';
import { finishGently } from './steps.ts';
import type { OpenVault } from './vault.ts';
import { cleanTrials, director, enrolWithGrant, holding, noteTaken, opened, textsOf, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const other: HoldingName = 'KZ-01/UPPER';

/** A locked vault with two holdings and an attachment in the first; answers the folder of that holding. */
async function filled(): Promise<{ t: Trial; store: string; fileId: string; sealed: string; firstAct: number }> {
  const t = trial();
  const vault = await t.create();
  vault.commit([noteTaken('в другом', other)]);
  const before = new Set(readdirSync(join(t.folder, 'holdings')));
  const source = join(t.root, 'letter.bin');
  writeFileSync(source, randomBytes(3000));
  const { fileId } = await vault.files.stage(source);
  const acts = vault.commit([noteTaken('первая')], { adopt: [{ fileId, holding }] });
  vault.commit([noteTaken('вторая')]);
  vault.lock();
  const folder = readdirSync(join(t.folder, 'holdings')).find((name) => !before.has(name)) ?? '';
  const store = join(t.folder, 'holdings', folder, 'store.db');
  return { t, store, fileId, sealed: join(t.folder, 'holdings', folder, 'files', fileId), firstAct: acts.find(({ kind }) => kind === 'note.taken')?.seq ?? 0 };
}

/** Digests of what holds anything: a connection that reads leaves an empty log and an index of it beside a store. */
const bytesOf = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted().flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isFile() && !/-(wal|shm)$/.test(name) ? [`${name} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`] : [];
});

const surveyed = (vault: OpenVault): Promise<Damage[]> => finishGently(vault.survey());

describe('a damaged holding', () => {
  it.each([
    ['missing', 'missing', (path: string) => rmSync(path)],
    ['empty', 'damaged', (path: string) => writeFileSync(path, '')],
    ['cut in the middle', 'damaged', (path: string) => truncateSync(path, 8192)],
    ['of noise', 'damaged', (path: string) => writeFileSync(path, randomBytes(40_960))],
  ] as const)('that is %s is named with its acts, and the rest is read and goes on', async (_, code, spoil) => {
    const { t, store, firstAct } = await filled();
    spoil(store);
    const lies = existsSync(store) ? readFileSync(store) : undefined;
    const vault = await t.unlock();
    expect(vault.holdings()).toEqual([other]);
    expect(textsOf(vault, other)).toEqual(['в другом']);
    expect(vault.standing(holding)).toBeUndefined();
    expect(vault.damage()).toEqual([{ what: 'store', store: holding, code, place: `holding ${holding}`, from: { seq: firstAct - 1, at: '2026-11-22T09:00:00' }, to: { seq: firstAct + 1, at: '2026-11-22T09:00:00' } }]);
    expect(await surveyed(vault)).toEqual(vault.damage());
    expect(() => vault.commit([noteTaken('сюда')])).toThrow(expect.objectContaining({ code, place: `holding ${holding}` }));
    expect(vault.damageInTheWay()).toMatchObject({ code, place: `holding ${holding}` });
    vault.commit([noteTaken('туда', other), opened(1)]);
    vault.lock();
    // Nothing was deleted, and nothing made in its place.
    expect(existsSync(store) ? readFileSync(store) : undefined).toEqual(lies);
  });

  it('in which an older page of an index hides an act is named by the survey: every page is what was once written, and every tree is whole', async () => {
    const t = trial();
    const note = (text: string) => ({ ...noteTaken(text), subject: 'тема' });
    const vault = await t.create();
    vault.commit([note('первая')]);
    vault.lock();
    const [folder = ''] = readdirSync(join(t.folder, 'holdings'));
    const store = join(t.folder, 'holdings', folder, 'store.db');
    const before = readFileSync(store);
    const later = await t.unlock();
    later.commit([note('вторая')]);
    expect(later.actsAbout(holding, 'тема', 10)).toHaveLength(2);
    later.lock();
    let page = 0;
    await openForTest(t, holding, (db) => {
      page = db.prepare<[], { page: number }>("SELECT rootpage AS page FROM sqlite_schema WHERE name = 'act_subject'").get()?.page ?? 0;
    });
    const bytes = readFileSync(store);
    const at = (page - 1) * 4096;
    expect(before.subarray(at, at + 4096).equals(bytes.subarray(at, at + 4096))).toBe(false);
    bytes.set(before.subarray(at, at + 4096), at);
    writeFileSync(store, bytes);
    const again = await t.unlock();
    expect(again.damage()).toEqual([]);
    expect(again.actsAbout(holding, 'тема', 10)).toHaveLength(1);
    expect(await surveyed(again)).toMatchObject([{ what: 'store', store: holding, code: 'damaged', place: `holding ${holding}` }]);
    again.lock();
  });

  it('whose pages are damaged in a place that opening does not read is named by the survey, and by the first question that comes upon it', async () => {
    const { t, store } = await filled();
    const bytes = readFileSync(store);
    let named = 0;
    for (let page = 2; page < bytes.length / 4096; page += 3) {
      const bad = Buffer.from(bytes);
      bad[page * 4096 + 100] = (bad[page * 4096 + 100] ?? 0) ^ 1;
      writeFileSync(store, bad);
      const vault = await t.unlock();
      const found = await surveyed(vault);
      for (const one of found) expect(one).toMatchObject({ store: holding, code: 'damaged', what: 'store' });
      if (found.length > 0) {
        named += 1;
        expect(vault.holdings()).not.toContain(found[0]?.what === 'store' ? 'nothing' : holding);
      }
      vault.lock();
    }
    expect(named).toBeGreaterThan(3);
  });
});

describe('a damaged sealed file', () => {
  it.each([
    ['missing', 'missing', (path: string) => rmSync(path)],
    ['cut', 'damaged', (path: string) => truncateSync(path, 1000)],
    ['altered', 'damaged', (path: string) => { const bytes = readFileSync(path); bytes[500] = (bytes[500] ?? 0) ^ 1; writeFileSync(path, bytes); }],
  ] as const)('that is %s is named by the survey with its act, and everything else stands', async (_, code, spoil) => {
    const { t, sealed, fileId, firstAct } = await filled();
    spoil(sealed);
    const vault = await t.unlock();
    expect(vault.damage()).toEqual([]);
    expect(await surveyed(vault)).toEqual([{ what: 'file', store: holding, code, place: `holding ${holding} file ${fileId}`, from: { seq: firstAct, at: '2026-11-22T09:00:00' }, to: null }]);
    expect(textsOf(vault)).toEqual(['первая', 'вторая']);
    vault.lock();
  });
});

describe('a vault whose log of heads is lost or of another journal', () => {
  it.each([
    ['missing', (path: string) => rmSync(path), 'missing'],
    ['damaged', (path: string) => { const bytes = readFileSync(path); bytes[150] = (bytes[150] ?? 0) ^ 1; writeFileSync(path, bytes); }, 'damaged'],
    ['cut', (path: string) => truncateSync(path, 100), 'rolledBack'],
  ] as const)('%s is refused by name, and opened for reading by whoever answers for it', async (_, spoil, code) => {
    const { t } = await filled();
    spoil(join(t.folder, 'heads.log'));
    const lies = bytesOf(t.folder);
    await expect(t.unlock()).rejects.toMatchObject({ code });
    const vault = await t.unlock(director, { toRead: true });
    expect(vault.reading).toMatchObject({ code });
    expect(textsOf(vault)).toEqual(['первая', 'вторая']);
    expect(vault.damage()).toEqual([expect.objectContaining({ what: 'heads', code })]);
    expect(() => vault.commit([opened(1)])).toThrow(expect.objectContaining({ code }));
    await expect(vault.enrol({ login: 'x', name: 'x', role: 'analyst', passphrase: 'x' })).rejects.toMatchObject({ code });
    await expect(vault.changePassphrase(director.passphrase, 'другая фраза')).rejects.toMatchObject({ code });
    await expect(vault.files.stage(join(t.root, 'letter.bin'))).rejects.toMatchObject({ code });
    vault.lock();
    expect(bytesOf(t.folder)).toEqual(lies);
  });

  it('is not opened for reading by a registrar, and a whole one is simply opened', async () => {
    const { t } = await filled();
    const vault = await t.unlock(director, { toRead: true });
    expect(vault.reading).toBeUndefined();
    await enrolWithGrant(vault, { login: 'r', name: 'р', role: 'registrar', passphrase: 'фраза' });
    vault.lock();
    rmSync(join(t.folder, 'heads.log'));
    await expect(t.unlock({ login: 'r', passphrase: 'фраза' }, { toRead: true })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(t.unlock({ ...director, passphrase: 'не та' }, { toRead: true })).rejects.toMatchObject({ code: 'wrongPassphrase' });
  });
});
