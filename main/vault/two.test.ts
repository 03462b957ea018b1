import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Json, NewAct } from '#app/journal/act.ts';
import { commonKinds } from '#app/journal/common.ts';
import { kindsOfTwo } from '#app/journal/two.ts';
import { discloseNew } from './act-body.ts';
import { canonical } from './canonical.ts';
import { openForTest } from './holding.fixture.ts';
import { cosignedBytes, genesis, hashOf, signedBytes } from './journal.ts';
import { secondHand } from './second-hand.ts';
import { finish } from './steps.ts';
import { createSuite, hex, type KeyPair } from './suite.ts';
import { verifyExport, type OpenVault } from './vault.ts';
import { cleanTrials, director, opened, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const security = { login: 'security', name: 'Берик Вымышленный', role: 'security', passphrase: 'другая вымышленная фраза' } as const;
const registrar = { login: 'registrar', name: 'Вымышленный', role: 'registrar', passphrase: 'третья вымышленная фраза' } as const;

async function withSecurity(t: Trial): Promise<{ vault: OpenVault; id: string }> {
  const vault = await t.create();
  return { vault, id: await vault.enrol(security) };
}

const handOf = (vault: OpenVault): Uint8Array => secondHand(vault.identity.vaultId)?.secretKey ?? new Uint8Array();
const isWiped = (key: Uint8Array): boolean => key.length === 64 && key.every((byte) => byte === 0);

describe('a command of two persons', () => {
  it('has both signatures on every act that it makes, and on none that is made beside or after it', async () => {
    const t = trial();
    const { vault, id } = await withSecurity(t);
    let go = (): void => undefined;
    const halfway = new Promise<void>((resolve) => { go = resolve; });
    let key = new Uint8Array();
    let behind: Promise<unknown> = Promise.resolve();
    const running = vault.together(security, ['security'], async () => {
      key = handOf(vault) as typeof key;
      const before = vault.commit([opened(1), opened(2)]);
      await halfway;
      const after = vault.commit([opened(3)]);
      behind = new Promise((resolve) => { setImmediate(() => resolve(vault.commit([opened(4)]))); });
      return [...before, ...after];
    });
    await expect.poll(() => key.length).toBe(64);
    const [beside] = vault.commit([opened(5)]);
    go();
    const acts = await running;
    expect(acts.map(({ second }) => second)).toEqual([id, id, id]);
    for (const { cosignature } of acts) expect(cosignature).toMatch(/^[0-9a-f]{128}$/);
    expect([beside?.second, beside?.cosignature]).toEqual([null, null]);
    expect(await behind).toMatchObject([{ second: null }]);
    expect(isWiped(key)).toBe(true);
    expect(finish(vault.journal.verify()).broken).toBeUndefined();
    expect(await verifyExport([...vault.journal.export()])).toMatchObject({ ok: true });
    expect(vault.journal.page({ kind: 'drawer.opened' }, null, 9).acts.map(({ second }) => second)).toEqual([null, id, null, id, id]);
    vault.lock();
  });

  it('wipes the second officer\'s keys when it fails and when the vault is locked in the middle of it, and then writes nothing more', async () => {
    const t = trial();
    const { vault } = await withSecurity(t);
    let key = new Uint8Array();
    await expect(vault.together(security, ['security'], () => {
      key = handOf(vault) as typeof key;
      throw new Error('вымышленная ошибка');
    })).rejects.toThrow('вымышленная ошибка');
    expect(isWiped(key)).toBe(true);
    await expect(vault.together(security, ['security'], () => {
      key = handOf(vault) as typeof key;
      vault.lock();
      expect(isWiped(key)).toBe(true);
      vault.commit([opened(1)]);
    })).rejects.toMatchObject({ code: 'locked' });
    const again = await t.unlock();
    expect(again.journal.count({ kind: 'drawer.opened' })).toBe(0);
    expect(finish(again.journal.verify()).broken).toBeUndefined();
    again.lock();
  });

  it('takes another officer, at work, of a role that it names, by their own passphrase, with the waits of the door', async () => {
    const t = trial();
    const { vault, id } = await withSecurity(t);
    await vault.enrol(registrar);
    const run = (proof: { login: string; passphrase: string }) => vault.together(proof, ['security'], () => vault.commit([opened(1)]));
    await expect(run(director)).rejects.toMatchObject({ code: 'forbidden', place: 'samePerson' });
    await expect(run({ ...director, login: director.login.toUpperCase() })).rejects.toMatchObject({ code: 'forbidden', place: 'samePerson' });
    await expect(run({ login: 'nobody', passphrase: 'x' })).rejects.toMatchObject({ code: 'noSuchOfficer' });
    await expect(run(registrar)).rejects.toMatchObject({ code: 'forbidden', place: 'second' });
    for (let n = 0; n < 3; n += 1) await expect(run({ ...security, passphrase: 'не та' })).rejects.toMatchObject({ code: 'wrongPassphrase', place: security.login });
    await expect(run(security)).rejects.toMatchObject({ code: 'tooSoon', place: security.login });
    t.clock.set('2026-11-22T09:00:02');
    await run(security);
    // The wrong ones stand in the journal, and the count is begun anew.
    expect(vault.journal.count({ kind: 'session.refused', subject: id })).toBe(3);
    await expect(run({ ...security, passphrase: 'не та' })).rejects.toMatchObject({ code: 'wrongPassphrase' });
    await run(security);
    vault.disable(id, 'перевод');
    await expect(run(security)).rejects.toMatchObject({ code: 'noSuchOfficer' });
    expect(vault.journal.count({ kind: 'drawer.opened' })).toBe(2);
    vault.lock();
  });
});

const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import hashlib'], { timeout: 10_000 }).status === 0);
const script = new URL('../../docs/verifier/grif_verify.py', import.meta.url).pathname;

interface Person { readonly id: string; readonly role: string; readonly sign: KeyPair }
interface Forged { readonly act: NewAct; readonly by: Person; readonly second?: Person | undefined; readonly forge?: (act: Record<string, Json>) => Record<string, Json> }

/** An export put together by hand, signatures and all, as somebody could who holds these officers' keys. */
function exportOf(acts: readonly Forged[], end: Person): string[] {
  const suite = createSuite((length) => randomBytes(length));
  const vault = 'ab'.repeat(16);
  let prev = genesis(suite, vault);
  const lines = acts.map(({ act, by, second, forge = (one) => one }, index) => {
    const { disclosed, digest } = discloseNew(suite, act);
    const unsigned = { seq: index + 1, at: '2026-11-22T09:00:00', officer: by.id, second: second?.id ?? null, workstation: 'АРМ-1', digest, prev };
    const hash = hashOf(suite, unsigned);
    prev = hash;
    const cosignature = second === undefined ? null : hex(suite.sign(second.sign.secretKey, cosignedBytes(hash)));
    const said: Json = { body: { ...disclosed.body, held: [] }, leaves: [...disclosed.leaves], salt: disclosed.salt };
    return canonical(forge({ ...unsigned, hash, signature: hex(suite.sign(by.sign.secretKey, signedBytes(hash))), cosignature, said }));
  });
  const value = { suite: 'grif-1', vault, acts: acts.length, head: prev, at: '2026-11-22T09:00:00', officer: end.id };
  return [...lines, canonical({ end: value, signature: hex(suite.sign(end.sign.secretKey, new TextEncoder().encode(`grif-1/export/${canonical(value)}`))) })];
}

describe('an act of two persons', () => {
  const suite = createSuite((length) => randomBytes(length));
  const person = (id: string, role: string): Person => ({ id: id.padEnd(20, 'a'), role, sign: suite.signKeysOf(randomBytes(32)) });
  const [one, two, three, stranger] = [person('d', 'director'), person('s', 'security'), person('r', 'registrar'), person('x', 'security')];
  const enrolled = ({ id, role, sign }: Person): Forged => ({
    by: one, act: { kind: 'officer.enrolled', result: 'done', subject: id, held: [], open: { id, login: id, name: id, role, boxPublic: '00'.repeat(32), signPublic: hex(sign.publicKey) } },
  });
  const restored: NewAct = { kind: 'backup.restored', result: 'done', subject: null, held: [], open: {} };
  const begin = [enrolled(one), enrolled(two), enrolled(three)];
  const closed: Forged = { by: one, act: { kind: 'officer.disabled', result: 'done', subject: two.id, held: [], open: { id: two.id, reason: 'перевод' } } };
  const struck = ({ cosignature, second, ...act }: Record<string, Json>) => ({ ...act, second: typeof second === 'string' ? null : (second ?? null), cosignature: typeof cosignature === 'string' ? null : (cosignature ?? null) });

  const cases: readonly (readonly [string, readonly Forged[], string])[] = [
    ['with both signatures', [...begin, { act: restored, by: one, second: two }], ''],
    ['of a kind that takes one, with a second beside it', [...begin, { act: { ...restored, kind: 'drawer.opened' }, by: three, second: two }], ''],
    ['with one signature only', [...begin, { act: restored, by: one }], 'second'],
    ['with the same person twice', [...begin, { act: restored, by: one, second: one }], 'second'],
    ['with somebody who was never enrolled', [...begin, { act: restored, by: one, second: stranger }], 'second'],
    ['with somebody whose account was closed', [...begin, closed, { act: restored, by: one, second: two }], 'second'],
    ['with a second of a role that is not entitled', [...begin, { act: restored, by: one, second: three }], 'second'],
    ['with a first of a role that is not entitled', [...begin, { act: restored, by: three, second: two }], 'second'],
    ['whose second is struck out', [...begin, { act: restored, by: one, second: two, forge: struck }], 'hash'],
    ['whose second signature is struck out', [...begin, { act: restored, by: one, second: two, forge: (act) => ({ ...act, cosignature: null }) }], 'second'],
    ['whose second signature is the first one\'s', [...begin, { act: restored, by: one, second: two, forge: (act) => ({ ...act, cosignature: act['signature'] ?? null }) }], 'second'],
    ['whose second is another than the one who signed', [...begin, { act: restored, by: one, second: { ...two, sign: three.sign } }], 'second'],
  ];

  it.each(cases)('%s is told for what it is, by the program and by the outside verifier', async (_, acts, reason) => {
    const lines = exportOf(acts, one);
    const verdict = await verifyExport(lines);
    expect(verdict).toMatchObject(reason === '' ? { ok: true } : { ok: false, line: acts.length, reason });
    if (python === undefined) return;
    const t = trial();
    const path = join(t.root, 'journal.jsonl');
    writeFileSync(path, `${lines.join('\n')}\n`);
    const { status, stderr } = spawnSync(python, [script, path], { encoding: 'utf8', timeout: 60_000 });
    expect([status, stderr.trim()]).toEqual(reason === '' ? [0, ''] : [1, `broken: ${reason}: act ${acts.length}`]);
  });

  it('is noticed in the vault when its second signature is altered or struck out', async () => {
    for (const [sql, reason] of [['UPDATE act SET second = NULL, cosignature = NULL WHERE seq = 5', 'hash'], ['UPDATE act SET cosignature = signature WHERE seq = 5', 'second']] as const) {
      const t = trial();
      const { vault } = await withSecurity(t);
      await vault.together(security, ['security'], () => vault.commit([opened(1)]));
      vault.lock();
      await openForTest(t, 'registry', (db) => {
        db.exec('DROP TRIGGER act_unchanged');
        db.exec(sql);
      });
      const again = await t.unlock();
      expect(finish(again.journal.verify()).broken).toEqual({ seq: 5, reason });
      again.lock();
    }
  });
});

it('is common knowledge whenever it takes two, so that whoever checks an export sees that it does; a breach alone is closed in a sealed act, which the readers of the journal check', () => {
  expect([...kindsOfTwo.keys()].filter((kind) => !commonKinds.has(kind))).toEqual(['incident.closed']);
});
