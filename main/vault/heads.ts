import { createCipheriv, createDecipheriv } from 'node:crypto';
import { closeSync, fsyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { naming, VaultError, type Standing } from './errors.ts';
import { hex, unhex, type CryptoProvider } from './suite.ts';

/**
 * Heads of the journal beside the databases, because page encryption alone accepts an older page or a lost
 * write-ahead log without a word. One sealed record for each commit: 12-byte nonce, 72 bytes under AES-256-GCM
 * (number of the last act, its hash, SHA-256 of the sealed record before), 16-byte tag.
 */
export const headsFile = 'heads.log';
export const headRecordBytes = 100;
/** Records whose chain is walked at each opening; `verify` walks them all. */
const walkedAtOpening = 500;
const stands: readonly Standing[] = ['holdings', 'header'];

export interface LoggedHead {
  readonly seq: number;
  readonly hash: string;
}

export interface HeadLog {
  /** Writes and fsyncs. When that fails the head is kept and written before the next: `flush` throws until it is. */
  append(head: LoggedHead): void;
  flush(): void;
  last(): LoggedHead | undefined;
  /** The head before the last. */
  before(): LoggedHead | undefined;
  /** Bytes after the last whole, authentic record: a write that a power cut tore. */
  torn(): number;
  cutTorn(): void;
  /** Walks the whole chain; throws `damaged` with the record's place. Yields its records. */
  walk(from?: number): Generator<LoggedHead>;
  close(): void;
}

export function openHeadLog(path: string, suite: CryptoProvider, registryKey: Uint8Array, vaultId: string, create = false): HeadLog {
  const key = suite.hkdf(registryKey, vaultId, 'grif-1/heads');
  const fd = naming(headsFile, () => openSync(path, create ? 'wx+' : 'r+', 0o600), stands);
  const aad = (index: number): Buffer => Buffer.from(`grif-1/heads/${vaultId}/${index}`);
  const first = suite.sha256(`grif-1/heads/${vaultId}`);
  let pending: LoggedHead | undefined;

  function sealedAt(index: number): Buffer {
    const bytes = Buffer.alloc(headRecordBytes);
    naming(headsFile, () => readSync(fd, bytes, 0, headRecordBytes, index * headRecordBytes), stands);
    return bytes;
  }
  function plainAt(index: number): { head: LoggedHead; prev: string; sealed: Buffer } | undefined {
    const sealed = sealedAt(index);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(aad(index)).setAuthTag(sealed.subarray(84));
    try {
      const plain = Buffer.concat([decipher.update(sealed.subarray(12, 84)), decipher.final()]);
      return { head: { seq: Number(plain.readBigUInt64BE(0)), hash: hex(plain.subarray(8, 40)) }, prev: hex(plain.subarray(40)), sealed };
    } catch {
      return undefined;
    }
  }
  function* walk(from = 0): Generator<LoggedHead> {
    let before = from === 0 ? first : suite.sha256(sealedAt(from - 1));
    let seq = 0;
    for (let index = from; index < count; index += 1) {
      const record = plainAt(index);
      if (record === undefined || record.prev !== before || record.head.seq <= seq) throw new VaultError('damaged', `${headsFile} record ${index + 1}`, { stands });
      before = suite.sha256(record.sealed);
      seq = record.head.seq;
      yield record.head;
    }
  }
  function write(head: LoggedHead): void {
    const plain = Buffer.alloc(72);
    plain.writeBigUInt64BE(BigInt(head.seq));
    plain.set(unhex(head.hash), 8);
    plain.set(unhex(count === 0 ? first : suite.sha256(sealedAt(count - 1))), 40);
    const nonce = suite.random(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
    cipher.setAAD(aad(count));
    const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    let at = 0;
    while (at < sealed.length) at += writeSync(fd, sealed, at, sealed.length - at, count * headRecordBytes + at);
    fsyncSync(fd);
    count += 1;
    [second, latest] = [latest, head];
  }

  let count = 0;
  let torn = 0;
  let latest: LoggedHead | undefined;
  let second: LoggedHead | undefined;
  try {
    const size = naming(headsFile, () => fstatSync(fd).size, stands);
    count = Math.floor(size / headRecordBytes);
    torn = size - count * headRecordBytes;
    // A power cut can leave a record at its full length and its bytes unwritten: whether it may be cut is for the journal to say.
    if (count > 0 && plainAt(count - 1) === undefined) {
      count -= 1;
      torn += headRecordBytes;
    }
    for (const head of walk(Math.max(0, count - walkedAtOpening))) [second, latest] = [latest, head];
  } catch (error) {
    closeSync(fd);
    throw error;
  }

  return {
    append(head) {
      pending = head;
      try {
        write(head);
        pending = undefined;
      } catch {
        // The act itself is durable; the journal may be ahead by one commit, and no other is taken before this head stands.
      }
    },
    flush() {
      const head = pending;
      if (head === undefined) return;
      naming(headsFile, () => write(head), stands);
      pending = undefined;
    },
    last: () => latest,
    before: () => second,
    torn: () => torn,
    cutTorn() {
      naming(headsFile, () => {
        ftruncateSync(fd, count * headRecordBytes);
        fsyncSync(fd);
      }, stands);
      torn = 0;
    },
    walk,
    close() {
      key.fill(0);
      closeSync(fd);
    },
  };
}

export interface JournalSeen {
  readonly head: LoggedHead | undefined;
  readonly firstOfLastCommit: number;
  hashAt(seq: number): string | undefined;
}

/**
 * Compares the log with the journal and writes nothing. A crash between an act and its head leaves the journal ahead by exactly one
 * commit: `true` then. Everything else is another journal than the one whose heads were kept: `rolledBack`.
 */
export function isBehind(log: HeadLog, { head, firstOfLastCommit, hashAt }: JournalSeen): boolean {
  const kept = log.last();
  const rolledBack = (): VaultError => new VaultError('rolledBack', headsFile, { stands });
  if (head === undefined || kept === undefined || kept.seq > head.seq || hashAt(kept.seq) !== kept.hash) throw rolledBack();
  if (kept.seq === head.seq) {
    // An older page of the registry could say where another commit began, and with it let one head be completed that was never lost.
    if (log.torn() > 0 || (log.before()?.seq ?? 0) !== firstOfLastCommit - 1) throw rolledBack();
    return false;
  }
  if (kept.seq !== firstOfLastCommit - 1 || log.torn() > headRecordBytes) throw rolledBack();
  return true;
}

/** In place of a log that is lost or not the journal's: it has no records, and nothing is written beside it. */
export function lostHeads(why: VaultError): HeadLog {
  const refuse = (): never => { throw why; };
  return { append: refuse, flush: refuse, cutTorn: refuse, *walk() {}, last: () => undefined, before: () => undefined, torn: () => 0, close: () => undefined };
}

/** Adds the head that a crash kept from being written: `true` then. */
export function reconcile(log: HeadLog, journal: JournalSeen): boolean {
  const { head } = journal;
  if (!isBehind(log, journal) || head === undefined) return false;
  if (log.torn() > 0) log.cutTorn();
  log.append(head);
  log.flush();
  return true;
}
