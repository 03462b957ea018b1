import { closeSync, fsyncSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { openKeyed, rekeyTo } from './keyed.ts';

export interface CopyTask {
  /** The store as it is, opened elsewhere as well. */
  readonly source: string;
  /** A path where nothing is. */
  readonly target: string;
  /** 32 bytes each. */
  readonly present: Uint8Array;
  readonly next: Uint8Array;
}

const open = (make: typeof Database, path: string, key: Uint8Array): Database =>
  openKeyed(make, path, key, { fileMustExist: true }, (raw) => { raw.pragma('synchronous=FULL'); });

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
  try {
    rekeyTo(copy, next);
  } finally {
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
