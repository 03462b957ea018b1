import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaterialFilter } from '#app/contract/materials.ts';
import type { Place } from './material-keys.ts';
import { compareText } from './material-ranges.ts';
import { pageOver } from './material-pages.ts';
import { names, put, shelves, sortedIds, type Kept } from './material-shelves.fixture.ts';

const sorts = ['registeredAt', 'receivedOn', 'regNo', 'originator', 'senderNumber', 'degree', 'evaluation'] as const;
// Words that the folding of texts leaves as they are.
const words = ['karavan', 'most'];

const fiction = fc.record({
  // Most lie in one holding, as they do where one State sends much: leaps are long there and short elsewhere.
  holding: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(names.length - 1) }),
  day: fc.integer({ min: 1, max: 28 }), number: fc.constantFrom('', '1', '10', '2', 'Ж/1', 'z\u{1F600}', 'z\uFF5E', 'a'), source: fc.constantFrom('A' as const, 'B' as const), text: fc.constantFrom(...words),
});
/** Numbers of some registers begin with the name of the holding, so that lists by them run holding by holding, as those by registration number do. */
const fictions = (size: fc.ArrayConstraints) => fc.tuple(fc.array(fiction, { ...size, size: 'max' }), fc.boolean())
  .map(([all, apart]) => (apart ? all.map((one) => ({ ...one, number: `${names[one.holding] ?? ''}/${one.number}` })) : all));
const sorting = fc.record({ by: fc.constantFrom(...sorts), direction: fc.constantFrom('ascending' as const, 'descending' as const) });
const filtering: fc.Arbitrary<MaterialFilter> = fc.constantFrom({}, { source: 'B' }, { receivedFrom: '2026-05-11' }, { text: 'karavan' }, { text: 'most', source: 'A' });
const passes = (kept: Kept, filter: MaterialFilter): boolean => (filter.source === undefined || kept.source === filter.source) && (filter.receivedFrom === undefined || kept.keys.receivedOn >= filter.receivedFrom) && (filter.text === undefined || kept.text === filter.text);

