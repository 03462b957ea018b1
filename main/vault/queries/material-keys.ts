import type { ReadableDb } from '../store.ts';
import type { Sort } from './material-pages.ts';
import type { Range } from './material-ranges.ts';
import { keeper } from './material-told.ts';
import type { Condition } from './materials.ts';

/** Place in a sorted list: the key of a row, and its number, which no other row of the vault has. */
export interface Place {
  readonly key: string;
  readonly row: number;
}

/** A bare bound value here would have SQLite prepare the statement anew each time that it is bound: it looks whether the limit is a small one. */
const most = '@limit + 0';

/** Null: the order of registration, which is that of the rows. By originator or degree, too, among holdings that are alike in it. */
const columns: Readonly<Record<Sort['by'], { readonly column: string; readonly index: string } | null>> = {
  registeredAt: null, originator: null, degree: null,
  receivedOn: { column: 'received_on', index: 'material_received' }, regNo: { column: 'reg_no', index: 'material_reg_no' },
  senderNumber: { column: 'sender_number', index: 'material_sender' }, evaluation: { column: 'evaluation', index: 'material_evaluation' },
};

type Bound = Readonly<Record<string, string | number>>;
export interface Shelf {
  readonly db: ReadableDb;
  /** Rows that the condition is true of. */
  readonly count: number;
}

/** What is asked of every holding alike. */
export interface Keys {
  readonly sign: 1 | -1;
  /** Between which keys all rows of a holding lie; null where the number of a row is the key. */
  readonly rangeOf: ((db: ReadableDb) => Range) | null;
  /** At most `limit` keys, `skip` of them passed over, after a place or from the beginning. */
  after(shelf: Shelf, from: Place | null, skip: number, limit: number): readonly Place[];
  /** At most `limit` keys after a place or from the beginning, up to another place and with it. */
  until(shelf: Shelf, from: Place | null, to: Place, limit: number): readonly Place[];
}

const orderOf = ({ direction }: Sort) => (direction === 'ascending' ? { sign: 1, beyond: '>', before: '<', word: 'ASC' } as const : { sign: -1, beyond: '<', before: '>', word: 'DESC' } as const);
type Order = ReturnType<typeof orderOf>;

export function keysOf(condition: Condition, sort: Sort): Keys {
  const sorted = columns[sort.by];
  return sorted === null ? byRow(condition, orderOf(sort)) : byColumn(condition, orderOf(sort), sorted);
}

/** Whether a sort is that of the rows. */
export const isByRow = ({ by }: Sort): boolean => columns[by] === null;

function fromRows({ sql, match }: Condition): { readonly row: string; readonly from: string } {
  if (match === null) return { row: 'row', from: `material INDEXED BY material_facets WHERE ${sql}` };
  const text = sql === '1' ? `material_text WHERE ${match}` : `material_text CROSS JOIN material INDEXED BY material_facets ON row = material_text.rowid WHERE ${match} AND ${sql}`;
  return { row: 'material_text.rowid', from: text };
}

function byRow(condition: Condition, { sign, beyond, before, word }: Order): Keys {
  const { bound } = condition;
  const { row, from } = fromRows(condition);
  const select = (where: string): string => `SELECT '' AS key, ${row} AS row FROM ${from}${where} ORDER BY ${row} ${word} LIMIT ${most} OFFSET @skip`;
  const [after, upTo] = [` AND ${row} ${beyond} @row`, ` AND ${row} ${before}= @toRow`];
  const [first, next, firstUntil, nextUntil] = [select(''), select(after), select(upTo), select(after + upTo)];
  return {
    sign, rangeOf: null,
    after: ({ db }, place, skip, limit) => db.prepare<[Bound], Place>(place === null ? first : next).all({ ...bound, skip, limit, ...(place === null ? {} : { row: place.row }) }),
    until: ({ db }, place, to, limit) =>
      db.prepare<[Bound], Place>(place === null ? firstUntil : nextUntil).all({ ...bound, skip: 0, limit, toRow: to.row, ...(place === null ? {} : { row: place.row }) }),
  };
}

