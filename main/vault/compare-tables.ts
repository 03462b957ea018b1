import { hash } from 'node:crypto';
import type { Connection } from './db.ts';

/** Rows read between two turns of the event loop. */
const piece = 500;
const shelves = 4096;
/** Rows remembered at once where two tables are not alike. */
const rowsAtOnce = 200_000;

/**
 * How many rows are in one of two tables only. Rows are summed up on shelves, and remembered only where a shelf of one is not like that of the other, so that a table of a
 * million takes no more memory than one of a thousand. `salt` is chance: whoever could foresee it could make rows whose sums are those of others.
 */
export function* rowsApart<P>(live: Connection, fresh: Connection, table: string, salt: string, progress: P): Generator<P, number> {
  const sums = new Shelves();
  yield* each(live, table, salt, progress, (digest) => sums.add(digest, 1));
  yield* each(fresh, table, salt, progress, (digest) => sums.add(digest, -1));
  let rows = 0;
  for (const group of sums.unlike()) {
    const counts = new Map<string, number>();
    const count = (by: number) => (digest: Buffer) => {
      if (!group.has(shelfOf(digest))) return;
      const name = digest.toString('base64');
      counts.set(name, (counts.get(name) ?? 0) + by);
    };
    yield* each(live, table, salt, progress, count(1));
    yield* each(fresh, table, salt, progress, count(-1));
    rows += counts.values().reduce((sum, n) => sum + Math.abs(n), 0);
  }
  return rows;
}

const shelfOf = (digest: Buffer): number => digest.readUInt16BE(0) % shelves;

class Shelves {
  /** Of each shelf 128 bits: the sum of its digests of the one table less those of the other. */
  readonly #sums = new Uint32Array(shelves * 4);
  readonly #less = new Int32Array(shelves);
  readonly #rows = new Uint32Array(shelves);

  add(digest: Buffer, sign: 1 | -1): void {
    const shelf = shelfOf(digest);
    for (let lane = 0; lane < 4; lane += 1) {
      const at = shelf * 4 + lane;
      this.#sums[at] = (this.#sums[at] ?? 0) + sign * digest.readUInt32BE(4 + lane * 4);
    }
    this.#less[shelf] = (this.#less[shelf] ?? 0) + sign;
    this.#rows[shelf] = (this.#rows[shelf] ?? 0) + 1;
  }

  /** Without a view for each: there are thousands of shelves to a table, and most tables are small. */
  #alike(shelf: number): boolean {
    let unlike = this.#less[shelf] ?? 0;
    for (let at = shelf * 4; at < shelf * 4 + 4; at += 1) unlike |= this.#sums[at] ?? 0;
    return unlike === 0;
  }

  /** Shelves that are not alike, as many together as may be remembered at once. */
  *unlike(): Generator<ReadonlySet<number>> {
    let group = new Set<number>();
    let rows = 0;
    for (let shelf = 0; shelf < shelves; shelf += 1) {
      if (this.#alike(shelf)) continue;
      group.add(shelf);
      rows += this.#rows[shelf] ?? 0;
      if (rows < rowsAtOnce) continue;
      yield group;
      group = new Set();
      rows = 0;
    }
    if (group.size > 0) yield group;
  }
}

/** Digests of the rows of a table. A full-text table shows nothing of a contentless index: its terms are compared instead, and the lengths of its rows. */
function* each<P>(db: Connection, table: string, salt: string, progress: P, take: (digest: Buffer) => void): Generator<P, void> {
  const sql = db.prepare<[string], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = ? AND type = 'table'").get(table)?.sql;
  if (sql === undefined) return take(hash('sha256', `${salt} no such table`, 'buffer'));
  let read = 0;
  for (const row of /^CREATE VIRTUAL TABLE/i.test(sql) ? searched(db, table) : db.prepare<[], object>(`SELECT * FROM "${table}"`).iterate()) {
    let text = salt;
    for (const [column, value] of Object.entries(row)) text += `${column}:${typeof value}:${value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)}\n`;
    take(hash('sha256', text, 'buffer'));
    read += 1;
    if (read % piece === 0) yield progress;
  }
}

/**
 * Each term with how many rows a search for it finds: a search goes by pages of its own, and an older one of them would hide rows that the list of
 * terms has.
 */
function* searched(db: Connection, table: string): Generator<object> {
  // Lives in the connection's own temporary schema, which is kept in memory.
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp."terms of ${table}" USING fts5vocab(main, '${table}', 'col')`);
  const found = db.prepare<[string], { n: number }>(`SELECT count(*) AS n FROM "${table}" WHERE "${table}" MATCH ?`);
  for (const row of db.prepare<[], { term: string; col: string }>(`SELECT term, col, doc, cnt FROM temp."terms of ${table}"`).iterate()) {
    yield { ...row, found: found.get(`${row.col} : "${row.term.replaceAll('"', '""')}"`)?.n };
  }
  yield* db.prepare<[], object>(`SELECT * FROM "${table}_docsize"`).iterate();
}
