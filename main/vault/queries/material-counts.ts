import { createHash } from 'node:crypto';
import type { ReadableDb } from '../store.ts';
import type { Condition } from './materials.ts';

/** Counts of one holding, as long as no further act concerns it; by a digest of what was counted, which may hold words of a search. */
interface Counted {
  to: number;
  readonly counts: Map<string, number>;
}
const kept = new WeakMap<ReadableDb, Counted>();
const mostKept = 64;

function keptOf(db: ReadableDb): Map<string, number> {
  const to = db.prepare<[], { to: number }>('SELECT projected_to AS "to" FROM cursor').get()?.to ?? 0;
  const known = kept.get(db);
  if (known?.to === to) return known.counts;
  const counts = new Map<string, number>();
  kept.set(db, { to, counts });
  return counts;
}

const digestOf = (condition: Condition): string => createHash('sha256').update(JSON.stringify(condition)).digest('base64');

/** Materials of one holding that a condition is true of. Asked again page by page, so counted once. */
export function countsOf(condition: Condition): (db: ReadableDb) => number {
  const key = digestOf(condition);
  return (db) => {
    const counts = keptOf(db);
    const before = counts.get(key);
    if (before !== undefined) return before;
    const n = counted(db, condition);
    if (counts.size >= mostKept) counts.clear();
    counts.set(key, n);
    return n;
  };
}

function counted(db: ReadableDb, { sql, match, bound }: Condition): number {
  const from = match === null ? `material ${sql === '1' ? '' : 'INDEXED BY material_facets '}WHERE ${sql}`
    : sql === '1' ? `material_text WHERE ${match}`
      : `material_text CROSS JOIN material INDEXED BY material_facets ON row = material_text.rowid WHERE ${match} AND ${sql}`;
  return db.prepare<[Condition['bound']], { n: number }>(`SELECT count(*) AS n FROM ${from}`).get(bound)?.n ?? 0;
}
