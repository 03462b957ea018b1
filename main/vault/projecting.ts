import { createHash } from 'node:crypto';
import type { Connection, ReadableDb } from './db.ts';
import type { Projection } from './projections/types.ts';
import { getMeta, putMeta } from './store.ts';

const known = new WeakMap<readonly Projection[], string>();

/** Told of sixty stores at an opening, so made once. */
function fingerprintOf(projections: readonly Projection[]): string {
  const before = known.get(projections);
  if (before !== undefined) return before;
  const made = createHash('sha256').update(JSON.stringify(projections.map(({ name, tables, schema, version }) => [name, tables, schema, version ?? 0]))).digest('hex');
  known.set(projections, made);
  return made;
}

export function createTables(db: Connection, projections: readonly Projection[]): void {
  for (const projection of projections) db.exec(projection.schema);
}

/** Whether the tables are those that this program knows. */
export const hasProjections = (db: ReadableDb, projections: readonly Projection[]): boolean => getMeta(db, 'projections') === fingerprintOf(projections);

/**
 * Makes the tables of the projections as this program knows them. When they are other than those in the store, the old
 * ones are dropped, the new ones created and `replay` run, all in one transaction: true then.
 */
export function ensureProjections(db: Connection, projections: readonly Projection[], replay: () => void): boolean {
  if (hasProjections(db, projections)) return false;
  db.transaction(() => {
    const before: unknown = JSON.parse(getMeta(db, 'projectionTables') ?? '[]');
    const old = Array.isArray(before) ? before.filter((name) => typeof name === 'string') : [];
    const tables = projections.flatMap((one) => one.tables);
    for (const name of new Set([...old, ...tables])) db.exec(`DROP TABLE IF EXISTS "${name.replaceAll('"', '')}"`);
    createTables(db, projections);
    putMeta(db, 'projectionTables', JSON.stringify(tables));
    putMeta(db, 'projections', fingerprintOf(projections));
    replay();
  });
  return true;
}
