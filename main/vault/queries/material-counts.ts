import { createHash } from 'node:crypto';
import type { ReadableDb } from '../store.ts';
import { keeper } from './material-told.ts';
import type { Condition } from './materials.ts';

const kept = keeper<number>();
const digestOf = (condition: Condition): string => createHash('sha256').update(JSON.stringify(condition)).digest('base64');

/** Materials of one holding that a condition is true of. Asked again page by page, so counted once. */
export const countsOf = (condition: Condition): ((db: ReadableDb) => number) => kept(digestOf(condition), (db) => counted(db, condition));

function counted(db: ReadableDb, { sql, match, bound }: Condition): number {
  // Where nothing is asked of the rows SQLite counts whole pages.
  const from = match === null ? (sql === '1' ? 'material' : `material INDEXED BY material_facets WHERE ${sql}`)
    : sql === '1' ? `material_text WHERE ${match}`
      : `material_text CROSS JOIN material INDEXED BY material_facets ON row = material_text.rowid WHERE ${match} AND ${sql}`;
  return db.prepare<[Condition['bound']], { n: number }>(`SELECT count(*) AS n FROM ${from}`).get(bound)?.n ?? 0;
}
