import { randomBytes } from 'node:crypto';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { HoldingName, NewAct } from '#app/journal/act.ts';
import { headKeyOf, openEnd, sealEnd } from './holding-chain.ts';
import { cutOff, keyRow, openForTest } from './holding.fixture.ts';
import { finish } from './steps.ts';
import { createSuite } from './suite.ts';
import { cleanTrials, holding, noteTaken, opened, textsOf, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const stores = (t: Trial): string[] => readdirSync(join(t.folder, 'holdings')).map((place) => join(t.folder, 'holdings', place, 'store.db'));

describe('a holding', () => {
  it('of which an older copy was put back is damaged, and no other', async () => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('первая'), noteTaken('там', 'KZ-01/UPPER')]);
    vault.lock();
    const old = t.copy('old');
    const again = await t.unlock();
    again.commit([noteTaken('вторая')]);
    again.lock();
    for (const path of stores(t)) copyFileSync(join(old.folder, path.slice(t.folder.length)), path);
    const found = await t.unlock();
    expect(() => found.holding(holding)).toThrow(expect.objectContaining({ code: 'damaged', place: `holding ${holding}`, stands: ['registry', 'journal', 'otherHoldings'] }));
    expect(textsOf(found, 'KZ-01/UPPER')).toEqual(['там']);
    expect(found.journal.count({ kind: 'note.taken' })).toBe(3);
    found.lock();
  });

  it.each([
    ["DELETE FROM act WHERE seq = (SELECT max(seq) FROM act)", 'opening'],
    ["UPDATE act SET subject = 'x' WHERE kind = 'note.taken'", 'rebuilding'],
    ["UPDATE act SET kind = 'drawer.opened' WHERE kind = 'note.taken'", 'rebuilding'],
    ["UPDATE act SET seq = seq - 1 WHERE seq = (SELECT min(seq) + 1 FROM act)", 'rebuilding'],
    ['UPDATE act SET record = (SELECT record FROM act WHERE seq = (SELECT max(seq) FROM act)) WHERE n = 2', 'rebuilding'],
    ['DELETE FROM act WHERE n = 2', 'rebuilding'],
  ] as const)('altered by somebody with its key is found: %s', async (sql, when) => {
    const t = trial();
    const vault = await t.create();
    vault.commit([noteTaken('первая')]);
    vault.commit([noteTaken('вторая')]);
    vault.commit([noteTaken('третья')]);
    vault.lock();
    await openForTest(t, holding, (db) => db.exec(sql));
    const again = await t.unlock();
    if (when === 'opening') expect(() => again.holding(holding)).toThrow(expect.objectContaining({ code: 'damaged' }));
    else expect(finish(again.rebuild()).lost.length).toBeGreaterThan(0);
    again.lock();
  });

  it('cut together with the end that the registry keeps is found by those who read the journal', async () => {
    const t = trial();
    const suite = createSuite(randomBytes);
    const vault = await t.create();
    const vaultId = vault.identity.vaultId;
    vault.commit([noteTaken('первая')]);
    const [cut] = vault.commit([noteTaken('вторая')]);
    vault.lock();
    await cutOff(t);
    // An insider with the keys of holding and registry takes an act out and seals the shorter chain.
    const { key, place } = await keyOfHolding(t);
    await openForTest(t, holding, (db) => {
      db.exec('DELETE FROM act WHERE seq = (SELECT max(seq) FROM act); DELETE FROM record WHERE seq > (SELECT max(seq) FROM act); DROP TABLE note; DROP TABLE note_text; DELETE FROM meta WHERE key LIKE \'projection%\'');
    });
    let end = { seq: 0, hash: '' };
    await openForTest(t, holding, (db) => { end = db.prepare<[], { seq: number; hash: string }>('SELECT seq, chain AS hash FROM act ORDER BY n DESC LIMIT 1').get() ?? end; });
    await openForTest(t, 'registry', (db) => { db.prepare('UPDATE holding_store SET head = ? WHERE place = ?').run(sealEnd(suite, headKeyOf(suite, vaultId, key), vaultId, place, end), place); });
    const again = await t.unlock();
    expect(textsOf(again)).toEqual(['первая']);
    expect(finish(again.rebuild()).lost).toEqual([{ seq: cut?.seq, holding }]);
    again.lock();
  });

  it('has its end sealed for its own place and vault', () => {
    const suite = createSuite(randomBytes);
    const [one, other] = [headKeyOf(suite, 'v', new Uint8Array(32).fill(1)), headKeyOf(suite, 'v', new Uint8Array(32).fill(2))];
    const end = { seq: 7, hash: 'ab'.repeat(32) };
    const sealed = sealEnd(suite, one, 'v', 'p', end);
    expect(openEnd(one, 'v', 'p', sealed)).toEqual(end);
    for (const wrong of [openEnd(other, 'v', 'p', sealed), openEnd(one, 'w', 'p', sealed), openEnd(one, 'v', 'q', sealed), openEnd(one, 'v', 'p', sealed.subarray(1)), openEnd(one, 'v', 'p', sealed.fill(0, 20, 21))]) expect(wrong).toBeUndefined();
  });

  it('shows after any commits, openings and locks what is built anew from the acts', async () => {
    const names: readonly HoldingName[] = [holding, 'KZ-01/UPPER', 'CENTRE/LOWER'];
    const act = fc.oneof(
      fc.record({ where: fc.constantFrom(...names), text: fc.string({ unit: 'grapheme', maxLength: 20 }) }).map(({ where, text }): NewAct => noteTaken(text.toWellFormed(), where)),
      fc.nat(9).map(opened),
      fc.record({ both: fc.shuffledSubarray([...names], { minLength: 2 }), text: fc.string({ maxLength: 9 }) }).map(({ both, text }): NewAct => ({
        kind: 'note.taken', result: 'done', subject: 'many', open: {}, held: both.map((where, index) => ({ holding: where, content: index === 0 ? null : { text }, ...(index === 1 ? { subject: null } : {}) })),
      })),
    );
    const steps = fc.array(fc.oneof({ weight: 6, arbitrary: fc.array(act, { minLength: 1, maxLength: 4 }) }, { weight: 1, arbitrary: fc.constant('relock' as const) }), { minLength: 3, maxLength: 14 });
    await fc.assert(fc.asyncProperty(steps, async (all) => {
      const t = trial();
      let vault = await t.create();
      for (const step of all) {
        if (step === 'relock') {
          vault.lock();
          vault = await t.unlock();
        } else vault.commit(step);
      }
      expect(finish(vault.rebuild())).toEqual({ differences: [], lost: [] });
      expect(finish(vault.journal.verify()).broken).toBeUndefined();
      vault.lock();
      t.clean();
    }), { numRuns: 6, seed: 20261122 });
  });
});

async function keyOfHolding(t: Trial): Promise<{ key: Uint8Array; place: string }> {
  let place = '';
  await openForTest(t, holding, (_, path) => { place = path.split('/').at(-2) ?? ''; });
  let key: Uint8Array = new Uint8Array();
  await openForTest(t, 'registry', (db, _, open) => {
    const row = db.prepare<[string], { sealed: Uint8Array }>('SELECT sealed FROM holding_key WHERE place = ?').get(place);
    key = new Uint8Array(keyRow(open(new Uint8Array(row?.sealed ?? []))).key);
  });
  return { key, place };
}
