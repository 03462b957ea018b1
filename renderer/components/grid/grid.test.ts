import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayout } from '../../desk/layouts.ts';
import { moved } from './keys.ts';

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
