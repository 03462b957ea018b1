import type { Connection, ReadableDb, WritableDb } from './db.ts';

/**
 * Tables of the blind index. A material comes with some eighty hashes, and each belongs on a page of its own: written there at once, they would make a
 * commit many times what the material itself is. So they wait together in one row, and are put in their places a hundred materials at a time.
 * `frequency` counts the materials in `posting` that have a hash, and under -1 all of them.
 */
export const postingSchema = `
  CREATE TABLE posting (token INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (token, row)) WITHOUT ROWID;
  CREATE TABLE frequency (token INTEGER PRIMARY KEY, n INTEGER NOT NULL);
  CREATE TABLE waiting (n INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL, tokens BLOB NOT NULL);
`;

/** Keyed hashes of 48 bits. */
const tokenBytes = 6;
const allMaterials = -1;
/** Materials that may wait. */
const mostWaiting = 128;

export function putWaiting(db: WritableDb, row: number, tokens: ReadonlySet<number>): void {
  const bytes = Buffer.alloc(tokens.size * tokenBytes);
  let at = 0;
  for (const token of tokens) at = bytes.writeUIntBE(token, at, tokenBytes);
  db.prepare('INSERT INTO waiting (row, tokens) VALUES (?, ?)').run(row, bytes);
}

interface WaitingRow { readonly n: number; readonly row: number; readonly tokens: Uint8Array }

function tokensOf(row: WaitingRow): number[] {
  const bytes = Buffer.from(row.tokens);
  return Array.from({ length: bytes.length / tokenBytes }, (_, index) => bytes.readUIntBE(index * tokenBytes, tokenBytes));
}

/** Hashes of the materials that wait, by row. */
export const waitingTokens = (db: ReadableDb): ReadonlyMap<number, ReadonlySet<number>> =>
  new Map(db.prepare<[], WaitingRow>('SELECT n, row, tokens FROM waiting').all().map((one) => [one.row, new Set(tokensOf(one))]));

/** The index as it is, what waits read along with what is in its place. */
export interface Postings {
  /** Materials. */
  total(): number;
  /** Materials that have a hash; 0 is left out. */
  counts(tokens: readonly number[]): ReadonlyMap<number, number>;
  /** Rows of a hash. */
  rows(token: number): readonly number[];
  /** Those of some rows that have a hash. */
  among(token: number, rows: readonly number[]): readonly number[];
  /** Puts what waits in its place when it has become much. May be lost: it waits then until the next time. */
  settle(db: Connection): void;
}

export function postingsOf(db: ReadableDb): Postings {
  const seen = new Map<number, number[]>();
  let upTo = 0;
  let waiting = 0;
  function look(): void {
    for (const row of db.prepare<[number], WaitingRow>('SELECT n, row, tokens FROM waiting WHERE n > ? ORDER BY n').all(upTo)) {
      for (const token of tokensOf(row)) {
        const rows = seen.get(token);
        if (rows === undefined) seen.set(token, [row.row]);
        else rows.push(row.row);
      }
      upTo = row.n;
      waiting += 1;
    }
  }
  return {
    total() {
      look();
      return waiting + (db.prepare<[number], { n: number }>('SELECT n FROM frequency WHERE token = ?').get(allMaterials)?.n ?? 0);
    },
    counts(tokens) {
      look();
      const placed = db.prepare<[string], { token: number; n: number }>('SELECT token, n FROM frequency WHERE token IN (SELECT value FROM json_each(?))').all(JSON.stringify(tokens));
      const counts = new Map(placed.map(({ token, n }) => [token, n]));
      for (const token of tokens) {
        const more = seen.get(token)?.length ?? 0;
        if (more > 0) counts.set(token, (counts.get(token) ?? 0) + more);
      }
      return counts;
    },
    rows(token) {
      look();
      // As one text: a row object for each of ten thousands takes many times as long.
      const placed: unknown = JSON.parse(db.prepare<[number], { rows: string }>('SELECT json_group_array(row) AS rows FROM posting WHERE token = ?').get(token)?.rows ?? '[]');
      const rows = Array.isArray(placed) ? placed.filter((row) => typeof row === 'number') : [];
      return [...rows, ...(seen.get(token) ?? [])];
    },
    among(token, rows) {
      look();
      const placed: unknown = JSON.parse(db.prepare<[string, number], { rows: string }>(
        'SELECT json_group_array(one.value) AS rows FROM json_each(?) AS one WHERE EXISTS (SELECT 1 FROM posting WHERE token = ? AND row = one.value)').get(JSON.stringify(rows), token)?.rows ?? '[]');
      const waits = new Set(seen.get(token));
      return [...Array.isArray(placed) ? placed.filter((row) => typeof row === 'number') : [], ...rows.filter((row) => waits.has(row))];
    },
    settle(write) {
      if ((db.prepare<[], { n: number }>('SELECT count(*) AS n FROM waiting').get()?.n ?? 0) < mostWaiting) return;
      // No act hangs on it: the next commit syncs these pages as well.
      write.pragma('synchronous=NORMAL');
      try {
        write.transaction(() => putInPlace(write));
        seen.clear();
        waiting = 0;
      } finally {
        write.pragma('synchronous=FULL');
      }
    },
  };
}

/** In order of the hashes, so that each page is met once. Inside a transaction. */
export function putInPlace(db: WritableDb): void {
  const all = db.prepare<[], WaitingRow>('SELECT n, row, tokens FROM waiting').all();
  const pairs = all.flatMap((row) => tokensOf(row).map((token) => [token, row.row] as const)).toSorted(([a], [b]) => a - b);
  const counts = new Map<number, number>([[allMaterials, all.length]]);
  for (const [token] of pairs) counts.set(token, (counts.get(token) ?? 0) + 1);
  db.prepare('INSERT INTO posting (token, row) SELECT value ->> 0, value ->> 1 FROM json_each(?)').run(JSON.stringify(pairs));
  db.prepare('INSERT INTO frequency (token, n) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true ON CONFLICT (token) DO UPDATE SET n = n + excluded.n')
    .run(JSON.stringify([...counts]));
  db.prepare('DELETE FROM waiting').run();
}
