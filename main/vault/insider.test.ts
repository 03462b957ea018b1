import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHeader } from './header-copies.ts';
import { openForTest } from './holding.fixture.ts';
import { keyringOf, type Insider } from './insider.fixture.ts';
import { openKeyed } from './keyed.ts';
import { createSuite } from './suite.ts';
import { cleanTrials, director, enrolWithGrant, noteTaken, trial, type Trial } from './vault.fixture.ts';

/*
 * An officer with all files, a debugger and his own passphrase: past every gate of the program he tries as a key of every store whatever
 * the files hold, whatever of it his own keys open, and whatever is derived of all that.
 */
const suite = createSuite(randomBytes);
const officers = {
  administrator: { login: 'admin', passphrase: 'фраза администратора' }, security: { login: 'security', passphrase: 'фраза безопасности' }, narrow: { login: 'narrow', passphrase: 'фраза узкая' }, director,
} as const satisfies Record<string, Insider>;

let t: Trial;
beforeAll(async () => {
  t = trial();
  const vault = await t.create();
  vault.commit([noteTaken('уз'), noteTaken('уз выше', 'UZ-01/UPPER'), noteTaken('кз', 'KZ-01/LOWER'), noteTaken('центр', 'CENTRE/LOWER')]);
  for (const role of ['administrator', 'security'] as const) await vault.enrol({ ...officers[role], name: role, role });
  await enrolWithGrant(vault, { ...officers.narrow, name: 'narrow', role: 'registrar' }, { scope: { bodies: ['UZ-01'], degree: 'LOWER' } });
  vault.journal.count({});
  vault.lock();
  // Each was here: their own acts of unlocking are among what they find.
  for (const who of [officers.administrator, officers.security, officers.narrow]) (await t.unlock(who)).lock();
});
afterAll(cleanTrials);

const labels = (vaultId: string): string[] => ['heads', 'holding head', 'officer/staged files', 'officer/drafts', 'vault/matching', 'centre/box', 'centre/sign', 'header', `body/${vaultId}`].map((label) => `grif-1/${label}`);

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
/** No sealed key is longer; acts are. */
const longestSealed = 400;

/** Keys of 32 bytes, in hex: beginnings of everything that lies in clear or opens with what he has, and keys derived of them. */
async function keysInReach(who: Insider): Promise<string[]> {
  const { box, sign, registry } = await keyringOf(t, who);
  const { vaultId } = readHeader(t.folder).header;
  const own = [box.secretKey, sign.secretKey.slice(0, 32), registry];
  const cells: Uint8Array[] = ['vault.json', 'vault.copy.json'].map((name) => readFileSync(join(t.folder, name)));
  await openForTest(t, 'registry', (db) => {
    for (const { name } of db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all()) {
      for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all()) {
        for (const cell of Object.values(row)) if (typeof cell === 'string' || cell instanceof Uint8Array) cells.push(typeof cell === 'string' ? Buffer.from(cell) : cell);
      }
    }
  });
  const pieces = new Map(cells.flatMap((cell) => {
    const text = Buffer.from(cell).toString('latin1');
    return [cell, ...(text.match(/[0-9a-f]{64}/g) ?? []).map((hex) => Buffer.from(hex, 'hex')), ...(text.match(/[A-Za-z0-9+/]{43,}={0,2}/g) ?? []).map((base64) => Buffer.from(base64, 'base64'))];
  }).map((piece) => [hexOf(piece), new Uint8Array(piece)]));
  const sealed = [...pieces.values()].filter(({ length }) => length > 56 && length < longestSealed);
  const opened = sealed.flatMap((piece) => [suite.openFrom(box.secretKey, piece), ...own.map((key) => suite.open(key, piece))].filter((plain) => plain !== undefined));
  const secret = [...own, ...opened].filter(({ length }) => length >= 32).map((bytes) => bytes.slice(0, 32));
  const derived = secret.flatMap((key) => labels(vaultId).map((label) => suite.hkdf(key, vaultId, label)));
  const clear = [...pieces.values()].filter(({ length }) => length >= 32).map((bytes) => bytes.slice(0, 32));
  return [...new Set([...secret, ...derived, ...clear].map(hexOf))];
}

/** Name that a store bears inside, when one of the keys opens it. */
function storeBehind(path: string, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    try {
      let store = '';
      openKeyed(Database, path, new Uint8Array(Buffer.from(key, 'hex')), { fileMustExist: true, readonly: true }, (raw) => {
        store = raw.prepare<{ value: string }>("SELECT value FROM meta WHERE key = 'store'").get()?.value ?? '';
      }).close();
      return store;
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

const names = ['CENTRE/LOWER', 'KZ-01/LOWER', 'UZ-01/LOWER', 'UZ-01/UPPER'];

/** Names of the holdings that he can open, whether the index of the journal opens, and how many sessions' acts he can read. */
async function reach(who: Insider): Promise<{ holdings: string[]; journal: boolean; sessions: number }> {
  const keys = await keysInReach(who);
  expect(keys.length).toBeGreaterThan(50);
  const holdings = readdirSync(join(t.folder, 'holdings')).flatMap((place) => storeBehind(join(t.folder, 'holdings', place, 'store.db'), keys) ?? []).toSorted();
  const sealed: Uint8Array[] = [];
  await openForTest(t, 'registry', (db) => { sealed.push(...db.prepare<[], { key: string }>('SELECT key FROM unlocked').all().map(({ key }) => Buffer.from(key, 'base64'))); });
  const reader = keys.find((key) => sealed[0] !== undefined && suite.openFrom(new Uint8Array(Buffer.from(key, 'hex')), sealed[0]) !== undefined);
  const sessions = reader === undefined ? 0 : sealed.filter((one) => suite.openFrom(new Uint8Array(Buffer.from(reader, 'hex')), one) !== undefined).length;
  return { holdings, journal: storeBehind(join(t.folder, 'journal.db'), keys) !== undefined, sessions };
}

describe('with all files, his own keys and none of the program\'s gates', () => {
  it('the administrator opens no holding, not the journal, and no session of it', async () => {
    expect(await reach(officers.administrator)).toEqual({ holdings: [], journal: false, sessions: 0 });
  });

  it('the security officer reads the journal and opens no holding', async () => {
    const { holdings, journal, sessions } = await reach(officers.security);
    expect({ holdings, journal }).toEqual({ holdings: [], journal: true });
    expect(sessions).toBeGreaterThanOrEqual(4);
  });

  it('a registrar opens what his grant covers and nothing else, and not the journal', async () => {
    expect(await reach(officers.narrow)).toEqual({ holdings: ['CENTRE/LOWER', 'UZ-01/LOWER'], journal: false, sessions: 0 });
  });

  it('the director opens all of it: what is tried finds what there is to find', async () => {
    expect(await reach(officers.director)).toMatchObject({ holdings: names, journal: true });
  });
});
