import { describe, expect, it } from 'vitest';
import type { Keys, Place, Shelf } from './material-keys.ts';
import { merged } from './material-merge.ts';
import { memoryStore } from '../store.ts';

interface Lane extends Shelf {
  readonly from: number;
}

/** Lanes that follow each other in the list, with a key to each row; `read` counts the keys that were told. */
function sequence(lanes: number, each: number): { readonly lanes: readonly Lane[]; readonly keys: Keys; read(): number } {
  const db = memoryStore();
  let read = 0;
  const told = (first: number, end: number): readonly Place[] => {
    read += Math.max(0, end - first);
    return Array.from({ length: Math.max(0, end - first) }, (_, n) => ({ key: String(first + n).padStart(8, '0'), row: first + n }));
  };
  const begin = ({ from }: Lane, place: Place | null): number => Math.max(from, place === null ? from : Number(place.key) + 1);
  const lane = (shelf: Shelf): Lane => ('from' in shelf ? { ...shelf, from: Number(shelf.from) } : { ...shelf, from: 0 });
  return {
    lanes: Array.from({ length: lanes }, (_, n) => ({ db, count: each, from: n * each })),
    keys: {
      sign: 1, rangeOf: null,
      after: (shelf, place, skip, limit) => told(begin(lane(shelf), place) + skip, Math.min(lane(shelf).from + each, begin(lane(shelf), place) + skip + limit)),
      until: (shelf, place, to, limit) => told(begin(lane(shelf), place), Math.min(lane(shelf).from + each, begin(lane(shelf), place) + limit, Number(to.key) + 1)),
    },
    read: () => read,
  };
}

describe('a list that runs holding by holding', () => {
  it.each([600_000, 999_900, 40_000])('begins at row %i, however many keys lie before it, and reads few of them', (skip) => {
    const { lanes, keys, read } = sequence(60, 17_000);
    // The first of the lanes that are equally long leads: here the last of the list.
    const { rows, left } = merged(lanes.toReversed(), keys, null, skip, 50);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 50 }, (_, n) => skip + n));
    expect(left).toBe(0);
    expect(read()).toBeLessThan(60_000);
  });
});
