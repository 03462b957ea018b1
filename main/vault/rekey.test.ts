import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3-multiple-ciphers';
import type { HoldingName } from '#app/journal/act.ts';
import { cutOff, keyRow, openForTest } from './holding.fixture.ts';
import { readHeader } from './header-copies.ts';
import { inStoreThread } from './store-thread.ts';
import type { Step } from './state.ts';
import { finish } from './steps.ts';
import { createStore, openStore } from './store.ts';
import { cleanTrials, director, enrolWithGrant, noteTaken, settable, textsOf, trial, trialAt, type Trial } from './vault.fixture.ts';
import type { OpenVault } from './vault.ts';

afterEach(cleanTrials);

const steps: readonly Step[] = ['rekeyBegun', 'rekeyCopied', 'rekeyProven', 'rekeyClosed', 'rekeySwapped', 'rekeyDone'];
const uz: HoldingName = 'UZ-01/LOWER';
const leaver = { login: 'leaver', name: 'Вымышленный уходящий', role: 'registrar', passphrase: 'фраза уходящего' } as const;
const stayer = { login: 'stayer', name: 'Вымышленный остающийся', role: 'analyst', passphrase: 'фраза остающегося' } as const;
const why = { reason: 'перевод', document: { number: '9', date: '2026-11-22' } };

function expectSound(vault: OpenVault): void {
  expect(finish(vault.journal.verify()).broken).toBeUndefined();
  expect(finish(vault.rebuild())).toEqual({ differences: [], lost: [] });
}

let made: Trial | undefined;
afterAll(() => made?.clean());

/** A copy of a vault of two holdings from which `leaver` has just lost his grant; locked. */
async function revoked(): Promise<Trial> {
  made ??= await makeRevoked();
  const { root } = trial();
  return made.copy(relative(made.root, join(root, 'vault')));
}

async function makeRevoked(): Promise<Trial> {
  const root = mkdtempSync(join(tmpdir(), 'grif-rekey-'));
  const t = trialAt(root, join(root, 'vault'), settable());
  const vault = await t.create();
  vault.commit([noteTaken('один'), noteTaken('два')]);
  vault.commit([noteTaken('другой', 'KZ-01/UPPER')]);
  const id = await enrolWithGrant(vault, leaver);
  await enrolWithGrant(vault, stayer);
  const grant = vault.registry.prepare<[string], { id: string }>('SELECT id FROM access_grant WHERE officer = ?').get(id)?.id ?? '';
  vault.revokeGrant(grant, why);
  expect(vault.registry.prepare('SELECT count(*) AS n FROM holding_key WHERE officer = ?').get(id)).toEqual({ n: 0 });
  expect(vault.rekeyDue()).toEqual(['KZ-01/UPPER', uz]);
  vault.lock();
  return t;
}

/** The key of a holding as the director's account has it: what an insider with a debugger takes along. */
async function keyTakenAlong(t: Trial, name: HoldingName): Promise<Uint8Array> {
  let key: Uint8Array | undefined;
  await openForTest(t, 'registry', (registry, _, open) => {
    for (const { sealed } of registry.prepare<[], { sealed: Uint8Array }>('SELECT sealed FROM holding_key').all()) {
      const own = keyRow(open(new Uint8Array(sealed)));
      if (own.name === name) key = own.key;
    }
  });
  if (key === undefined) throw new Error('no key');
  return key;
}

const opensWith = (t: Trial, name: HoldingName, key: Uint8Array): boolean => {
  const vaultId = readHeader(t.folder).header.vaultId;
  return readdirSync(join(t.folder, 'holdings')).some((folder) => {
    try {
      openStore({ path: join(t.folder, 'holdings', folder, 'store.db'), place: name, key, stands: [] }, { vaultId, store: name }).close();
      return true;
    } catch {
      return false;
    }
  });
};