/** Rows after a place that match a text and what else is asked, as numbers in the order of rows: no more than `limit`, the first ones. */
export function matchesOf(condition: Condition, sort: Sort): (db: ReadableDb, place: Place | null, limit: number) => readonly number[] {
  const { beyond, word } = orderOf(sort);
  const { row, from } = fromRows(condition);
  const select = (where: string): string => `SELECT json_group_array(row) AS rows FROM (SELECT ${row} AS row FROM ${from}${where} ORDER BY ${row} ${word} LIMIT ${most})`;
  const [first, next] = [select(''), select(` AND ${row} ${beyond} @row`)];
  return (db, place, limit) => {
    const found = db.prepare<[Bound], { rows: string }>(place === null ? first : next).get({ ...condition.bound, limit, ...(place === null ? {} : { row: place.row }) });
    const rows: unknown = JSON.parse(found?.rows ?? '[]');
    return Array.isArray(rows) ? rows : [];
  };
}

const rangeBy = keeper<Range>();

/** Rows looked at in a table cost about as much as this many in an index. */
const lookUp = 20;

/** Of an evaluation the index of evaluations finds the rows of a source or an accuracy together, and perhaps at its other end: all before them would be looked at in the table. */
const isBent = (column: string, { sql, match }: Condition): boolean => column === 'evaluation' && match === null && /\b(?:source|accuracy)\b/u.test(sql);

/**
 * Walks the index of the column while many rows of it are wanted; where few are, finds those by what is asked of them and sorts them. In the walk, what is
 * equal to the key of a place is asked for apart: together with what lies beyond it SQLite would read all that is equal.
 */
function byColumn(condition: Condition, { sign, beyond, before, word }: Order, { column, index }: NonNullable<(typeof columns)[Sort['by']]>): Keys {
  const { sql, match, bound } = condition;
  const text = match === null ? '' : `row IN (SELECT rowid FROM material_text WHERE ${match}) AND `;
  const [rest, last] = [` AND ${column} = @key AND row ${beyond} @row`, ` AND ${column} = @toKey AND row ${before}= @toRow`];
  const [after, short] = [` AND ${column} ${beyond} @key`, ` AND ${column} ${before} @toKey`];
  const walkPart = (where: string): string =>
    `SELECT * FROM (SELECT ${column} AS key, row FROM material INDEXED BY ${index} WHERE ${text}${sql}${where} ORDER BY ${column} ${word}, row ${word} LIMIT @limit + @skip)`;
  const joined = (...parts: readonly string[]): string => `${parts.map(walkPart).join(' UNION ALL ')} LIMIT ${most} OFFSET @skip`;
  const walk = { first: joined(''), next: joined(rest, after), firstUntil: joined(short, last), within: joined(`${rest} AND row ${before}= @toRow`), nextUntil: joined(rest, after + short, last) };
  const from = match === null ? 'material INDEXED BY material_facets WHERE' : `material_text CROSS JOIN material ON row = material_text.rowid WHERE ${match} AND`;
  const picked = (where: string): string => `SELECT ${column} AS key, row FROM ${from} ${sql}${where} ORDER BY ${column} ${word}, row ${word} LIMIT ${most} OFFSET @skip`;
  const [onward, upTo] = [` AND (${column} ${beyond} @key OR (${column} = @key AND row ${beyond} @row))`, ` AND (${column} ${before} @toKey OR (${column} = @toKey AND row ${before}= @toRow))`];
  const pick = { first: picked(''), next: picked(onward), firstUntil: picked(upTo), within: picked(`${rest} AND row ${before}= @toRow`), nextUntil: picked(onward + upTo) };
  const always = isBent(column, condition);
  const chosen = ({ count }: Shelf, wanted: number) => (always || count < wanted * lookUp ? pick : walk);
  return {
    sign, rangeOf: rangeBy(column, (db) => db.prepare<[], Range>(`SELECT coalesce((SELECT min(${column}) FROM material), '') AS low, coalesce((SELECT max(${column}) FROM material), '') AS high`).get() ?? { low: '', high: '' }),
    after(shelf, place, skip, limit) {
      const { first, next } = chosen(shelf, skip + limit);
      return shelf.db.prepare<[Bound], Place>(place === null ? first : next).all({ ...bound, skip, limit, ...(place === null ? {} : place) });
    },
    until(shelf, place, to, limit) {
      const { firstUntil, within, nextUntil } = chosen(shelf, 1);
      const statement = place === null ? firstUntil : place.key === to.key ? within : nextUntil;
      return shelf.db.prepare<[Bound], Place>(statement).all({ ...bound, skip: 0, limit, toKey: to.key, toRow: to.row, ...(place === null ? {} : place) });
    },
  };
}
