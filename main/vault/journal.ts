import { z } from 'zod';
import type { Act, HoldingName, Json, NewAct } from '#app/journal/act.ts';
import { canonical } from './canonical.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { VaultError } from './errors.ts';
import { hex, type CryptoProvider } from './suite.ts';

/** What stands before the first act: the chain belongs to one vault. */
export const genesis = (suite: CryptoProvider, vaultId: string): string => suite.sha256(`grif-1/vault/${vaultId}`);

/** Lower-case hex: SHA-256 over the hash before and the canonical JSON of the act without its hash and signature. */
export function hashOf(suite: CryptoProvider, act: Omit<Act, 'hash' | 'signature'>): string {
  const { seq, at, officer, workstation, kind, result, subject, open, held, prev } = act;
  const parts = held.map(({ holding, hash }) => ({ holding, hash }));
  return suite.sha256(prev + canonical({ seq, at, officer, workstation, kind, result, subject, open, held: parts, prev }));
}

/** What is signed: the hash under a label, so that a signature of an act is never one of anything else. */
export const signedBytes = (hash: string): Uint8Array => new TextEncoder().encode(`grif-1/act/${hash}`);

export interface Signer {
  readonly officer: string;
  readonly workstation: string;
  readonly secretKey: Uint8Array;
}

/** A held content with the salt that keeps its hash from being guessed by those who read the journal only. */
export interface Held {
  readonly holding: HoldingName;
  readonly hash: string;
  readonly salt: string;
  readonly json: string;
  readonly content: Json;
}

export interface Made {
  readonly act: Act;
  readonly held: readonly Held[];
}

/** Lower-case hex: the name of a content. */
export const recordHash = (suite: CryptoProvider, salt: string, json: string): string => suite.sha256(`${salt}${json}`);

export function makeAct(suite: CryptoProvider, signer: Signer, at: string, before: { seq: number; hash: string }, act: NewAct): Made {
  const held = act.held.map(({ holding, content }): Held => {
    const json = canonical(content);
    const salt = hex(suite.random(16));
    return { holding, salt, json, hash: recordHash(suite, salt, json), content };
  });
  const unsigned = {
    seq: before.seq + 1, at, officer: signer.officer, workstation: signer.workstation, kind: act.kind, result: act.result, subject: act.subject,
    open: act.open, held: held.map(({ holding, hash }) => ({ holding, hash })), prev: before.hash,
  };
  const hash = hashOf(suite, unsigned);
  return { act: { ...unsigned, hash, signature: hex(suite.sign(signer.secretKey, signedBytes(hash))) }, held };
}

export function appendAct(db: WritableDb, act: Act): void {
  db.prepare('INSERT INTO act (seq, at, officer, workstation, kind, result, subject, open, held, prev, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(act.seq, act.at, act.officer, act.workstation, act.kind, act.result, act.subject, canonical(act.open), canonical([...act.held]), act.prev, act.hash, act.signature);
  act.held.forEach(({ holding, hash }, part) => {
    db.prepare('INSERT INTO act_held (holding, seq, part, hash) VALUES (?, ?, ?, ?)').run(holding, act.seq, part, hash);
  });
}

export interface ActRow {
  seq: number; at: string; officer: string; workstation: string; kind: string; result: 'done' | 'refused'; subject: string | null;
  open: string; held: string; prev: string; hash: string; signature: string;
}

const isHoldingName = (name: string): name is HoldingName => name.endsWith('/LOWER') || name.endsWith('/UPPER');
export const holdingName = z.custom<HoldingName>((name) => typeof name === 'string' && isHoldingName(name));
const heldShape = z.array(z.strictObject({ holding: holdingName, hash: z.string() }));

/** Throws `damaged` naming the act when its row is not one that was written here. */
export function actOfRow(row: ActRow): Act {
  try {
    const open: Json = JSON.parse(row.open);
    return { ...row, open, held: heldShape.parse(JSON.parse(row.held)) };
  } catch (error) {
    throw new VaultError('damaged', `registry.db act ${row.seq}`, { stands: ['holdings', 'header'], cause: error });
  }
}

export interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
}

export function headOf(db: ReadableDb): Head | undefined {
  return db.prepare<[], Head>('SELECT seq, hash, at FROM act ORDER BY seq DESC LIMIT 1').get();
}

export interface JournalFilter {
  readonly officer?: string | undefined;
  /** A kind, or all that begin with it when it ends in a dot: `material.`. */
  readonly kind?: string | undefined;
  readonly result?: 'done' | 'refused' | undefined;
  readonly subject?: string | undefined;
  /** Civil date or date-time, both ends included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Occurs in kind, subject or the open part. */
  readonly text?: string | undefined;
}

export interface JournalPage {
  readonly acts: readonly Act[];
  /** Give it back for the next page; null at the end. */
  readonly next: number | null;
}

function where(filter: JournalFilter): { sql: string; bound: Record<string, string | number> } {
  const parts: string[] = [];
  const bound: Record<string, string | number> = {};
  for (const name of ['officer', 'result', 'subject'] as const) {
    const value = filter[name];
    if (value === undefined) continue;
    parts.push(`${name} = @${name}`);
    bound[name] = value;
  }
  if (filter.kind !== undefined) {
    const prefix = filter.kind.endsWith('.');
    parts.push(prefix ? "kind >= @kind AND kind < @kind || '~'" : 'kind = @kind');
    bound['kind'] = filter.kind;
  }
  if (filter.from !== undefined) {
    parts.push('at >= @from');
    bound['from'] = filter.from;
  }
  if (filter.to !== undefined) {
    // `~` sorts after every digit, dash and T: the whole last day is in.
    parts.push("at < @to || '~'");
    bound['to'] = filter.to;
  }
  if (filter.text !== undefined && filter.text !== '') {
    parts.push("(instr(kind, @text) OR instr(coalesce(subject, ''), @text) OR instr(lower(open), @lower) OR instr(open, @text))");
    bound['text'] = filter.text;
    bound['lower'] = filter.text.toLowerCase();
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), bound };
}

/** Newest first, at most `limit`, older than `cursor`. */
export function pageOf(db: ReadableDb, filter: JournalFilter, cursor: number | null, limit: number): JournalPage {
  const { sql, bound } = where(filter);
  const rows = db.prepare<[Record<string, string | number>], ActRow>(`SELECT * FROM act WHERE ${sql} AND seq < @before ORDER BY seq DESC LIMIT @limit`)
    .all({ ...bound, before: cursor ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
  const acts = rows.slice(0, limit).map(actOfRow);
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

/** Acts in order, read in blocks so that the connection stays free in between. */
export function* actsFrom(db: ReadableDb, from: number, to = Number.MAX_SAFE_INTEGER): Generator<Act> {
  let next = from;
  for (;;) {
    const rows = db.prepare<[number, number], ActRow>('SELECT * FROM act WHERE seq >= ? AND seq <= ? ORDER BY seq LIMIT 200').all(next, to);
    for (const row of rows) yield actOfRow(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    next = last.seq + 1;
  }
}
