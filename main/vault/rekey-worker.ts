import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type Database from 'better-sqlite3-multiple-ciphers';
import { copyUnderNextKey, type CopyTask } from './rekey-copy.ts';

interface Message extends CopyTask {
  /** A file beside which the store's module is found: this one may have been given as text. */
  readonly beside: string;
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'beside' in value && typeof value.beside === 'string' && 'source' in value && 'target' in value
  && 'present' in value && value.present instanceof Uint8Array && 'next' in value && value.next instanceof Uint8Array;

parentPort?.once('message', (message: unknown) => {
  if (!isMessage(message)) throw new TypeError('no task of encrypting anew');
  try {
    const make = createRequire(message.beside)('better-sqlite3-multiple-ciphers') as typeof Database;
    parentPort?.postMessage('loaded');
    copyUnderNextKey(make, message);
    parentPort?.postMessage('copied');
  } finally {
    message.present.fill(0);
    message.next.fill(0);
  }
});
