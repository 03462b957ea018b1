import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { HoldingName } from '#app/journal/act.ts';
import { openForTest } from './holding.fixture.ts';
import { finish, finishGently } from './steps.ts';
import { createStore, openStore } from './store.ts';
import { VaultError } from './vault.ts';
import { cleanTrials, holding, noteTaken, opened, textsOf, trial, type Trial } from './vault.fixture.ts';

// One test for each way in which the store was measured to be silent; docs/threat-model.md names them.
afterEach(cleanTrials);

const pageBytes = 4096;
const storeOf = (t: Trial): string => join(t.folder, 'holdings', readdirSync(join(t.folder, 'holdings'))[0] ?? '', 'store.db');

/** Two images of one locked vault: `old` with three texts, `now` with five. */
async function twoDays(): Promise<{ old: Trial; now: Trial }> {
  const now = trial();
  const vault = await now.create();
  for (const text of ['первая', 'вторая', 'третья']) vault.commit([noteTaken(text), opened(1)]);
  vault.lock();
  // Opened once more, so that what the first opening sweeps is behind both.
  const again = await now.unlock();
  textsOf(again);
  again.lock();
  const old = now.copy('old');
  const later = await now.unlock();
  for (const text of ['четвёртая', 'пятая']) later.commit([noteTaken(text), opened(2)]);
  later.lock();
  return { old, now };
}

/** Names of what is wrong; empty for a vault that is whole, with all five texts. */
async function wrong(t: Trial): Promise<string[]> {
  try {
    const vault = await t.unlock();
    try {
      const damage = await finishGently(vault.survey());
      if (damage.length > 0) return damage.map(({ code, place }) => `${code} ${place}`);
      const { broken } = finish(vault.journal.verify());
      const { differences, lost } = finish(vault.rebuild());
      const told = [...(broken === undefined ? [] : [broken.reason]), ...[...differences, ...lost].map((one) => JSON.stringify(one))];
      if (told.length === 0) expect(textsOf(vault)).toEqual(['первая', 'вторая', 'третья', 'четвёртая', 'пятая']);
      return told;
    } finally {
      vault.lock();
    }
  } catch (error) {
    if (error instanceof VaultError) return [`${error.code} ${error.place}`];
    throw error;
  }
}

/** Every row of every table of a store but of those by which a full-text search finds its way (they have a test of their own), and what SQLite finds when it compares each index with its table; past the program, and what could not be read. */
async function everyRow(t: Trial, which: 'registry' | HoldingName): Promise<string> {
  let told = '';
  try {
    await openForTest(t, which, (db) => {
      const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name <> 'sqlite_sequence' AND name <> 'note_text_idx' ORDER BY name").all();
      const rows = tables.map(({ name }) => db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}" NOT INDEXED`).all());
      told = JSON.stringify([db.pragma('integrity_check'), rows], (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value));
    });
    return told;
  } catch (error) {
    return String(error);
  }
}

/** Puts each page of the older file, one at a time, into the newer; answers how many were named. What is not named shows nothing of another day. */
async function olderPages(now: Trial, which: 'registry' | HoldingName, path: (t: Trial) => string, older: Buffer): Promise<{ named: number; unlike: number }> {
  const whole = readFileSync(path(now));
  const rows = await everyRow(now, which);
  let named = 0;
  let unlike = 0;
  for (let page = 0; page < Math.min(older.length, whole.length) / pageBytes; page += 1) {
    const [from, to] = [page * pageBytes, (page + 1) * pageBytes];
    if (whole.subarray(from, to).equals(older.subarray(from, to))) continue;
    unlike += 1;
    const bad = now.copy(`page${page}`);
    const bytes = Buffer.from(whole);
    older.copy(bytes, from, from, to);
    writeFileSync(path(bad), bytes);
    const shown = await everyRow(bad, which);
    writeFileSync(path(bad), bytes);
    if ((await wrong(bad)).length > 0) named += 1;
    else expect(shown === rows, `page ${page + 1}`).toBe(true);
    rmSync(bad.folder, { recursive: true });
  }
  return { named, unlike };
}

