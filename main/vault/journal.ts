import type { Act, ActOutside, NewAct } from '#app/journal/act.ts';
import { isCommon } from '#app/journal/common.ts';
import { pairOf } from '#app/journal/two.ts';
import { disclosedText, discloseNew, isBehind, readDisclosed, type Disclosed, type HeldPart } from './act-body.ts';
import { canonical } from './canonical.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { VaultError } from './errors.ts';
import type { JournalSession } from './journal-keys.ts';
import { hex, type CryptoProvider } from './suite.ts';

/** What stands before the first act: the chain belongs to one vault. */
export const genesis = (suite: CryptoProvider, vaultId: string): string => suite.sha256(`grif-1/vault/${vaultId}`);

/** Lower-case hex: SHA-256 over the hash before and the canonical JSON of the outside of the act without its hash and signatures. */
export function hashOf(suite: CryptoProvider, act: Omit<ActOutside, 'hash' | 'signature' | 'cosignature'>): string {
  const { seq, at, officer, second, workstation, digest, prev } = act;
  return suite.sha256(prev + canonical({ seq, at, officer, second, workstation, digest, prev }));
}

/** What is signed: the hash under a label, so that a signature of an act is never one of anything else. */
export const signedBytes = (hash: string): Uint8Array => new TextEncoder().encode(`grif-1/act/${hash}`);

/** What the second officer of an act of two persons signs: another label, so that no signature can be moved from one place to the other. */
export const cosignedBytes = (hash: string): Uint8Array => new TextEncoder().encode(`grif-1/second/${hash}`);

/** An officer's id and signing key. */
export interface Hand {
  readonly officer: string;
  readonly secretKey: Uint8Array;
}

export interface Signer extends Hand {
  readonly workstation: string;
  /** The other officer of a command of two persons. */
  readonly second: Hand | undefined;
}

export interface Made {
  readonly act: Act;
  readonly disclosed: Disclosed;
  readonly bodyHash: string;
  readonly parts: readonly HeldPart[];
}

export function makeAct(suite: CryptoProvider, signer: Signer, at: string, before: { seq: number; hash: string }, act: NewAct): Made {
  const { disclosed, bodyHash, digest, parts } = discloseNew(suite, act);
  const { officer, workstation, second } = signer;
  if (second === undefined && pairOf(act) !== undefined) throw new TypeError(`${act.kind} takes two persons`);
  const unsigned = { seq: before.seq + 1, at, officer, second: second?.officer ?? null, workstation, digest, prev: before.hash };
  const hash = hashOf(suite, unsigned);
  const outside: ActOutside = {
    ...unsigned, hash, signature: hex(suite.sign(signer.secretKey, signedBytes(hash))),
    cosignature: second === undefined ? null : hex(suite.sign(second.secretKey, cosignedBytes(hash))),
  };
  return { act: { ...outside, ...disclosed.body }, disclosed, bodyHash, parts };
}

/** Common knowledge in clear, everything else under the session's key. */
export function appendAct(db: WritableDb, { act, disclosed }: Made, session: JournalSession | undefined): void {
  const outside = [act.seq, act.at, act.officer, act.second, act.workstation, act.digest, act.prev, act.hash, act.signature, act.cosignature];
  const insert = db.prepare('INSERT INTO act (seq, at, officer, second, workstation, digest, prev, hash, signature, cosignature, clear, session, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  if (isCommon(act)) return void insert.run(...outside, disclosedText(disclosed).trimEnd(), null, null);
  if (session === undefined) throw new VaultError('locked', 'journal');
  insert.run(...outside, null, session.seq, session.seal(act.seq, disclosedText(disclosed)));
}

export interface ActRow extends ActOutside {
  /** Of acts of common knowledge. */
  readonly clear: string | null;
  /** Number of the act of unlocking whose key seals the body. */
  readonly session: number | null;
  readonly sealed: Uint8Array | null;
}

export function outsideOf({ seq, at, officer, second, workstation, digest, prev, hash, signature, cosignature }: ActOutside): ActOutside {
  return { seq, at, officer, second, workstation, digest, prev, hash, signature, cosignature };
}

/** The body of an act of common knowledge; undefined for another. Throws `damaged`, naming the act, when it is not the one that was signed. */
export function commonBodyOf(suite: CryptoProvider, row: ActRow): Disclosed | undefined {
  if (row.clear === null) return undefined;
  return checked(suite, row, row.clear, true);
}

/** Throws `damaged`, naming the act, when a text is not the body that was signed, or stands where its kind must not. */
export function checked(suite: CryptoProvider, row: ActOutside, text: string, common: boolean): Disclosed {
  const damaged = (cause?: unknown) => new VaultError('damaged', `registry.db act ${row.seq}`, { stands: ['holdings', 'header'], cause });
  let disclosed: Disclosed;
  try {
    disclosed = readDisclosed(text);
  } catch (error) {
    throw damaged(error);
  }
  if (!isBehind(suite, row.digest, disclosed) || isCommon(disclosed.body) !== common) throw damaged();
  return disclosed;
}

export const actOfRow = (row: ActOutside, { body }: Disclosed): Act => ({ ...outsideOf(row), ...body });

export interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
}

export function headOf(db: ReadableDb): Head | undefined {
  return db.prepare<[], Head>('SELECT seq, hash, at FROM act ORDER BY seq DESC LIMIT 1').get();
}

/** The outside of an act by its number. */
export function outsideAt(db: ReadableDb, seq: number): ActOutside | undefined {
  return db.prepare<[number], ActOutside>('SELECT seq, at, officer, second, workstation, digest, prev, hash, signature, cosignature FROM act WHERE seq = ?').get(seq);
}

/** Rows in order, read in blocks so that the connection stays free in between. */
export function* rowsFrom(db: ReadableDb, from: number, to = Number.MAX_SAFE_INTEGER, only: 'all' | 'common' = 'all'): Generator<ActRow> {
  let next = from;
  const which = only === 'all' ? '' : 'AND clear IS NOT NULL';
  for (;;) {
    const rows = db.prepare<[number, number], ActRow>(`SELECT * FROM act WHERE seq >= ? AND seq <= ? ${which} ORDER BY seq LIMIT 200`).all(next, to);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    next = last.seq + 1;
  }
}

/** Acts of common knowledge, in order. Throws `damaged`. */
export function* commonActs(suite: CryptoProvider, db: ReadableDb, from = 1, to = Number.MAX_SAFE_INTEGER): Generator<Act> {
  for (const row of rowsFrom(db, from, to, 'common')) {
    const disclosed = commonBodyOf(suite, row);
    if (disclosed !== undefined) yield actOfRow(row, disclosed);
  }
}
