import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaterialFilter } from '#app/contract/materials.ts';
import { compareText, pageOver, type Place } from './material-pages.ts';
import { names, put, shelves, sortedIds, type Kept } from './material-shelves.fixture.ts';

const sorts = ['registeredAt', 'receivedOn', 'regNo', 'originator', 'senderNumber', 'degree', 'evaluation'] as const;
// Words that the folding of texts leaves as they are.
const words = ['karavan', 'most'];

const fiction = fc.record({
  // Most lie in one holding, as they do where one State sends much: leaps are long there and short elsewhere.
  holding: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(names.length - 1) }),
  day: fc.integer({ min: 1, max: 28 }), number: fc.constantFrom('', '1', '10', '2', 'Ж/1', 'z\u{1F600}', 'z\uFF5E', 'a'), source: fc.constantFrom('A' as const, 'B' as const), text: fc.constantFrom(...words),
});
const sorting = fc.record({ by: fc.constantFrom(...sorts), direction: fc.constantFrom('ascending' as const, 'descending' as const) });
const filtering: fc.Arbitrary<MaterialFilter> = fc.constantFrom({}, { source: 'B' }, { text: 'karavan' }, { text: 'most', source: 'A' });
const passes = (kept: Kept, filter: MaterialFilter): boolean => (filter.source === undefined || kept.source === filter.source) && (filter.text === undefined || kept.text === filter.text);

describe('a page that begins at a row', () => {
  it('is the slice of the whole sorted list, whatever the sort, the filter and the place', () => {
    fc.assert(fc.property(fc.array(fiction, { maxLength: 400, size: 'max' }), sorting, filtering, fc.array(fc.tuple(fc.nat(420), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 5 }), (all, sort, filter, pages) => {
      const on = shelves();
      const kept = all.map((one, n) => put(on, one, n));
      const whole = sortedIds(kept.filter((one) => passes(one, filter)), sort);
      for (const [skip, limit] of pages) {
        const page = pageOver(on, filter, sort, { after: null, skip }, limit);
        expect(page.map(({ row }) => row.id)).toEqual(whole.slice(skip, skip + limit));
        // From there on pages go by the place of their last row, as they do from the first.
        const last = page.at(-1);
        const after: Place | null = last ? { key: last.key, id: last.row.id } : null;
        if (after) expect(pageOver(on, filter, sort, { after, skip: 3 }, limit).map(({ row }) => row.id)).toEqual(whole.slice(skip + page.length + 3, skip + page.length + 3 + limit));
      }
      for (const { db } of on) db.close();
    }), { seed: 1126, numRuns: 120 });
  });
  it('with rows put in between two pages goes on after the place where it was, and repeats none', () => {
    fc.assert(fc.property(fc.array(fiction, { minLength: 20, maxLength: 120, size: 'max' }), fc.array(fiction, { maxLength: 20 }), sorting, fc.nat(100), (all, more, sort, skip) => {
      const on = shelves();
      const kept = all.map((one, n) => put(on, one, n));
      const first = pageOver(on, {}, sort, { after: null, skip }, 10);
      const added = more.map((one, n) => put(on, one, all.length + n));
      const last = first.at(-1);
      if (last === undefined) return;
      const next = pageOver(on, {}, sort, { after: { key: last.key, id: last.row.id }, skip: 0 }, 10).map(({ row }) => row.id);
      const whole = sortedIds([...kept, ...added], sort);
      const from = whole.indexOf(last.row.id) + 1;
      expect(next).toEqual(whole.slice(from, from + 10));
      expect(first.some(({ row }) => next.includes(row.id))).toBe(false);
    }), { seed: 1126, numRuns: 60 });
  });
  it('beyond the last row is empty, and so is any page of no holding', () => {
    const on = shelves();
    put(on, { holding: 0, day: 1, number: '1', source: 'A', text: 'most' }, 1);
    expect(pageOver(on, {}, { by: 'registeredAt', direction: 'descending' }, { after: null, skip: 10_000_000 }, 5)).toEqual([]);
    expect(pageOver([], {}, { by: 'registeredAt', direction: 'descending' }, { after: null, skip: 700 }, 5)).toEqual([]);
  });
});

describe('keys', () => {
  it('are compared as the store compares them', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const sign = Math.sign(compareText(a, b));
      return sign === Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }), { seed: 1126, numRuns: 2000 });
    expect(compareText('\u{1F600}', '\uFF5E')).toBeGreaterThan(0);
  });
});