describe('an older version of a page', () => {
  it('of a holding is named by its opening or by the check, and never shown as if nothing were', async () => {
    const { old, now } = await twoDays();
    const { named, unlike } = await olderPages(now, holding, storeOf, readFileSync(storeOf(old)));
    // `wrong` compares the texts whenever nothing is named.
    expect(unlike).toBeGreaterThan(4);
    expect(named).toBeGreaterThan(unlike / 2);
  });

  it('by which a full-text search finds its way is named by the check: the search would pass over words that are there', async () => {
    const now = trial();
    const first = await now.create();
    first.commit([noteTaken('первая')]);
    first.lock();
    const old = readFileSync(storeOf(now));
    const later = await now.unlock();
    // So many words that they fill several pages.
    later.commit([noteTaken(Array.from({ length: 3000 }, (_, n) => `слово${n}`).join(' '))]);
    later.lock();
    let way = 0;
    const found = async (): Promise<number> => {
      let n = -1;
      await openForTest(now, holding, (db) => {
        way = db.prepare<[], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'note_text_idx'").get()?.rootpage ?? 0;
        n = db.prepare<[], unknown>("SELECT rowid FROM note_text WHERE note_text MATCH 'слово2999'").all().length;
      });
      return n;
    };
    expect(await found()).toBe(1);
    const bytes = readFileSync(storeOf(now));
    old.copy(bytes, (way - 1) * pageBytes, (way - 1) * pageBytes, way * pageBytes);
    writeFileSync(storeOf(now), bytes);
    expect(await found()).toBe(0);
    expect(await wrong(now)).toEqual([expect.stringContaining('"table":"note_text"')]);
  });

  it('of the registry is named by its opening or by the check', async () => {
    const { old, now } = await twoDays();
    const { named, unlike } = await olderPages(now, 'registry', (t) => join(t.folder, 'registry.db'), readFileSync(join(old.folder, 'registry.db')));
    expect(unlike).toBeGreaterThan(4);
    expect(named).toBeGreaterThan(unlike / 2);
  });
});

describe('an older version of a whole store', () => {
  it('of a holding is damage of that holding', async () => {
    const { old, now } = await twoDays();
    copyFileSync(storeOf(old), storeOf(now));
    expect(await wrong(now)).toEqual([`damaged holding ${holding}`]);
  });

  it('of the registry is a journal put back', async () => {
    const { old, now } = await twoDays();
    copyFileSync(join(old.folder, 'registry.db'), join(now.folder, 'registry.db'));
    expect(await wrong(now)).toEqual(['rolledBack heads.log']);
  });

  it('of another vault, or another holding, does not stand in its place', async () => {
    const { now } = await twoDays();
    const other = trial();
    const vault = await other.create();
    vault.commit([noteTaken('чужая')]);
    vault.lock();
    copyFileSync(storeOf(other), storeOf(now));
    expect(await wrong(now)).toEqual([`damaged holding ${holding}`]);
    // Nor with the right key, as whoever was given it could write one.
    const file = { path: join(now.root, 'same-key.db'), place: 'x.db', key: Buffer.alloc(32, 1), stands: [] };
    createStore(file, { vaultId: 'v', store: holding }, 'CREATE TABLE t (a TEXT)').close();
    for (const name of [{ vaultId: 'w', store: holding }, { vaultId: 'v', store: 'KZ-01/UPPER' }]) expect(() => openStore(file, name)).toThrow(expect.objectContaining({ code: 'damaged' }));
    openStore(file, { vaultId: 'v', store: holding }).close();
  });
});

describe('a write-ahead log', () => {
  /** As a crash leaves it: two texts in the stores, two more in the logs. */
  async function crashed(): Promise<{ t: Trial; log: string }> {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('первая')]);
    vault.lock();
    const again = await t.unlock();
    again.commit([noteTaken('вторая')]);
    const image = t.copy('crashed');
    again.lock();
    return { t: image, log: join(image.folder, 'registry.db-wal') };
  }

  it('that is stale, put beside the store of a later day, is not taken for its own', async () => {
    const { t, log } = await crashed();
    const stale = readFileSync(log);
    const vault = await t.unlock();
    vault.commit([noteTaken('третья')]);
    vault.lock();
    writeFileSync(log, stale);
    await expect(t.unlock()).rejects.toMatchObject({ code: expect.stringMatching(/^(rolledBack|damaged)$/) });
    expect(readFileSync(log)).toEqual(stale);
  });

  it('that was lost, cut or altered is named, and what is left of it is kept', async () => {
    for (const spoil of [(bytes: Buffer) => bytes.subarray(0, bytes.length - 4120), (bytes: Buffer) => bytes.subarray(0, 33), (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 40), Buffer.alloc(1, bytes[40] === 0 ? 1 : 0), bytes.subarray(41)])]) {
      const { t, log } = await crashed();
      const left = spoil(readFileSync(log));
      writeFileSync(log, left);
      await expect(t.unlock()).rejects.toMatchObject({ code: 'rolledBack', place: 'heads.log' });
      expect(readFileSync(log)).toEqual(left);
    }
    const { t, log } = await crashed();
    rmSync(log);
    await expect(t.unlock()).rejects.toMatchObject({ code: 'rolledBack' });
  });
});

