import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from './columns.ts';
import { countOf, missing, noPages, rowAt, withPage, type Ask, type Pages, type View } from './pages.ts';

const view = (first: number, height = 21): View => ({ first, last: first + height - 1 });

/** A fictional list of main: rows are their own places; cursors name a place, as theirs do. */
function page(total: number, counted: boolean, { start, limit, cursor }: Ask, most = 200): Page<number> {
  const from = cursor === null ? start : Number(cursor);
  const to = Math.min(from + Math.min(limit, most), total);
  return { rows: Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at), next: to < total ? String(to) : null, total: counted && cursor === null ? total : null };
}

/** Asks until all that is in view is there. */
function look(from: Pages<number>, total: number, at: View, { counted = true, anywhere = true, most = 200 } = {}): { pages: Pages<number>; asks: Ask[] } {
  let pages = from;
  const asks: Ask[] = [];
  for (let ask = missing(pages, at, anywhere); ask !== null; ask = missing(pages, at, anywhere)) {
    pages = withPage(pages, ask, page(total, counted, ask, most));
    asks.push(ask);
    if (asks.length > 3000) throw new Error('asks without end');
  }
  return { pages, asks };
}

const inView = (pages: Pages<number>, { first, last }: View) => Array.from({ length: last - first + 1 }, (_, n) => rowAt(pages, first + n));

describe('runs of a list', () => {
  it('show the middle and the end of 100 000 rows with one page each, and keep what was loaded before', () => {
    const start = look(noPages, 100_000, view(0));
    const middle = look(start.pages, 100_000, view(50_000));
    expect(middle.asks).toEqual([{ start: 49_961, limit: 100, cursor: null, leap: true }]);
    expect(inView(middle.pages, view(50_000))).toEqual(Array.from({ length: 21 }, (_, n) => 50_000 + n));
    const end = look(middle.pages, 100_000, view(99_979));
    expect(end.asks).toEqual([{ start: 99_900, limit: 100, cursor: null, leap: true }]);
    expect(rowAt(end.pages, 99_999)).toBe(99_999);
    expect(rowAt(end.pages, 70_000)).toBeUndefined();
    expect(look(end.pages, 100_000, view(0)).asks).toEqual([]);
    expect(look(end.pages, 100_000, view(50_010)).asks).toEqual([]);
  });
  it('go on by cursor downwards before the last row of a run is in view, and by place upwards', () => {
    const { pages } = look(look(noPages, 100_000, view(0)).pages, 100_000, view(50_000));
    expect(look(pages, 100_000, view(50_035)).asks).toEqual([{ start: 50_061, limit: 100, cursor: '50061', leap: false }]);
    expect(look(pages, 100_000, view(49_970)).asks).toEqual([{ start: 49_861, limit: 100, cursor: null, leap: false }]);
  });
  it('ask for no more than lies between two runs', () => {
    const { pages } = look(look(noPages, 1000, view(0)).pages, 1000, view(180));
    expect(pages.runs.map(({ start, rows }) => [start, rows.length])).toEqual([[0, 100], [141, 100]]);
    expect(look(pages, 1000, view(90)).asks).toEqual([{ start: 100, limit: 41, cursor: '100', leap: false }]);
    expect(look(pages, 1000, view(90)).pages.runs).toHaveLength(1);
  });
  it('begin around the row on which one stood', () => {
    const { pages, asks } = look(noPages, 100_000, { first: 40_000, last: 40_000 });
    expect(asks).toHaveLength(1);
    expect(countOf(pages)).toBe(100_000);
    expect(inView(pages, view(39_990))).toEqual(Array.from({ length: 21 }, (_, n) => 39_990 + n));
  });
  it('without places to begin at are one run, walked from the first row', () => {
    const { pages, asks } = look(noPages, 1000, view(700), { anywhere: false });
    expect(asks.map(({ cursor }) => cursor)).toEqual([null, '100', '200', '300', '400', '500', '600', '700']);
    expect(pages.runs).toHaveLength(1);
  });
  it('of an empty list are asked for once', () => {
    const { pages, asks } = look(noPages, 0, view(0));
    expect(asks).toHaveLength(1);
    expect(countOf(pages)).toBe(0);
  });
  it('without a count offer one row more until the end is known', () => {
    const first = look(noPages, 120, view(0, 10), { counted: false, anywhere: false });
    expect(countOf(first.pages)).toBe(101);
    expect(countOf(look(first.pages, 120, view(90, 11), { counted: false, anywhere: false }).pages)).toBe(120);
  });
  it('trust the last page more than a count that has grown old', () => {
    const ask: Ask = { start: 0, limit: 100, cursor: null, leap: false };
    expect(countOf(withPage(noPages, ask, { rows: [0, 1], next: null, total: 5 }))).toBe(2);
    const long = look(look(noPages, 1000, view(0)).pages, 1000, view(980)).pages;
    const shrunk = withPage(long, { ...ask, start: 400 }, { rows: [], next: null, total: 50 });
    expect(countOf(shrunk)).toBe(50);
    expect(shrunk.runs.map(({ start, rows }) => [start, rows.length])).toEqual([[0, 50]]);
  });
  it('show each row in its place, however one jumps about, and come to an end', () => {
    fc.assert(fc.property(
      fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 200 }), fc.boolean(), fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 250 })), { maxLength: 8 }),
      (total, most, anywhere, jumps) => {
        let pages: Pages<number> = noPages;
        for (const [first, height] of jumps) {
          // A list that is walked is counted by main or not; one that begins anywhere always is.
          ({ pages } = look(pages, total, view(first, height), { anywhere, most, counted: anywhere || total % 2 === 0 }));
          for (let at = first; at < Math.min(first + height, countOf(pages)); at += 1) expect(rowAt(pages, at)).toBe(at);
          pages.runs.forEach((run, n) => expect(run.start).toBeGreaterThan(n === 0 ? -1 : (pages.runs[n - 1]?.start ?? 0) + (pages.runs[n - 1]?.rows.length ?? 0)));
        }
      }), { seed: 408, numRuns: 400 });
  });
  it('never ask twice for a page that is there, nor for one that overlaps another', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.array(fc.nat(5000), { maxLength: 12 }), (total, jumps) => {
      let pages: Pages<number> = noPages;
      const given = new Set<number>();
      for (const jump of jumps) {
        const at = view(Math.min(jump, Math.max(0, total - 21)));
        const looked = look(pages, total, at);
        ({ pages } = looked);
        for (const ask of looked.asks) {
          for (const row of page(total, true, ask).rows) {
            expect(given.has(row)).toBe(false);
            given.add(row);
          }
        }
      }
    }), { seed: 408, numRuns: 300 });
  });
  it('come to an end and show no hole, though rows come and go between two pages', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(1500), fc.nat(1500), fc.boolean()), { minLength: 1, maxLength: 12 }), (steps) => {
      let pages: Pages<number> = noPages;
      for (const [total, first, wild] of steps) {
        const at = view(first);
        let asked = 0;
        for (let ask = missing(pages, at, true); ask !== null; ask = missing(pages, at, true)) {
          const answer = page(total, true, ask);
          // Also an answer that contradicts itself leads on.
          pages = withPage(pages, ask, wild ? { ...answer, total: 900, next: answer.rows.length === 0 ? 'x' : answer.next } : answer);
          asked += 1;
          expect(asked).toBeLessThan(500);
        }
        for (let row = at.first; row <= Math.min(at.last, countOf(pages) - 1); row += 1) expect(rowAt(pages, row)).toBeDefined();
      }
    }), { seed: 408, numRuns: 300 });
  });
});
