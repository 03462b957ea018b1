import { closeSync, fsyncSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';

export interface CopyTask {
  /** The store as it is, opened elsewhere as well. */
  readonly source: string;
  /** A path where nothing is. */
  readonly target: string;
  /** 32 bytes each. */
  readonly present: Uint8Array;
  readonly next: Uint8Array;
}

function open(make: typeof Database, path: string, key: Uint8Array): Database {
  const raw = new make(path, { fileMustExist: true });
  const spoken = spokenKey(key);
  try {
    raw.pragma("cipher='aegis'");
    raw.pragma('algorithm=4');
    raw.key(spoken);
    raw.pragma('temp_store=2');
    raw.pragma('synchronous=FULL');
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  } finally {
    spoken.fill(0);
  }
}

const spokenKey = (key: Uint8Array): Buffer => Buffer.concat([Buffer.from('raw:'), key]);

/**
 * Writes what the store holds at this moment into a new file under another key, and reads every page of it back
 * (authenticated pages: what opens is what was written). The source is only read. Blocks until done.
 */
export function copyUnderNextKey(make: typeof Database, { source, target, present, next }: CopyTask): void {
  const from = open(make, source, present);
  try {
    from.prepare('VACUUM INTO ?').run(target);
  } finally {
    from.close();
  }
  const copy = open(make, target, present);
  const spoken = spokenKey(next);
  try {
    copy.rekey(spoken);
  } finally {
    spoken.fill(0);
    copy.close();
  }
  const proof = open(make, target, next);
  try {
    proof.pragma('journal_mode=WAL');
    if (proof.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the copy does not hold together');
    proof.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    proof.close();
  }
  const fd = openSync(target, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