describe('a holding whose key somebody lost', () => {
  it('is encrypted anew: the key taken along opens it no more, and those who stay read and write on', async () => {
    const t = await revoked();
    const taken = await keyTakenAlong(t, uz);
    expect(opensWith(t, uz, taken)).toBe(true);
    const vault = await t.unlock();
    const reader = vault.holding(uz);
    expect(reader).toBeDefined();
    expect(await vault.rekey()).toBe(2);
    // Whoever held the reader goes on with it.
    expect(reader?.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 2 });
    expect(vault.rekeyDue()).toEqual([]);
    vault.commit([noteTaken('три')]);
    expect(textsOf(vault)).toEqual(['один', 'два', 'три']);
    expect(vault.journal.count({ kind: 'holding.rekeyed' })).toBe(2);
    expectSound(vault);
    vault.lock();
    expect(opensWith(t, uz, taken)).toBe(false);
    const others = await t.unlock(stayer);
    expect(textsOf(others)).toEqual(['один', 'два', 'три']);
    expect(textsOf(others, 'KZ-01/UPPER')).toEqual(['другой']);
    others.lock();
    await expect(t.unlock(leaver)).rejects.toMatchObject({ code: 'noAccess', access: 'revoked' });
    // Nothing of the change is left lying.
    for (const folder of readdirSync(join(t.folder, 'holdings'))) expect(readdirSync(join(t.folder, 'holdings', folder)).filter((name) => name.includes('next'))).toEqual([]);
  });

  it.each(steps)('cut off by a crash at "%s" opens with everything, for everybody entitled, and is finished later', async (step) => {
    const t = await revoked();
    let image: Trial | undefined;
    const vault = await t.unlock(director, { at: (at) => { if (at === step && image === undefined) image = t.copy(`crash-${step}`); } });
    await vault.rekey();
    vault.lock();
    if (image === undefined) throw new Error('never came there');
    const crashed = image;
    const again = await crashed.unlock();
    expect(textsOf(again)).toEqual(['один', 'два']);
    expect(textsOf(again, 'KZ-01/UPPER')).toEqual(['другой']);
    expectSound(again);
    again.lock();
    const taken = await keyTakenAlong(crashed, uz);
    const finishing = await crashed.unlock(stayer);
    expect(textsOf(finishing)).toEqual(['один', 'два']);
    const due = finishing.rekeyDue().includes(uz);
    await finishing.rekey();
    finishing.commit([noteTaken('после')]);
    expect(finishing.rekeyDue()).toEqual([]);
    expectSound(finishing);
    finishing.lock();
    expect(opensWith(crashed, uz, taken)).toBe(!due);
    const last = await crashed.unlock();
    expect(textsOf(last)).toEqual(['один', 'два', 'после']);
    last.lock();
  });

  it.each(steps.slice(0, -1))('that fails at "%s" stays as it was or as it becomes, and the vault goes on', async (step) => {
    const t = await revoked();
    let armed = true;
    const vault = await t.unlock(director, { at: (at) => { if (at === step && armed) throw new Error('stopped'); } });
    await expect(vault.rekey()).rejects.toThrow('stopped');
    armed = false;
    vault.commit([noteTaken('три')]);
    expect(textsOf(vault)).toEqual(['один', 'два', 'три']);
    await vault.rekey();
    expect(vault.rekeyDue()).toEqual([]);
    expect(textsOf(vault)).toEqual(['один', 'два', 'три']);
    expect(textsOf(vault, 'KZ-01/UPPER')).toEqual(['другой']);
    expectSound(vault);
    vault.lock();
  });

  it('loses nothing that is written while it is copied', async () => {
    const t = await revoked();
    let written = 0;
    const vault: OpenVault = await t.unlock(director, { at: (at) => {
      if (at !== 'rekeyCopied' || written >= 2) return;
      written += 1;
      vault.commit([noteTaken(`меж ${written}`), noteTaken(`меж ${written}`, 'KZ-01/UPPER')]);
    } });
    expect(await vault.rekey()).toBe(2);
    expect(textsOf(vault)).toEqual(['один', 'два', 'меж 1', 'меж 2']);
    expect(textsOf(vault, 'KZ-01/UPPER')).toEqual(['другой', 'меж 1', 'меж 2']);
    expectSound(vault);
    vault.lock();
  });

  it('is due again when somebody else loses the right to the next key meanwhile', async () => {
    const t = await revoked();
    const vault: OpenVault = await t.unlock(director, { at: (at) => {
      if (at !== 'rekeyProven') return;
      const grant = vault.registry.prepare<[], { id: string }>("SELECT id FROM access_grant WHERE revoked_at IS NULL AND officer <> signer").get()?.id;
      if (grant !== undefined) vault.revokeGrant(grant, why);
    } });
    await vault.rekey();
    expect(vault.rekeyDue()).toContain('KZ-01/UPPER');
    await vault.rekey();
    expect(vault.rekeyDue()).toEqual([]);
    expect(textsOf(vault, 'KZ-01/UPPER')).toEqual(['другой']);
    vault.lock();
    await expect(t.unlock(stayer)).rejects.toMatchObject({ code: 'noAccess' });
  });

  it('is due still when the note of it was struck out by somebody who writes registry.db: signed acts say it, until a newer key was made', async () => {
    const t = await revoked();
    const strike = async (): Promise<void> => {
      await cutOff({ folder: t.folder });
      await openForTest(t, 'registry', (registry) => registry.exec('DELETE FROM rekey_due'));
    };
    await strike();
    const again = await t.unlock();
    expect(again.registry.prepare('SELECT * FROM rekey_due').all()).toEqual([]);
    expect(again.rekeyDue()).toEqual(['KZ-01/UPPER', uz]);
    again.lock();
    // Not forgotten by the next opening either; and no more once it is done.
    const third = await t.unlock();
    expect(await third.rekey()).toBe(2);
    expect(third.rekeyDue()).toEqual([]);
    third.lock();
    await strike();
    const fourth = await t.unlock();
    expect(fourth.rekeyDue()).toEqual([]);
    expectSound(fourth);
    fourth.lock();
  });

  it('is due when an account was closed or a last day came, with the note struck out; and not for one whose access had ended before the key was made', async () => {
    const t = trial();
    const vault = await t.create();
    const early = await enrolWithGrant(vault, leaver);
    vault.disable(early, 'перевод');
    // Made after he had left.
    vault.commit([noteTaken('один')]);
    vault.lock();
    const untouched = await t.unlock();
    expect(untouched.rekeyDue()).toEqual([]);
    const late = await enrolWithGrant(untouched, stayer, { to: '2026-12-01' });
    expect(untouched.rekeyDue()).toEqual([]);
    untouched.lock();
    const struck = async (at: string): Promise<HoldingName[]> => {
      t.clock.set(at);
      await cutOff({ folder: t.folder }, t.clock);
      await openForTest(t, 'registry', (registry) => registry.exec('DELETE FROM rekey_due'));
      const opened = await t.unlock();
      const due = opened.rekeyDue();
      opened.lock();
      return due;
    };
    expect(await struck('2026-12-01T18:00:00')).toEqual([]);
    expect(await struck('2026-12-02T09:00:00')).toEqual([uz]);
    const fresh = await t.unlock();
    expect(await fresh.rekey()).toBe(1);
    const third = await enrolWithGrant(fresh, { ...leaver, login: 'third' });
    fresh.disable(third, 'перевод');
    fresh.disable(late, 'перевод');
    fresh.lock();
    expect(await struck('2026-12-03T09:00:00')).toEqual([uz]);
  });

  it('is left alone by a lock in the middle', async () => {
    const t = await revoked();
    const vault: OpenVault = await t.unlock(director, { at: (at) => { if (at === 'rekeyBegun') vault.lock(); } });
    await expect(vault.rekey()).rejects.toMatchObject({ code: 'locked' });
    const again = await t.unlock();
    expect(again.rekeyDue()).toEqual(['KZ-01/UPPER', uz]);
    expect(textsOf(again)).toEqual(['один', 'два']);
    again.lock();
  });
});