describe('the page cipher', () => {
  it('is AEGIS-256 with a raw key, keeps temporary tables in memory and syncs every commit', async () => {
    const { now } = await twoDays();
    await openForTest(now, holding, (db) => {
      expect([db.pragma('cipher'), Number(db.pragma('temp_store')), Number(db.pragma('synchronous')), db.pragma('journal_mode')]).toEqual(['aegis', 2, 2, 'wal']);
    });
  });

  it('leaves no key in the file, clear or as hex, and no file in clear whatever the key', () => {
    const t = trial();
    rmSync(t.folder, { recursive: true, force: true });
    const path = `${t.folder}.db`;
    const file = (key: Buffer) => ({ path, place: 'x.db', key, stands: [] });
    const key = Buffer.from('0123456789abcdef0123456789abcdef');
    createStore(file(key), { vaultId: 'v', store: 'x' }, 'CREATE TABLE t (a TEXT)').close();
    const bytes = readFileSync(path);
    for (const form of [key, key.subarray(0, 16), Buffer.from(key.toString('hex')), Buffer.from('SQLite format 3')]) expect(bytes.includes(form)).toBe(false);
    rmSync(path);
    for (const length of [0, 16, 31, 33, 64]) {
      expect(() => createStore(file(Buffer.alloc(length, 65)), { vaultId: 'v', store: 'x' }, 'CREATE TABLE t (a TEXT)')).toThrow(TypeError);
      expect(existsSync(path)).toBe(false);
    }
  });

  it('refuses a changed byte of the clear header, a file of no bytes, and one that ends within a page', async () => {
    const { now } = await twoDays();
    const whole = readFileSync(storeOf(now));
    const cases = [...[16, 17, 18, 19, 20, 21, 22, 23].map((at) => whole.with(at, (whole[at] ?? 0) ^ 1)), Buffer.alloc(0), whole.subarray(0, whole.length - 1), whole.subarray(0, whole.length - pageBytes + 1)];
    for (const bytes of cases) {
      writeFileSync(storeOf(now), bytes);
      // Already where it is opened, before anything of it is read or written.
      const vault = await now.unlock();
      expect(vault.damage().map(({ code, place }) => `${code} ${place}`)).toEqual([`damaged holding ${holding}`]);
      vault.lock();
      expect(readFileSync(storeOf(now)).equals(bytes)).toBe(true);
    }
    writeFileSync(storeOf(now), whole);
    expect(await wrong(now)).toEqual([]);
  });

  it('names a damaged page where it is come upon, in the middle of rows too', () => {
    const file = { path: `${trial().folder}.db`, place: 'x.db', key: Buffer.alloc(32, 1), stands: [] };
    const made = createStore(file, { vaultId: 'v', store: 'x' }, 'CREATE TABLE t (n INTEGER PRIMARY KEY, a TEXT NOT NULL)');
    made.transaction(() => { for (let n = 0; n < 200; n += 1) made.prepare('INSERT INTO t (a) VALUES (?)').run('ж'.repeat(250)); });
    made.close();
    const bytes = readFileSync(file.path);
    const at = Math.floor(bytes.length / pageBytes / 2) * pageBytes + 100;
    writeFileSync(file.path, bytes.with(at, (bytes[at] ?? 0) ^ 1));
    const db = openStore(file, { vaultId: 'v', store: 'x' });
    let rows = 0;
    expect(() => { for (const _ of db.prepare('SELECT a FROM t').iterate()) rows += 1; }).toThrow(expect.objectContaining({ code: 'damaged', place: 'x.db' }));
    expect(rows).toBeGreaterThan(0);
    expect(db.trouble).toMatchObject({ code: 'damaged' });
    db.close();
  });

  it('with a wrong key is damage, since keys are authenticated before: never an empty store', () => {
    const t = trial();
    const file = (fill: number) => ({ path: `${t.folder}.db`, place: 'x.db', key: Buffer.alloc(32, fill), stands: [] });
    createStore(file(1), { vaultId: 'v', store: 'x' }, 'CREATE TABLE t (a TEXT)').close();
    const before = readFileSync(`${t.folder}.db`);
    expect(() => openStore(file(2), { vaultId: 'v', store: 'x' })).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(readFileSync(`${t.folder}.db`)).toEqual(before);
  });
});
