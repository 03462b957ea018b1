import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayout } from '../../desk/layouts.ts';
import type { Page } from './columns.ts';
import { moved } from './keys.ts';
import { countOf, missingSide, noPages, rowAt, withPage, type Pages } from './pages.ts';

/** A fictional list of main: rows are their own places, pages of `size`, walked from either end. */
function page(total: number, size: number, counted: boolean, side: 'head' | 'tail', cursor: string | null): Page<number> {
  const from = Number(cursor ?? 0);
  const to = Math.min(from + size, total);
  const rows = Array.from({ length: to - from }, (_, at) => (side === 'head' ? from + at : total - 1 - from - at));
  return { rows, next: to < total ? String(to) : null, total: counted ? total : null };
}

function view(pages: Pages<number>, total: number, size: number, counted: boolean, first: number, last: number, mayTail: boolean): [Pages<number>, number] {
  let now = pages;
  let asked = 0;
  for (let side = missingSide(now, first, last, mayTail); side !== null; side = missingSide(now, first, last, mayTail)) {
    now = withPage(now, side, page(total, size, counted, side, side === 'head' ? now.headNext : now.tailNext));
    asked += 1;
    if (asked > 2000) throw new Error('asks without end');
  }
  return [now, asked];
}

describe('pages of a list', () => {
  it('shows the last rows of 100 000 with one page from the end', () => {
    const [start] = view(noPages, 100_000, 200, true, 0, 20, true);
    const [end, asked] = view(start, 100_000, 200, true, 99_980, 99_999, true);
    expect(asked).toBe(1);
    expect(rowAt(end, 99_999)).toBe(99_999);
    expect(rowAt(end, 50_000)).toBeUndefined();
  });
  it('walks from the nearer side', () => {
    const [start] = view(noPages, 10_000, 100, true, 0, 20, true);
    expect(view(start, 10_000, 100, true, 700, 720, true)[1]).toBe(7);
    expect(view(start, 10_000, 100, true, 9_280, 9_300, true)[1]).toBe(8);
    expect(view(start, 10_000, 100, true, 9_280, 9_300, false)[1]).toBe(93 - 1 + 1);
  });
  it('asks nothing of an empty list twice', () => {
    const [empty, asked] = view(noPages, 0, 50, true, 0, 20, true);
    expect(asked).toBe(1);
    expect(countOf(empty)).toBe(0);
  });
  it('without a count offers one row more until the end is known', () => {
    const [first] = view(noPages, 120, 50, false, 0, 10, true);
    expect(countOf(first)).toBe(51);
    const [all] = view(first, 120, 50, false, 0, 119, true);
    expect(countOf(all)).toBe(120);
  });
  it('trusts the last page more than a count that has grown old', () => {
    const once = withPage(noPages, 'head', { rows: [0, 1], next: null, total: 5 });
    expect(countOf(once)).toBe(2);
  });
  it('shows each row in its place, however one jumps about, and comes to an end', () => {
    fc.assert(fc.property(
      fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), fc.boolean(), fc.boolean(), fc.array(fc.nat(420), { maxLength: 6 }),
      (total, size, counted, mayTail, jumps) => {
        let pages: Pages<number> = noPages;
        for (const jump of jumps) {
          const last = Math.min(jump + 20, Math.max(0, countOf(pages) - 1));
          const first = Math.min(jump, last);
          [pages] = view(pages, total, size, counted, first, last, mayTail);
          for (let at = first; at <= Math.min(last, countOf(pages) - 1); at += 1) if (at < total && rowAt(pages, at) !== at) return false;
        }
        return true;
      }), { seed: 408, numRuns: 500 });
  });
});

const key = (code: string, more: { ctrlKey?: boolean; altKey?: boolean } = {}) => ({ code, ctrlKey: false, shiftKey: false, altKey: false, ...more });
const size = { rows: 100, columns: 5, page: 20 };

describe('keys of the grid', () => {
  it('moves as the ARIA grid pattern says', () => {
    expect(moved({ row: 0, column: 0 }, key('ArrowUp'), size)).toEqual({ row: -1, column: 0 });
    expect(moved({ row: 99, column: 4 }, key('ArrowDown'), size)).toEqual({ row: 99, column: 4 });
    expect(moved({ row: 5, column: 2 }, key('Home'), size)).toEqual({ row: 5, column: 0 });
    expect(moved({ row: 5, column: 2 }, key('End', { ctrlKey: true }), size)).toEqual({ row: 99, column: 4 });
    expect(moved({ row: 95, column: 2 }, key('PageDown'), size)).toEqual({ row: 99, column: 2 });
    expect(moved({ row: 10, column: 2 }, key('PageUp'), size)).toEqual({ row: 0, column: 2 });
  });
  it('leaves Alt to the way back and forward', () => expect(moved({ row: 5, column: 2 }, key('ArrowLeft', { altKey: true }), size)).toBeUndefined());
  it('never leaves the grid, also an empty one', () => {
    fc.assert(fc.property(fc.nat(30), fc.integer({ min: 1, max: 6 }), fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'), fc.boolean(), fc.integer({ min: -1, max: 29 }), (rows, columns, code, ctrlKey, row) => {
      const to = moved({ row: Math.min(row, rows - 1), column: 0 }, key(code, { ctrlKey }), { rows, columns, page: 7 });
      return to !== undefined && to.row >= -1 && to.row < Math.max(rows, 0) + (rows === 0 ? 1 : 0) && to.column >= 0 && to.column < columns;
    }), { seed: 408 });
  });
});

describe('a layout found on the desk', () => {
  it.each(['', 'null', '[]', '{"widths":1,"hidden":[]}', '{"widths":{},"hidden":"x"}', '{'])('%j is left alone', (json) => expect(readLayout(json)).toBeUndefined());
  it('keeps what makes sense of it', () => {
    expect(readLayout('{"widths":{"a":120,"b":-5,"c":"x","d":99999},"hidden":["a",3],"dense":false,"sort":{"by":"a","direction":"sideways"}}'))
      .toMatchObject({ widths: { a: 120 }, hidden: ['a'], dense: false, sort: null });
  });
});
