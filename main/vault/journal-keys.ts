import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Act } from '#app/journal/act.ts';
import type { Disclosed } from './act-body.ts';
import type { ReadableDb } from './db.ts';
import { VaultError } from './errors.ts';
import { actOfRow, checked, commonBodyOf, type ActRow } from './journal.ts';
import { base64, unbase64, unhex, type CryptoProvider } from './suite.ts';

const nonceBytes = 12;
const tagBytes = 16;
const aadOf = (vaultId: string, seq: number): Buffer => Buffer.from(`grif-1/body/${vaultId}/${seq}`);

/**
 * Seals what an officer's acts say from one unlocking to the next lock. The key is chance and lies in the act of unlocking, sealed
 * to the journal's public key: so an officer writes acts that he cannot read back, not even his own of yesterday.
 */
export interface JournalSession {
  /** Number of the act of unlocking. */
  readonly seq: number;
  seal(seq: number, text: string): Buffer;
  wipe(): void;
}

/** `key` is the session's from here on and is wiped with it. */
export function journalSession(suite: CryptoProvider, vaultId: string, seq: number, key: Uint8Array): JournalSession {
  return {
    seq,
    seal(act, text) {
      const nonce = suite.random(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
      cipher.setAAD(aadOf(vaultId, act));
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    wipe: () => void key.fill(0),
  };
}

/** Base64: a session's key as the act of unlocking carries it. `journalPublic` in hex. */
export const sealSession = (suite: CryptoProvider, journalPublic: string, key: Uint8Array): string => base64(suite.sealTo(unhex(journalPublic), key));

/** Reads what acts say: for the director and the security officer, who are given the journal's secret key (Art. 11). */
export interface JournalReader {
  /** Throws `damaged`, naming the act, when its body does not open or is not the one that was signed. */
  read(row: ActRow): Disclosed;
  act(row: ActRow): Act;
  wipe(): void;
}

/** `secretKey` is the reader's from here on and is wiped with it. */
export function journalReader(suite: CryptoProvider, vaultId: string, registry: ReadableDb, secretKey: Uint8Array): JournalReader {
  /** Opening one takes a millisecond; a session has hundreds of acts. */
  const sessions = new Map<number, Uint8Array>();
  function keyOf(session: number): Uint8Array | undefined {
    const known = sessions.get(session);
    if (known !== undefined) return known;
    const row = registry.prepare<[number], { key: string }>('SELECT key FROM unlocked WHERE seq = ?').get(session);
    const key = row === undefined ? undefined : suite.openFrom(secretKey, unbase64(row.key));
    if (key !== undefined) sessions.set(session, key);
    return key;
  }
  function textOf({ seq, session, sealed }: ActRow): string | undefined {
    const key = session === null ? undefined : keyOf(session);
    if (key === undefined || sealed === null || sealed.length < nonceBytes + tagBytes) return undefined;
    const bytes = Buffer.from(sealed);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAAD(aadOf(vaultId, seq)).setAuthTag(bytes.subarray(-tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }
  function read(row: ActRow): Disclosed {
    const common = commonBodyOf(suite, row);
    if (common !== undefined) return common;
    const text = textOf(row);
    if (text === undefined) throw new VaultError('damaged', `registry.db act ${row.seq}`, { stands: ['holdings', 'header'] });
    return checked(suite, row, text, false);
  }
  return {
    read,
    act: (row) => actOfRow(row, read(row)),
    wipe() {
      secretKey.fill(0);
      for (const key of sessions.values()) key.fill(0);
      sessions.clear();
    },
  };
}