describe('a page that begins at a row', () => {
  it('is the slice of the whole sorted list, whatever the sort, the filter and the place', () => {
    fc.assert(fc.property(fictions({ maxLength: 400 }), sorting, filtering, fc.array(fc.tuple(fc.nat(420), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 5 }), (all, sort, filter, pages) => {
      const on = shelves();
      const kept = all.map((one, n) => put(on, one, n));
      const whole = sortedIds(kept.filter((one) => passes(one, filter)), sort);
      for (const [skip, limit] of pages) {
        const { rows: page, total } = pageOver(on, filter, sort, { after: null, skip }, limit);
        expect(total).toBe(whole.length);
        expect(page.map(({ material }) => material.id)).toEqual(whole.slice(skip, skip + limit));
        // From there on pages go by the place of their last row, as they do from the first.
        const last = page.at(-1);
        const after: Place | null = last ? { key: last.key, row: last.row } : null;
        if (after) expect(pageOver(on, filter, sort, { after, skip: 3 }, limit).rows.map(({ material }) => material.id)).toEqual(whole.slice(skip + page.length + 3, skip + page.length + 3 + limit));
      }
      for (const { db } of on) db.close();
    }), { seed: 1126, numRuns: 120 });
  });
  it('with rows put in between two pages goes on after the place where it was, and repeats none', () => {
    fc.assert(fc.property(fictions({ minLength: 20, maxLength: 120 }), fictions({ maxLength: 20 }), sorting, fc.nat(100), (all, more, sort, skip) => {
      const on = shelves();
      const kept = all.map((one, n) => put(on, one, n));
      const { rows: first } = pageOver(on, {}, sort, { after: null, skip }, 10);
      const added = more.map((one, n) => put(on, one, all.length + n));
      const last = first.at(-1);
      if (last === undefined) return;
      const next = pageOver(on, {}, sort, { after: { key: last.key, row: last.row }, skip: 0 }, 10).rows.map(({ material }) => material.id);
      const whole = sortedIds([...kept, ...added], sort);
      const from = whole.indexOf(last.material.id) + 1;
      expect(next).toEqual(whole.slice(from, from + 10));
      expect(first.some(({ material }) => next.includes(material.id))).toBe(false);
    }), { seed: 1126, numRuns: 60 });
  });
  it('beyond the last row is empty, and so is any page of no holding', () => {
    const on = shelves();
    put(on, { holding: 0, day: 1, number: '1', source: 'A', text: 'most' }, 1);
    expect(pageOver(on, {}, { by: 'registeredAt', direction: 'descending' }, { after: null, skip: 10_000_000 }, 5)).toEqual({ rows: [], total: 1 });
    expect(pageOver([], {}, { by: 'registeredAt', direction: 'descending' }, { after: null, skip: 700 }, 5)).toEqual({ rows: [], total: 0 });
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

describe('a search by text', () => {
  it('begins deep among very many matches, in both directions, and says how many there are', () => {
    const on = shelves();
    const kept = Array.from({ length: 2600 }, (_, n) => put(on, { holding: (n * n) % names.length, day: 1 + (n % 28), number: String(n), source: n % 3 === 0 ? 'A' : 'B', text: n % 2 === 0 ? 'karavan' : 'most' }, n));
    for (const direction of ['ascending', 'descending'] as const) {
      const sort = { by: 'registeredAt', direction } as const;
      for (const filter of [{ text: 'karavan' }, { text: 'karavan', source: 'A' }] as const) {
        const whole = sortedIds(kept.filter((one) => passes(one, filter)), sort);
        for (const skip of [0, 90, 300, 431, 1299, 1300, 5000]) {
          const { rows, total } = pageOver(on, filter, sort, { after: null, skip }, 40);
          expect(total).toBe(whole.length);
          expect(rows.map(({ material }) => material.id)).toEqual(whole.slice(skip, skip + 40));
          const last = rows.at(-1);
          if (last) expect(pageOver(on, filter, sort, { after: last, skip: 7 }, 9)).toMatchObject({ total: null, rows: whole.slice(skip + rows.length + 7, skip + rows.length + 16).map((id) => ({ material: { id } })) });
        }
      }
    }
    for (const { db } of on) db.close();
  });
});

describe('counts', () => {
  it('are taken anew once a further act concerned their holding', () => {
    const on = shelves();
    put(on, { holding: 0, day: 1, number: '1', source: 'A', text: 'most' }, 1);
    const total = () => pageOver(on, { source: 'A' }, { by: 'regNo', direction: 'ascending' }, { after: null, skip: 0 }, 1).total;
    expect(total()).toBe(1);
    put(on, { holding: 1, day: 1, number: '1', source: 'A', text: 'most' }, 2);
    put(on, { holding: 0, day: 1, number: '2', source: 'A', text: 'most' }, 3);
    expect(total()).toBe(3);
    for (const { db } of on) db.close();
  });
});

describe('numbers', () => {
  it('are found by any part of them, the Centre\'s and the sender\'s', () => {
    const on = shelves();
    const kept = Array.from({ length: 120 }, (_, n) => put(on, { holding: n % names.length, day: 1, number: `Ж/${n}`, source: 'A', text: 'most' }, n));
    for (const sort of sorts) {
      for (const filter of [{ number: '/11' }, { regNo: '11' }, { senderNumber: 'Ж/11' }]) {
        const { rows, total } = pageOver(on, filter, { by: sort, direction: 'descending' }, { after: null, skip: 2 }, 30);
        const whole = sortedIds(kept.filter((one) => one.keys.regNo.includes('11')), { by: sort, direction: 'descending' });
        expect([total, rows.map(({ material }) => material.id)]).toEqual([whole.length, whole.slice(2)]);
      }
    }
    for (const { db } of on) db.close();
  });
});
