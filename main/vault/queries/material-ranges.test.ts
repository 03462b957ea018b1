import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../store.ts';
import type { Place } from './material-keys.ts';
import { compareText, narrowed } from './material-ranges.ts';

const db = memoryStore();
const letter = fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'z\u{1F600}', 'z\uFF5E');

describe('the lanes of a page', () => {
  it('narrowed by the least and the greatest key of each, give the same page from every place, in both directions', () => {
    fc.assert(fc.property(
      fc.array(fc.array(letter, { minLength: 1, maxLength: 12 }), { maxLength: 8 }), fc.constantFrom(1 as const, -1 as const), fc.nat(40), fc.integer({ min: 1, max: 10 }), fc.option(fc.nat(60), { nil: null }), fc.nat(11),
      (all, sign, skip, limit, at, others) => {
        let row = 0;
        const lanes = all.map((keys) => ({ db, count: keys.length, rows: keys.map((key): Place => ({ key, row: row += 1 })) }));
        const sorted = (rows: readonly Place[]): Place[] => rows.toSorted((a, b) => sign * (compareText(a.key, b.key) || a.row - b.row));
        const whole = sorted(lanes.flatMap(({ rows }) => rows));
        const from = at === null ? null : whole[at] ?? null;
        // Keys that no row of the list has lie further out than those that do.
        const rangeOf = ({ rows }: (typeof lanes)[number]) => {
          const keys = rows.map(({ key }) => key).toSorted(compareText);
          return { low: others === 0 ? '' : keys[0] ?? '', high: keys.at(-1) ?? '' };
        };
        const near = narrowed(lanes, rangeOf, sign, from, skip, limit);
        const behind = (rows: readonly Place[]): Place[] => (from === null ? [...rows] : rows.filter((one) => sign * (compareText(one.key, from.key) || one.row - from.row) > 0));
        expect(behind(sorted(near.lanes.flatMap(({ rows }) => rows))).slice(near.skip, near.skip + limit)).toEqual(behind(whole).slice(skip, skip + limit));
        expect(near.skip).toBeLessThanOrEqual(skip);
      }), { seed: 1126, numRuns: 4000 });
  });
  it('that run one behind another are few', () => {
    const lanes = Array.from({ length: 60 }, (_, n) => ({ db, count: 1000, name: String(n).padStart(2, '0') }));
    const rangeOf = ({ name }: (typeof lanes)[number]) => ({ low: `${name}/0`, high: `${name}/9` });
    expect(narrowed(lanes, rangeOf, 1, null, 30_500, 50)).toMatchObject({ lanes: [{ name: '30' }], skip: 500 });
    expect(narrowed(lanes, rangeOf, 1, null, 30_980, 50)).toMatchObject({ lanes: [{ name: '30' }, { name: '31' }], skip: 980 });
    expect(narrowed(lanes, rangeOf, -1, null, 0, 50)).toMatchObject({ lanes: [{ name: '59' }], skip: 0 });
    expect(narrowed(lanes, rangeOf, 1, { key: '30/5', row: 1 }, 0, 50)).toMatchObject({ lanes: [{ name: '30' }, { name: '31' }], skip: 0 });
  });
});
