import { describe, expect, it } from 'vitest';
import { memoryStore } from './store.ts';
import { reachOver, withinReach } from './matching-reach.ts';
import { postingSchema, postingsOf, putInPlace, putWaiting } from './posting.ts';

// Hash 1 is in every material, 2 in every tenth, 3 in five of one's own, 4 in every material of others and in two of one's own.
function index(own: number, others: number) {
  const db = memoryStore();
  db.exec(postingSchema);
  const rows = Array.from({ length: own }, (_, n) => ((n + 1) * 7919) % 1_000_003);
  db.transaction(() => {
    for (const [n, row] of rows.entries()) putWaiting(db, row, new Set([1, ...(n % 10 === 0 ? [2] : []), ...(n % 1000 === 1 && n < 5000 ? [3] : []), ...(n < 2 ? [4] : [])]));
    for (let n = 0; n < others; n += 1) putWaiting(db, 2_000_000 + n, new Set([1, 4, ...(n % 3 === 0 ? [2] : [])]));
    putInPlace(db);
  });
  const postings = postingsOf(db.reader);
  return { rows, within: () => withinReach(postings, reachOver(Float64Array.from(rows).toSorted(), new Set())), end: () => db.close() };
}

describe('an index within reach', () => {
  it('counts every hash among few materials, and rare ones among many; of a common one it tells about how many have it', () => {
    for (const [own, exact] of [[900, true], [9000, false]] as const) {
      const { rows, within, end } = index(own, 3000);
      const found = within();
      const counts = found.counts([1, 2, 3, 4, 5]);
      expect(counts.get(1)).toBe(own);
      if (exact) expect(counts.get(2)).toBe(own / 10);
      else expect(Math.abs((counts.get(2) ?? 0) - own / 10)).toBeLessThan(own / 25);
      expect(counts.get(3)).toBe(own > 5000 ? 5 : 1);
      expect(counts.get(4)).toBe(2);
      expect(counts.has(5)).toBe(false);
      expect(found.rows(4).toSorted((a, b) => a - b)).toEqual(rows.slice(0, 2).toSorted((a, b) => a - b));
      expect(found.rows(2)).toHaveLength(own / 10);
      end();
    }
  });
  it('answers the same whatever lies outside it', () => {
    for (const own of [900, 9000]) {
      const [alone, among, amongMany] = [index(own, 0), index(own, 3000), index(own, 60_000)].map(({ within, end }) => {
        const found = within();
        const told = { total: found.total, counts: found.counts([1, 2, 3, 4, 5]), rows: [2, 3, 4].map((token) => found.rows(token).toSorted((a, b) => a - b)) };
        end();
        return told;
      });
      expect(among).toEqual(alone);
      expect(amongMany).toEqual(alone);
    }
  });
});