describe('the copying thread', () => {
  it('writes a large store under the next key while the store stays open, and ends when it is told to', async () => {
    const t = trial();
    (await t.create()).lock();
    const file = { path: join(t.root, 'large.db'), place: 'large', key: randomBytes(32), stands: [] };
    const name = { vaultId: 'v', store: 's' };
    const db = createStore(file, name, 'CREATE TABLE blob (n INTEGER PRIMARY KEY, x BLOB NOT NULL) STRICT;');
    db.transaction(() => { for (let n = 0; n < 300; n += 1) db.prepare('INSERT INTO blob (x) VALUES (?)').run(randomBytes(32_768)); });
    const task = { do: 'copy' as const, source: file.path, target: `${file.path}.next`, present: file.key, next: randomBytes(32) };
    await inStoreThread(task, 300 * 32_768, new AbortController().signal);
    const copy = openStore({ ...file, path: task.target, key: task.next }, name);
    expect(copy.prepare('SELECT count(*) AS n, sum(length(x)) AS bytes FROM blob').get()).toEqual({ n: 300, bytes: 300 * 32_768 });
    copy.close();
    expect(readFileSync(task.target).includes(readFileSync(file.path).subarray(8192, 8256))).toBe(false);
    const stop = new AbortController();
    const stopped = inStoreThread({ ...task, target: `${file.path}.again` }, 300 * 32_768, stop.signal);
    stop.abort(new Error('told to'));
    await expect(stopped).rejects.toThrow('told to');
    db.close();
    expect(existsSync(file.path)).toBe(true);
    expect(() => new Database(join(t.root, 'nowhere.db'), { fileMustExist: true })).toThrow(/unable to open/);
  });
});
