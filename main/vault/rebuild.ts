import { createHash } from 'node:crypto';
import type { HoldingName } from '#app/journal/act.ts';
import { canonical } from './canonical.ts';
import type { Connection, ReadableDb, WritableDb } from './db.ts';
import { VaultError } from './errors.ts';
import { actsOfHolding, holdingsOf, openHolding, project, readRecord } from './holdings.ts';
import { actsFrom, headOf } from './journal.ts';
import { createTables } from './projecting.ts';
import { holdingSchema } from './holding-schema.ts';
import { guard, type State } from './state.ts';
import { memoryStore } from './store.ts';
import type { Progress } from './verify.ts';

export interface Difference {
  /** `registry` or the holding. */
  readonly store: 'registry' | HoldingName;
  readonly table: string;
  /** Rows that are only in the live table or only in the rebuilt one. */
  readonly rows: number;
}

/** A content that an act names and that is missing or not what was written. */
export interface LostContent {
  readonly seq: number;
  readonly holding: HoldingName;
}

export interface Rebuilt {
  readonly differences: readonly Difference[];
  readonly lost: readonly LostContent[];
}

/**
 * Builds every projection anew from the journal and the contents that this officer can open, in memory only, and
 * compares it with the live tables. Yields progress: give the event loop a turn between; acts committed meanwhile are taken in.
 */
export function* rebuild(state: State): Generator<Progress, Rebuilt> {
  guard(state);
  const differences: Difference[] = [];
  const lost: LostContent[] = [];
  const names = holdingsOf(state);
  const of = names.length + 1;
  const again = memoryStore();
  try {
    createTables(again, state.projections.registry);
    let next = 1;
    while (next <= (headOf(state.registry)?.seq ?? 0)) {
      for (const act of actsFrom(state.registry, next, next + 199)) {
        for (const projection of state.projections.registry) projection.apply(again, act, undefined);
        next = act.seq + 1;
      }
      yield { done: 0, of };
      guard(state);
    }
    differences.push(...compare('registry', state.registry, again, state.projections.registry.flatMap(({ tables }) => tables)));
  } finally {
    again.close();
  }
  for (const [index, name] of names.entries()) {
    yield { done: index + 1, of };
    guard(state);
    const live = openHolding(state, name);
    if (live === undefined) continue;
    inMemory((fresh) => {
      fresh.exec(holdingSchema);
      createTables(fresh, state.projections.holdings);
      for (const act of actsOfHolding(state, name, 0)) {
        try {
          project(state, fresh, name, act, (part) => copyRecord(state, live, fresh, part, act.seq));
        } catch (error) {
          if (!(error instanceof VaultError) || error.code !== 'damaged') throw error;
          lost.push({ seq: act.seq, holding: name });
        }
      }
      differences.push(...compare(name, live, fresh, state.projections.holdings.flatMap(({ tables }) => tables)));
    });
  }
  return { differences, lost };
}

function inMemory(work: (fresh: Connection) => void): void {
  const fresh = memoryStore();
  try {
    work(fresh);
  } finally {
    fresh.close();
  }
}

/** Projections may join the record that they project. */
function copyRecord(state: State, live: Connection, fresh: Connection, part: { holding: HoldingName; hash: string }, seq: number) {
  const content = readRecord(state, live, part, seq);
  fresh.prepare('INSERT OR IGNORE INTO record (hash, salt, json) VALUES (?, ?, ?)').run(part.hash, '', canonical(content));
  return content;
}

function compare(store: Difference['store'], live: Connection, fresh: Connection, tables: readonly string[]): Difference[] {
  return tables.flatMap((table) => {
    const counts = new Map<string, number>();
    for (const row of rowsOf(live, table)) counts.set(row, (counts.get(row) ?? 0) + 1);
    for (const row of rowsOf(fresh, table)) counts.set(row, (counts.get(row) ?? 0) - 1);
    const rows = counts.values().reduce((sum, count) => sum + Math.abs(count), 0);
    return rows === 0 ? [] : [{ store, table, rows }];
  });
}

/** Digests of the rows of a table. A full-text table shows nothing of a contentless index: its terms are compared instead. */
function* rowsOf(db: WritableDb & ReadableDb, table: string): Generator<string> {
  const sql = db.prepare<[string], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = ? AND type = 'table'").get(table)?.sql;
  if (sql === undefined) return yield 'no such table';
  if (/^CREATE VIRTUAL TABLE/i.test(sql)) {
    // Lives in the connection's own temporary schema, which is kept in memory.
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp."terms of ${table}" USING fts5vocab(main, '${table}', 'col')`);
    yield* db.prepare<[], { term: string; col: string; doc: number; cnt: number }>(`SELECT term, col, doc, cnt FROM temp."terms of ${table}"`)
      .all().map(({ term, col, doc, cnt }) => `${term} ${col} ${doc} ${cnt}`);
    db.exec(`DROP TABLE temp."terms of ${table}"`);
    return undefined;
  }
  for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).iterate()) {
    const digest = createHash('sha256');
    for (const [column, value] of Object.entries(row)) digest.update(`${column}:${typeof value}:${value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)}\n`);
    yield digest.digest('base64');
  }
  return undefined;
}
