import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { HoldingName } from '#app/journal/act.ts';
import { rowsApart } from './compare-tables.ts';
import { Readers, type Reader } from './readers.ts';
import { finish, finishGently } from './steps.ts';
import { memoryStore } from './store.ts';
import { cleanTrials, enrolWithGrant, holding, noteTaken, textsOf, trial, type Trial } from './vault.fixture.ts';
import type { OpenVault } from './vault.ts';

afterEach(cleanTrials);

const other: HoldingName = 'KZ-01/UPPER';
const why = { reason: 'перевод', document: { number: '9', date: '2026-11-22' } };

/** A holding that is large enough for a thread, and a small one. */
async function large(): Promise<{ t: Trial; vault: OpenVault; store: string }> {
  const t = trial();
  const vault = await t.create();
  vault.commit([noteTaken('в другом', other)]);
  const before = new Set(readdirSync(join(t.folder, 'holdings')));
  for (let n = 0; n < 6; n += 1) vault.commit(Array.from({ length: 10 }, (_, m) => noteTaken(`${n}-${m} ${randomBytes(40_000).toString('hex')}`)));
  vault.lock();
  const store = join(t.folder, 'holdings', readdirSync(join(t.folder, 'holdings')).find((name) => !before.has(name)) ?? '', 'store.db');
  expect(statSync(store).size).toBeGreaterThan(4 * 1024 * 1024);
  return { t, vault: await t.unlock(), store };
}

/** Everything written is there, and nothing besides. */
async function soundAfter(t: Trial, texts: number): Promise<void> {
  const vault = await t.unlock();
  expect(textsOf(vault)).toHaveLength(texts);
  expect(await finishGently(vault.survey())).toEqual([]);
  expect(finish(vault.rebuild())).toEqual({ differences: [], lost: [] });
  vault.lock();
}

describe('a check of the vault', () => {
  it('of a large store runs beside main: the lock does not wait for it, and it is refused as locked', async () => {
    const { t, vault } = await large();
    const survey = vault.survey();
    let step = await survey.next();
    // The store at hand is the large one: its thread runs.
    while (step.done !== true && step.value.done < 2) step = await survey.next();
    const going = expect(survey.next()).rejects.toMatchObject({ code: 'locked' });
    await setImmediate();
    vault.lock();
    await going;
    await soundAfter(t, 60);
  });

  it('names a page of a large store that is not what was written, and the holding is not read any more', async () => {
    const { t, vault, store } = await large();
    vault.lock();
    const bytes = readFileSync(store);
    bytes[bytes.length - 4096 * 20] = (bytes[bytes.length - 4096 * 20] ?? 0) ^ 1;
    writeFileSync(store, bytes);
    const again = await t.unlock();
    expect(await finishGently(again.survey())).toEqual([expect.objectContaining({ what: 'store', store: holding, code: 'damaged', place: `holding ${holding}` })]);
    expect(again.holdings()).toEqual([other]);
    again.lock();
  });

  it.each(['survey', 'rebuild'] as const)('while it reads (%s) acts are committed, and holdings are encrypted anew; it finds nothing wrong afterwards', async (which) => {
    const { t, vault } = await large();
    const id = await enrolWithGrant(vault, { login: 'leaver', name: 'Вымышленный', role: 'registrar', passphrase: 'фраза' });
    vault.revokeGrant(vault.registry.prepare<[string], { id: string }>('SELECT id FROM access_grant WHERE officer = ?').get(id)?.id ?? '', why);
    const steps: AsyncGenerator<unknown, unknown> | Generator<unknown, unknown> = which === 'survey' ? vault.survey() : vault.rebuild();
    for (let n = 0; n < 3; n += 1) expect((await steps.next()).done).toBe(false);
    const rest = finishGently(steps);
    vault.commit([noteTaken('между тем'), noteTaken('между тем', other)]);
    expect(await vault.rekey()).toBe(2);
    vault.commit([noteTaken('под новым ключом')]);
    expect(await rest).toEqual(which === 'survey' ? [] : { differences: [], lost: [] });
    vault.lock();
    await soundAfter(t, 62);
  });

  it('that builds anew lets go at the lock, in the middle of a table', async () => {
    const { t, vault } = await large();
    for (let stop = 1; ; stop += 1) {
      const again = stop === 1 ? vault : await t.unlock();
      const steps = again.rebuild();
      let ended = false;
      for (let n = 0; n < stop && !ended; n += 1) ended = steps.next().done === true;
      again.lock();
      if (ended) break;
      expect(() => steps.next()).toThrow(expect.objectContaining({ code: 'locked' }));
    }
    await soundAfter(t, 60);
  });
});

describe('who needs a store alone', () => {
  it('asks every reader to let go, waits for those that cannot at once, and runs in a turn without any', async () => {
    const readers = new Readers();
    const told: string[] = [];
    const quick: Reader = { place: 'a', close: () => { told.push('quick'); readers.leave(quick); } };
    const slow: Reader = { place: 'b', close: () => { told.push('slow'); } };
    readers.enter(quick);
    readers.enter(slow);
    const done = readers.alone(new AbortController().signal, () => { told.push('alone'); return 7; });
    await setImmediate();
    expect(told).toEqual(['quick', 'slow']);
    readers.leave(slow);
    expect(await done).toBe(7);
    expect(told.at(-1)).toBe('alone');
  });

  it('gives up with the signal', async () => {
    const readers = new Readers();
    readers.enter({ place: 'b', close: () => undefined });
    const stop = new AbortController();
    const done = readers.alone(stop.signal, () => 7);
    stop.abort(new Error('told to'));
    await expect(done).rejects.toThrow('told to');
  });
});

describe('two tables', () => {
  it('are apart by as many rows as one has and the other has not, whatever they are', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('a', 'b', null));
    fc.assert(fc.property(fc.array(row, { maxLength: 40 }), fc.array(row, { maxLength: 40 }), (one, two) => {
      const [live, fresh] = [memoryStore(), memoryStore()];
      for (const [db, rows] of [[live, one], [fresh, two]] as const) {
        db.exec('CREATE TABLE t (n INTEGER NOT NULL, x TEXT)');
        for (const values of rows) db.prepare('INSERT INTO t (n, x) VALUES (?, ?)').run(...values);
      }
      const counts = new Map<string, number>();
      for (const [rows, by] of [[one, 1], [two, -1]] as const) for (const values of rows) counts.set(JSON.stringify(values), (counts.get(JSON.stringify(values)) ?? 0) + by);
      const apart = finish(rowsApart(live, fresh, 't', 'salt', 0));
      live.close();
      fresh.close();
      expect(apart).toBe([...counts.values()].reduce((sum, n) => sum + Math.abs(n), 0));
    }), { numRuns: 60, seed: 7 });
  });
});
