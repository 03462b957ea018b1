import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Act, HoldingName } from '#app/journal/act.ts';
import { z } from 'zod';
import { holdingName } from './act-body.ts';
import { canonical } from './canonical.ts';
import type { Connection, ReadableDb } from './db.ts';
import { VaultError } from './errors.ts';
import { outsideAt } from './journal.ts';
import { where, type JournalFilter } from './journal-filter.ts';
import { createStore, openStore } from './store.ts';

export const journalFile = 'journal.db';

/** What acts say, ordered for looking up. Every row is made of the registry's: the file can be thrown away. */
const schema = `
  CREATE TABLE act (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, officer TEXT NOT NULL, hash TEXT NOT NULL, kind TEXT NOT NULL, result TEXT NOT NULL, subject TEXT, open TEXT NOT NULL, held TEXT NOT NULL
  ) STRICT;
  CREATE INDEX act_kind ON act (kind, seq);
  CREATE INDEX act_at ON act (at, seq);
  CREATE INDEX act_officer ON act (officer, seq);
  CREATE INDEX act_subject ON act (subject, seq) WHERE subject IS NOT NULL;
`;

export interface IndexRow {
  readonly seq: number; readonly at: string; readonly officer: string; readonly hash: string; readonly kind: string; readonly result: 'done' | 'refused';
  readonly subject: string | null; readonly open: string; readonly held: string;
}

export const indexRowOf = ({ seq, at, officer, hash, kind, result, subject, open, held }: Act): IndexRow =>
  ({ seq, at, officer, hash, kind, result, subject, open: canonical(open), held: canonical(held.map((part) => ({ ...part }))) });

export interface IndexPlace {
  readonly folder: string;
  readonly vaultId: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

export const indexFile = ({ folder, key }: IndexPlace) => ({ path: join(folder, journalFile), place: journalFile, key, stands: ['registry', 'journal', 'holdings'] as const });

/** Opens the index, or makes an empty one where there is none. Throws `damaged`, or a fault of the medium. */
export function openIndex(place: IndexPlace): Connection {
  const file = indexFile(place);
  const db = existsSync(file.path) ? openStore(file, { vaultId: place.vaultId, store: 'journal' }) : createStore(file, { vaultId: place.vaultId, store: 'journal' }, schema);
  // Nothing in it is the only copy of anything: what a power cut takes is written again.
  db.pragma('synchronous=NORMAL');
  return db;
}

/** Throws away an index that cannot be read; the journal it was made of is untouched. */
export function removeIndex({ folder }: Pick<IndexPlace, 'folder'>): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, journalFile) + suffix, { force: true });
}

/** The number up to which an index follows the journal; 0 when it is of another one, and then it is emptied. */
export function standOf(db: Connection, registry: ReadableDb): number {
  const last = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM act ORDER BY seq DESC LIMIT 1').get();
  if (last === undefined) return 0;
  if (outsideAt(registry, last.seq)?.hash === last.hash) return last.seq;
  db.exec('DELETE FROM act');
  return 0;
}

export function addToIndex(db: Connection, acts: readonly Act[]): void {
  const insert = db.prepare('INSERT INTO act (seq, at, officer, hash, kind, result, subject, open, held) VALUES (@seq, @at, @officer, @hash, @kind, @result, @subject, @open, @held)');
  db.transaction(() => { for (const act of acts) insert.run(indexRowOf(act)); });
}

export interface JournalPage {
  readonly acts: readonly Act[];
  /** Give it back for the next page; null at the end. */
  readonly next: number | null;
}

const heldShape = z.array(z.strictObject({ holding: holdingName, hash: z.string() })).transform((parts): readonly { holding: HoldingName; hash: string }[] => parts);

/** Newest first, at most `limit`, older than `cursor`. */
export function pageOf(db: ReadableDb, registry: ReadableDb, filter: JournalFilter, cursor: number | null, limit: number): JournalPage {
  const { sql, bound } = where(filter);
  const rows = db.prepare<[Record<string, string | number>], IndexRow>(`SELECT * FROM act WHERE ${sql} AND seq < @before ORDER BY seq DESC LIMIT @limit + 0`)
    .all({ ...bound, before: cursor ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
  const acts = rows.slice(0, limit).map(({ seq, hash, kind, result, subject, open, held }): Act => {
    const outside = outsideAt(registry, seq);
    if (outside?.hash !== hash) throw new VaultError('damaged', journalFile, { stands: ['registry', 'journal', 'holdings'] });
    return { ...outside, kind, result, subject, open: z.json().parse(JSON.parse(open)), held: heldShape.parse(JSON.parse(held)) };
  });
  return { acts, next: rows.length > limit ? (acts.at(-1)?.seq ?? null) : null };
}

export function countOf(db: ReadableDb, filter: JournalFilter): number {
  const { sql, bound } = where(filter);
  return db.prepare<[Record<string, string | number>], { n: number }>(`SELECT count(*) AS n FROM act WHERE ${sql}`).get(bound)?.n ?? 0;
}

/** Steps from kind to kind through the index: a DISTINCT would read a million entries to name fifty. */
export function kindsOf(db: ReadableDb): string[] {
  return db.prepare<[], { kind: string | null }>(`
    WITH RECURSIVE k (kind) AS (SELECT min(kind) FROM act UNION ALL SELECT (SELECT min(kind) FROM act WHERE kind > k.kind) FROM k WHERE k.kind IS NOT NULL) SELECT kind FROM k`)
    .all().flatMap(({ kind }) => (kind === null ? [] : [kind]));
}
