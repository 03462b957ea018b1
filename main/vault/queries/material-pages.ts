import type { MaterialFilter } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import type { HoldingName } from '#app/journal/act.ts';
import type { ReadableDb } from '../store.ts';
import { findRowAt, where } from './materials.ts';

export interface Sort {
  readonly by: 'registeredAt' | 'receivedOn' | 'regNo' | 'originator' | 'senderNumber' | 'degree' | 'evaluation';
  readonly direction: 'ascending' | 'descending';
}
/** Place in a sorted list: the key of a row and its id. */
export interface Place {
  readonly key: string;
  readonly id: string;
}
export interface KeyedRow {
  readonly key: string;
  readonly row: MaterialRow;
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

/** Each of them stands first in an index, with the id behind it. */
const columns: Readonly<Record<Sort['by'], string>> = {
  registeredAt: 'registered_at', receivedOn: 'received_on', regNo: 'reg_no', senderNumber: 'sender_number', evaluation: 'evaluation',
  // The same for a whole holding: inside it, the order of registration.
  originator: 'registered_at', degree: 'registered_at',
};

/** The sorted keys of one holding. What is the same for all of it stands before each key, so that the store need not sort by it. */
interface Lane {
  readonly db: ReadableDb;
  readonly prefix: string;
}
interface Keyed extends Place {
  readonly lane: Lane;
  readonly row: number;
}

/** Byte order, as the store compares text: surrogates, which stand for what lies above them, come last. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return (x >= 0xd800 && x < 0xe000 ? x + 0x10000 : x) - (y >= 0xd800 && y < 0xe000 ? y + 0x10000 : y);
  }
  return a.length - b.length;
}

/** What is asked of every holding alike: its keys after a place. */
function keysOf(filter: MaterialFilter, { by, direction }: Sort) {
  const { sql, bound } = where(filter);
  const column = columns[by];
  const [sign, compare, order] = direction === 'ascending' ? [1, '>', 'ASC'] as const : [-1, '<', 'DESC'] as const;
  const select = (condition: string) => `SELECT ${column} AS key, id, row FROM material WHERE ${sql}${condition} ORDER BY ${column} ${order}, id ${order} LIMIT @limit OFFSET @skip`;
  const [fromFirst, fromPlace] = [select(''), select(` AND (${column}, id) ${compare} (@key, @id)`)];

  /** Keys of one holding after a place in the whole list, each read when it is asked for. Nothing is written to the holding meanwhile. */
  function* after(lane: Lane, place: Place | null, skip: number, limit: number): Generator<Keyed> {
    const inside = place?.key.startsWith(lane.prefix) === true;
    // A place among the rows of another holding: all of this one comes after it, or nothing.
    if (place !== null && !inside && sign * compareText(lane.prefix, place.key) < 0) return;
    const rows = lane.db.prepare<[Readonly<Record<string, string | number>>], { key: string; id: string; row: number }>(inside ? fromPlace : fromFirst)
      .iterate({ ...bound, skip, limit, ...(inside ? { key: place.key.slice(lane.prefix.length), id: place.id } : {}) });
    for (const { key, id, row } of rows) yield { key: lane.prefix + key, id, row, lane };
  }
  /** Every `step`th key after a place. The rows between are counted inside the store and never reach this side. */
  function* leaps(lane: Lane, from: Place | null, step: number): Generator<Keyed> {
    for (let place = from; ;) {
      const [next] = after(lane, place, step - 1, 1);
      if (next === undefined) return;
      yield next;
      place = next;
    }
  }
  return { after, leaps, sign };
}

/** Merges sorted keys; what is not asked for is not read. */
function* merged(sources: readonly Generator<Keyed>[], sign: 1 | -1): Generator<Keyed> {
  const heads: { readonly source: Generator<Keyed>; readonly head: Keyed }[] = [];
  const line = (source: Generator<Keyed>): void => {
    const { value: head, done } = source.next();
    if (done === true) return;
    let [low, high] = [0, heads.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = heads[middle]?.head ?? head;
      if (sign * (compareText(head.key, other.key) || compareText(head.id, other.id)) < 0) high = middle;
      else low = middle + 1;
    }
    heads.splice(low, 0, { source, head });
  };
  try {
    for (const source of sources) line(source);
    for (let first = heads.shift(); first !== undefined; first = heads.shift()) {
      yield first.head;
      line(first.source);
    }
  } finally {
    for (const source of sources) source.return(undefined);
  }
}

/** A leap costs about as much as this many keys walked. */
const leapCost = 8;

/**
 * A page of at most `limit` rows merged from several holdings: keys alone are walked, and only the rows of the page are read.
 *
 * To begin deep in the list, each holding first takes leaps of `step` rows, and the leaps are merged. After n of them n·step rows
 * are known to be passed; of the rows still unread fewer than `step` in each other holding can stand before the last leap. So
 * leaping stops that far before the beginning of the page and the rest is walked key by key. A search by text would be run anew by
 * each leap: its matches are walked.
 */
export function pageOver(holdings: readonly OpenHolding[], filter: MaterialFilter, sort: Sort, { after, skip }: Beginning, limit: number): readonly KeyedRow[] {
  const lanes = holdings.map(({ name, db }): Lane => {
    const [body = '', degree = ''] = name.split('/');
    return { db, prefix: sort.by === 'originator' ? `${body} ` : sort.by === 'degree' ? `${degree} ` : '' };
  });
  const keys = keysOf(filter, sort);
  const begun = new Map<Lane, Place>();
  let left = skip;
  if (filter.text === undefined || filter.text === '') {
    const step = Math.ceil(Math.sqrt((leapCost * skip) / Math.max(1, lanes.length)));
    const reach = skip - (lanes.length - 1) * (step - 1);
    if (step > leapCost && step <= reach) {
      for (const leap of merged(lanes.map((lane) => keys.leaps(lane, after, step)), keys.sign)) {
        begun.set(leap.lane, leap);
        left -= step;
        if (skip - left + step > reach) break;
      }
    }
  }
  const page: Keyed[] = [];
  for (const key of merged(lanes.map((lane) => keys.after(lane, begun.get(lane) ?? after, 0, left + limit)), keys.sign)) {
    if (left > 0) left -= 1;
    else if (page.push(key) >= limit) break;
  }
  return page.flatMap(({ lane, key, row }) => {
    const read = findRowAt(lane.db, row);
    return read === undefined ? [] : [{ key, row: read }];
  });
}
