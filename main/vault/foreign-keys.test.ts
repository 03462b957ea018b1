import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { afterEach, describe, expect, it } from 'vitest';
import type { NewAct } from '#app/journal/act.ts';
import type { Connection } from './db.ts';
import { readHeader } from './header-copies.ts';
import { cutOff, keyRow, openForTest } from './holding.fixture.ts';
import { fingerprintOf } from './key-book.ts';
import { forgeAct } from './insider.fixture.ts';
import { createSuite, hex, unhex } from './suite.ts';
import { cleanTrials, director, enrolWithGrant, noteTaken, textsOf, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

/*
 * Every officer has the key of registry.db and can write whatever he likes into it with a program of his own. Here he seals a key that he
 * knows to the others, so that they go on writing under it.
 */
const suite = createSuite(randomBytes);
const insider = { login: 'insider', name: 'Вымышленный свой', role: 'registrar', passphrase: 'фраза своего' } as const;
const uzOnly = { scope: { bodies: ['UZ-01'], degree: 'LOWER' } } as const;

interface Forged { readonly place: string; readonly name: string; readonly key: Uint8Array }

const seal = (db: Connection, table: string, { place, name, key }: Forged, login: string = director.login): void => {
  const { id, box } = db.prepare<[string], { id: string; box: string }>('SELECT id, box_public AS box FROM officer WHERE login = ?').get(login) ?? { id: '', box: '' };
  db.prepare(`INSERT OR REPLACE INTO ${table} (place, officer, sealed) VALUES (?, ?, ?)`).run(place, id, Buffer.from(suite.sealTo(unhex(box), Buffer.concat([key, Buffer.from(name)]))));
};

const forge = (t: Trial, act: Pick<NewAct, 'kind' | 'open'>, at?: string): Promise<void> => forgeAct(t, insider, act, at);

async function world(): Promise<Trial> {
  const t = trial();
  const vault = await t.create();
  vault.commit([noteTaken('уз'), noteTaken('кз', 'KZ-01/LOWER')]);
  await enrolWithGrant(vault, insider, uzOnly);
  vault.lock();
  // The sum in an act of locking tells of any such change; he waits for a session that was cut off, or signs an act of locking himself.
  await cutOff(t);
  return t;
}

const damagedAt = (place: string) => expect.objectContaining({ code: 'damaged', place: `registry.db key ${place}` });
const fresh = (): string => hex(suite.random(16));

describe('a key that an insider sealed to others', () => {
  it.each(['*journal', '*journalIndex', '*matching', '*centre'])('is refused by name, in the place of %s', async (name) => {
    const t = await world();
    const key = name === '*journal' ? nacl.box.keyPair().secretKey : suite.random(32);
    await openForTest(t, 'registry', (db) => seal(db, 'holding_key', { place: name, name, key }));
    await expect(t.unlock()).rejects.toEqual(damagedAt(name));
  });

  it('is refused for a holding that there is, in its place or another, and for one that is yet to be', async () => {
    for (const [name, elsewhere] of [['KZ-01/LOWER', false], ['KZ-01/LOWER', true], ['TJ-01/LOWER', true]] as const) {
      const t = await world();
      let place = fresh();
      if (!elsewhere) await openForTest(t, name, (_, path) => { place = path.split('/').at(-2) ?? ''; });
      await openForTest(t, 'registry', (db) => {
        db.prepare('INSERT OR IGNORE INTO holding_store (place, head) VALUES (?, NULL)').run(place);
        seal(db, 'holding_key', { place, name, key: suite.random(32) });
      });
      await expect(t.unlock()).rejects.toEqual(damagedAt(place));
    }
  });

  it('is refused as the next key of a holding', async () => {
    const t = await world();
    let place = '';
    await openForTest(t, 'KZ-01/LOWER', (_, path) => { place = path.split('/').at(-2) ?? ''; });
    await openForTest(t, 'registry', (db) => seal(db, 'holding_rekey', { place, name: 'KZ-01/LOWER', key: suite.random(32) }));
    const vault = await t.unlock();
    expect(() => vault.holding('KZ-01/LOWER')).toThrow(damagedAt(place));
    expect(textsOf(vault)).toEqual(['уз']);
    vault.lock();
  });

  it('is refused under another name, though it is a true key of his own', async () => {
    const t = await world();
    const own = await keyOf(t, 'UZ-01/LOWER');
    await openForTest(t, 'registry', (db) => seal(db, 'holding_key', { ...own, place: fresh(), name: 'TJ-01/LOWER' }));
    await expect(t.unlock()).rejects.toMatchObject({ code: 'damaged', place: expect.stringMatching(/^registry\.db key [0-9a-f]{32}$/) });
  });

  it('is refused with an act of his own that vouches for it, beyond what he was granted', async () => {
    const t = await world();
    const forged = { place: fresh(), name: 'TJ-01/LOWER', key: suite.random(32) };
    await forge(t, { kind: 'key.made', open: { fingerprint: fingerprintOf(suite, readHeader(t.folder).header.vaultId, forged), after: null } });
    await cutOff(t);
    await openForTest(t, 'registry', (db) => seal(db, 'holding_key', forged));
    await expect(t.unlock()).rejects.toEqual(damagedAt(forged.place));
  });

  it('is refused when he lost his grant, also with an act that bears an earlier day, and beside a key that there is', async () => {
    const t = await world();
    const vault = await t.unlock();
    const grant = vault.registry.prepare<[], { id: string }>('SELECT id FROM access_grant WHERE officer <> signer').get()?.id ?? '';
    const vaultId = vault.identity.vaultId;
    // While he still may, he vouches for a second key of a holding that there is.
    vault.lock();
    const second = { place: fresh(), name: 'UZ-01/LOWER', key: suite.random(32) };
    await forge(t, { kind: 'key.made', open: { fingerprint: fingerprintOf(suite, vaultId, second), after: null } });
    const revoking = await t.unlock();
    revoking.revokeGrant(grant, { reason: 'перевод', document: { number: '9', date: '2026-11-22' } });
    revoking.lock();
    const late = { place: fresh(), name: 'UZ-01/UPPER', key: suite.random(32) };
    await forge(t, { kind: 'key.made', open: { fingerprint: fingerprintOf(suite, vaultId, late), after: null } }, '2026-11-01T00:00:00');
    for (const forged of [second, late]) {
      const tried = t.copy(`tried-${forged.place}`);
      await openForTest(tried, 'registry', (db) => seal(db, 'holding_key', forged));
      await expect(tried.unlock()).rejects.toEqual(damagedAt(forged.place));
    }
    (await t.unlock()).lock();
  });

  it('that opened a holding before it was encrypted anew is refused afterwards, with the old store as well', async () => {
    const t = await world();
    const vault = await t.unlock();
    const grant = vault.registry.prepare<[], { id: string }>('SELECT id FROM access_grant WHERE officer <> signer').get()?.id ?? '';
    vault.lock();
    const taken = await keyOf(t, 'UZ-01/LOWER');
    const before = t.copy('before');
    const revoking = await t.unlock();
    revoking.revokeGrant(grant, { reason: 'перевод', document: { number: '9', date: '2026-11-22' } });
    expect(await revoking.rekey()).toBe(1);
    revoking.lock();
    await cutOff(t);
    const store = join('holdings', taken.place, 'store.db');
    cpSync(join(before.folder, store), join(t.folder, store));
    await openForTest(t, 'registry', (db) => seal(db, 'holding_key', { ...taken, name: 'UZ-01/LOWER' }));
    await expect(t.unlock()).rejects.toEqual(damagedAt(taken.place));
  });
});

describe('the journal\'s public key', () => {
  it('is that of the signed act: acts are sealed to nobody whom a table names', async () => {
    const t = await world();
    const own = nacl.box.keyPair();
    await openForTest(t, 'registry', (db) => db.exec(`CREATE TABLE IF NOT EXISTS journal_key (seq INTEGER PRIMARY KEY, key TEXT NOT NULL); INSERT INTO journal_key VALUES (99, '${hex(own.publicKey)}')`));
    const vault = await t.unlock();
    const sealed = vault.registry.prepare<[], { key: string }>('SELECT key FROM unlocked ORDER BY seq DESC LIMIT 1').get()?.key ?? '';
    expect(suite.openFrom(own.secretKey, Buffer.from(sealed, 'base64'))).toBeUndefined();
    vault.lock();
  });

  it('is no other by a second founding act, whoever signs it', async () => {
    const t = await world();
    await forge(t, { kind: 'vault.created', open: { journal: hex(nacl.box.keyPair().publicKey), keys: {} } });
    await expect(t.unlock()).rejects.toMatchObject({ code: 'damaged' });
  });
});

async function keyOf(t: Trial, name: string): Promise<{ place: string; key: Uint8Array }> {
  let found: { place: string; key: Uint8Array } | undefined;
  await openForTest(t, 'registry', (db, _, open) => {
    for (const { place, sealed } of db.prepare<[], { place: string; sealed: Uint8Array }>('SELECT place, sealed FROM holding_key').all()) {
      const own = keyRow(open(new Uint8Array(sealed)));
      if (own.name === name) found = { place, key: own.key };
    }
  });
  if (found === undefined) throw new Error('no key');
  return found;
}
