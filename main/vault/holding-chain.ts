import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { HeldAct, HoldingName } from '#app/journal/act.ts';
import { digestOf, leafOf, type HeldPart } from './act-body.ts';
import type { Connection, ReadableDb } from './db.ts';
import { outsideAt } from './journal.ts';
import type { State } from './state.ts';
import { hex, unhex, type CryptoProvider } from './suite.ts';

/** The end of a holding's chain: number of its last act, and the hash over the names of all its parts. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

export const chainStart = (suite: CryptoProvider, vaultId: string, place: string): ChainEnd => ({ seq: 0, hash: suite.sha256(`grif-1/holding/${vaultId}/${place}`) });
export const headKeyOf = (suite: CryptoProvider, vaultId: string, key: Uint8Array): Uint8Array => suite.hkdf(key, vaultId, 'grif-1/holding head');

const aadOf = (vaultId: string, place: string): Buffer => Buffer.from(`grif-1/holding/${vaultId}/${place}`);

/** 68 bytes: nonce (12), number (8) and hash (32) under AES-256-GCM, tag (16). Lies in the registry, so that an older copy of the holding is noticed. */
export function sealEnd(suite: CryptoProvider, headKey: Uint8Array, vaultId: string, place: string, { seq, hash }: ChainEnd): Buffer {
  const plain = Buffer.alloc(40);
  plain.writeBigUInt64BE(BigInt(seq));
  plain.set(unhex(hash), 8);
  const nonce = suite.random(12);
  const cipher = createCipheriv('aes-256-gcm', headKey, nonce, { authTagLength: 16 });
  cipher.setAAD(aadOf(vaultId, place));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** undefined when it is not what was sealed. */
export function openEnd(headKey: Uint8Array, vaultId: string, place: string, sealed: Uint8Array): ChainEnd | undefined {
  const bytes = Buffer.from(sealed);
  if (bytes.length !== 68) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', headKey, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(aadOf(vaultId, place)).setAuthTag(bytes.subarray(52));
    const plain = Buffer.concat([decipher.update(bytes.subarray(12, 52)), decipher.final()]);
    return { seq: Number(plain.readBigUInt64BE(0)), hash: hex(plain.subarray(8)) };
  } catch {
    return undefined;
  }
}

/** Writes a part of an act and answers the chain's new end. */
export function appendPart(suite: CryptoProvider, db: Connection, end: ChainEnd, seq: number, bodyHash: string, leaves: readonly string[], { about, salt, leaf, content }: HeldPart): ChainEnd {
  const hash = suite.sha256(end.hash + leaf);
  db.prepare('INSERT INTO act (seq, kind, result, subject, record, salt, leaf, body, leaves, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(seq, about.kind, about.result, about.subject, about.record, salt, leaf, bodyHash, leaves.join(' '), hash);
  if (content !== undefined) db.prepare('INSERT INTO record (seq, hash, salt, json) VALUES (?, ?, ?, ?)').run(seq, content.hash, content.salt, content.json);
  return { seq, hash };
}

export interface PartRow {
  readonly n: number; readonly seq: number; readonly kind: string; readonly result: 'done' | 'refused'; readonly subject: string | null; readonly record: string | null;
  readonly salt: string; readonly leaf: string; readonly body: string; readonly leaves: string; readonly chain: string;
}

/** Parts of acts after a number, in order, in blocks. By the index of numbers: for the least of something SQLite would go through the table from its beginning. */
export function* partsAfter(db: ReadableDb, after: number): Generator<PartRow> {
  let n = db.prepare<[number], { n: number | null }>('SELECT min(n) AS n FROM act INDEXED BY act_seq WHERE seq > ?').get(after)?.n ?? undefined;
  while (n !== undefined) {
    const rows = db.prepare<[number], PartRow>('SELECT * FROM act WHERE n >= ? ORDER BY n LIMIT 200').all(n);
    yield* rows;
    const last = rows.at(-1);
    n = last === undefined ? undefined : last.n + 1;
  }
}

/** The last part of an act up to that number. Sought from the end: by the index of numbers SQLite would read every part there is and sort them. */
export const lastPart = (db: ReadableDb, upTo: number): PartRow | undefined => db.prepare<[number], PartRow>('SELECT * FROM act NOT INDEXED WHERE seq <= ? ORDER BY n DESC LIMIT 1').get(upTo);

/** A part with who and when from the journal; undefined when the journal does not vouch for it in this holding. */
export function vouched(state: State, name: HoldingName, { seq, kind, result, subject, record, salt, leaf, body, leaves }: PartRow): HeldAct | undefined {
  const { suite } = state;
  const outside = outsideAt(state.registry, seq);
  const all = leaves.split(' ');
  const isWhole = outside !== undefined && all.includes(leaf) && leafOf(suite, salt, name, { kind, result, subject, record }) === leaf && digestOf(suite, body, all) === outside.digest;
  return isWhole ? { seq, at: outside.at, officer: outside.officer, kind, result, subject, record } : undefined;
}

/** Removes what a commit left that never came to its act: rows beyond the end of the chain, which are the last of their tables. */
export function sweepBeyond(db: Connection, end: ChainEnd): void {
  const tables = ['act', 'record', 'file', 'matched'] as const;
  const last = db.prepare<[], Record<(typeof tables)[number], number | null>>(`SELECT ${tables.map((table) => `(SELECT seq FROM ${table} ORDER BY n DESC LIMIT 1) AS ${table}`).join(', ')}`).get();
  const orphans = tables.filter((table) => (last?.[table] ?? 0) > end.seq);
  if (orphans.length === 0) return;
  db.transaction(() => {
    for (const table of orphans) {
      const firstKept = db.prepare<[number], { n: number }>(`SELECT n FROM ${table} NOT INDEXED WHERE seq <= ? ORDER BY n DESC LIMIT 1`).get(end.seq)?.n ?? 0;
      db.prepare(`DELETE FROM ${table} WHERE n > ?`).run(firstKept);
    }
  });
}
