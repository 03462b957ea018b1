import { afterEach, describe, expect, it } from 'vitest';
import { idOfMaterial, materialOf, textOfMaterial } from './matching.fixture.ts';
import { ownProjections } from './open.ts';
import { cleanTrials, trial, type Trial } from './vault.fixture.ts';
import type { OpenVault } from './vault.ts';

afterEach(cleanTrials);

const projections = ownProjections;
const begin = (t: Trial): Promise<OpenVault> => t.create({ projections });
const again = (t: Trial): Promise<OpenVault> => t.unlock(undefined, { projections });
const likest = (vault: OpenVault, n: number): unknown => vault.matching.find(vault.matching.features(textOfMaterial(n)), 1).found[0]?.material?.id;
/** Materials whose hashes wait; those in their places. */
function standing(vault: OpenVault): [waiting: number, placed: number] {
  const n = (sql: string): number => vault.registry.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  return [n('SELECT count(*) AS n FROM waiting'), n('SELECT count(DISTINCT row) AS n FROM posting')];
}

describe('the blind index', () => {
  it('finds a material that was just registered, whether its hashes wait or are in their places', async () => {
    const vault = await begin(trial());
    for (let n = 0; n < 130; n += 1) {
      vault.commit([materialOf(n)]);
      if (n % 16 === 0 || n > 125) expect(likest(vault, n)).toBe(idOfMaterial(n));
      if (n === 100) expect(standing(vault)).toEqual([101, 0]);
    }
    expect(standing(vault)).toEqual([2, 128]);
    for (const n of [0, 64, 127, 128, 129]) expect(likest(vault, n)).toBe(idOfMaterial(n));
    expect(vault.matching.find(vault.matching.features('пост'), 5).total).toBe(130);
    vault.lock();
  });

  it('counts in how many materials a value occurs, the same before and after', async () => {
    const vault = await begin(trial());
    const shared = 'Вымышленный образец: гражданин Желтоклювов Ерлан, тел. +7 701 555-01-77.';
    const query = vault.matching.features(shared);
    const key = query.find(({ kind }) => kind === 'phone')?.key ?? '';
    const all = Array.from({ length: 127 }, (_, n) => materialOf(n, n % 10 === 0 ? shared : undefined));
    vault.commit(all);
    expect(standing(vault)).toEqual([127, 0]);
    const before = vault.matching.find(query, 200);
    expect(before.frequency(key)).toBe(13);
    vault.commit([materialOf(127)]);
    expect(standing(vault)).toEqual([0, 128]);
    const after = vault.matching.find(query, 200);
    expect(after.frequency(key)).toBe(13);
    const ids = (found: typeof before.found): unknown[] => found.slice(0, 13).map(({ material }) => material?.id).toSorted();
    expect(ids(after.found)).toEqual(ids(before.found));
    expect(ids(after.found)).toEqual(Array.from({ length: 13 }, (_, n) => idOfMaterial(n * 10)).toSorted());
    vault.lock();
  });

  it('keeps what waits over a lock and over a crash, and nothing of an act that was not taken', async () => {
    const t = trial();
    const vault = await begin(t);
    for (let n = 0; n < 5; n += 1) vault.commit([materialOf(n)]);
    const cut = t.copy('cut');
    vault.lock();
    for (const one of [t, cut]) {
      const opened = await again(one);
      expect([standing(opened), likest(opened, 4)]).toEqual([[5, 0], idOfMaterial(4)]);
      // The same number twice: the projection refuses, and with it the whole commit.
      expect(() => opened.commit([materialOf(5), materialOf(4)])).toThrow();
      expect([standing(opened), likest(opened, 5) === idOfMaterial(5)]).toEqual([[5, 0], false]);
      opened.commit([materialOf(5)]);
      expect([standing(opened), likest(opened, 5)]).toEqual([[6, 0], idOfMaterial(5)]);
      opened.lock();
    }
  });

  it('is put in its place after the acts stand: a cut before that loses nothing', async () => {
    const t = trial();
    let cut: Trial | undefined;
    const vault = await t.create({ projections, at: (step) => { if (step === 'files' && registered === 127) cut ??= t.copy('cut'); } });
    let registered = 0;
    for (; registered < 128; registered += 1) vault.commit([materialOf(registered)]);
    expect(standing(vault)).toEqual([0, 128]);
    vault.lock();
    const opened = await again(cut ?? t);
    expect([standing(opened), likest(opened, 0), likest(opened, 127)]).toEqual([[128, 0], idOfMaterial(0), idOfMaterial(127)]);
    opened.commit([materialOf(128)]);
    expect([standing(opened), likest(opened, 127), likest(opened, 128)]).toEqual([[0, 129], idOfMaterial(127), idOfMaterial(128)]);
    opened.lock();
  });
});
