import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOwnOrder, movedColumn } from './columns.ts';

const columns = [...'abcdef'].map((id) => ({ id }));
const ids = (own: readonly { readonly id: string }[]) => own.map(({ id }) => id).join('');

describe('own order of columns', () => {
  it('keeps the first column first and puts one that the order does not name behind', () => {
    expect(ids(inOwnOrder(columns, ['e', 'c', 'gone', 'a']))).toBe('aecbdf');
    expect(ids(inOwnOrder(columns, []))).toBe('abcdef');
  });
  it('moves a column past the next one that is shown, over those that are not', () => {
    const moved = (hidden: readonly string[], id: string, by: 1 | -1) => ids(inOwnOrder(columns, movedColumn(columns, hidden, id, by)));
    expect(moved([], 'c', 1)).toBe('abdcef');
    expect(moved(['d', 'e'], 'c', 1)).toBe('abdefc');
    expect(moved(['c'], 'd', -1)).toBe('adbcef');
    expect(moved([], 'b', -1)).toBe('abcdef');
    expect(moved([], 'f', 1)).toBe('abcdef');
    expect(moved([], 'a', 1)).toBe('abcdef');
  });
  it('loses no column, whatever is moved', () => {
    const step = fc.tuple(fc.constantFrom(...'abcdefx'), fc.constantFrom(1 as const, -1 as const), fc.subarray([...'bcdef']));
    fc.assert(fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let order: readonly string[] = [];
      for (const [id, by, hidden] of steps) order = movedColumn(inOwnOrder(columns, order), hidden, id, by);
      const own = ids(inOwnOrder(columns, order));
      expect([...own].toSorted().join('')).toBe('abcdef');
      expect(own[0]).toBe('a');
    }), { seed: 7, numRuns: 200 });
  });
});
