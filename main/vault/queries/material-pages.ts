import type { MaterialFilter } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import type { HoldingName } from '#app/journal/act.ts';
import type { ReadableDb } from '../store.ts';
import { countsOf } from './material-counts.ts';
import { isByRow, keysOf, matchesOf, type Keys, type Place, type Shelf } from './material-keys.ts';
import { merged, mergedRows, type Keyed } from './material-merge.ts';
import { compareText, narrowed } from './material-ranges.ts';
import { conditionOf, findRowAt } from './materials.ts';

export interface Sort {
  readonly by: 'registeredAt' | 'receivedOn' | 'regNo' | 'originator' | 'senderNumber' | 'degree' | 'evaluation';
  readonly direction: 'ascending' | 'descending';
}
export interface KeyedRow extends Place {
  readonly material: MaterialRow;
}
export interface OpenHolding {
  readonly name: HoldingName;
  readonly db: ReadableDb;
}
/** Where a page begins: `skip` rows after a place, or after the beginning of the list. */
export interface Beginning {
  readonly after: Place | null;
  readonly skip: number;
}
export interface Page {
  readonly rows: readonly KeyedRow[];
  /** Of the whole list; null unless the page was asked for from the beginning of it. */
  readonly total: number | null;
}

interface Lane extends Shelf {
  /** What is the same for all of it: the first key of sorts by originator and by degree. */
  readonly first: string;
}

/**
 * A page of at most `limit` rows merged from several holdings: keys alone are walked, and only the rows of the page are read. Holdings that
 * are alike in originator or degree follow those of others as a whole in lists sorted so. `withheld`: ids that no text finds.
 */
export function pageOver(holdings: readonly OpenHolding[], filter: MaterialFilter, sort: Sort, { after, skip }: Beginning, limit: number, withheld?: ReadonlySet<string>): Page {
  const condition = conditionOf(filter, withheld);
  const keys = keysOf(condition, sort);
  const inText = condition.match !== null && isByRow(sort) ? matchesOf(condition, sort) : undefined;
  const named = holdings.map(({ name, db }) => {
    const [body = '', degree = ''] = name.split('/');
    return { db, first: sort.by === 'originator' ? body : sort.by === 'degree' ? degree : '' };
  });
  const groups = [...Map.groupBy(named, ({ first }) => first)].toSorted(([a], [b]) => keys.sign * compareText(a, b));
  const countOf = countsOf(condition);
  const page: Keyed<Lane>[] = [];
  let [total, left] = [0, skip];
  for (const [first, members] of groups) {
    const within = after !== null && (first === '' || first === after.key);
    if (after !== null && (page.length >= limit || (!within && keys.sign * compareText(first, after.key) < 0))) continue;
    // Within holdings that are alike in it, what the list is sorted by is no key.
    const from = within ? { key: first === '' ? after.key : '', row: after.row } : null;
    const wanted = left + limit - page.length;
    const matches = inText === undefined || page.length >= limit ? undefined : members.map(({ db }) => inText(db, from, wanted));
    // Where all matches of a text are at hand they are not counted beside.
    const lanes = members.map((one, at): Lane => {
      const found = matches?.[at]?.length;
      return { ...one, count: found !== undefined && (within || found < wanted) ? found : countOf(one.db) };
    });
    const ofGroup = lanes.reduce((sum, { count }) => sum + count, 0);
    total += ofGroup;
    if (page.length >= limit) continue;
    if (!within && left >= ofGroup) {
      left -= ofGroup;
      continue;
    }
    const stretch = matches === undefined ? stretchOf(lanes.filter(({ count }) => count > 0), keys, from, left, limit - page.length)
      : mergedRows(lanes.map((lane, at) => ({ lane, rows: matches[at] ?? [] })), keys.sign, left, limit - page.length);
    page.push(...stretch.rows);
    left = stretch.left;
  }
  const rows = page.flatMap(({ lane, key, row }) => {
    const material = findRowAt(lane.db, row);
    return material === undefined ? [] : [{ key: lane.first === '' ? key : lane.first, row, material }];
  });
  return { rows, total: after === null ? total : null };
}

function stretchOf(lanes: readonly Lane[], keys: Keys, from: Place | null, skip: number, limit: number): ReturnType<typeof merged<Lane>> {
  const { rangeOf } = keys;
  const near = rangeOf === null ? { lanes, skip } : narrowed(lanes, ({ db }) => rangeOf(db), keys.sign, from, skip, limit);
  return merged(near.lanes, keys, from, near.skip, limit);
}
