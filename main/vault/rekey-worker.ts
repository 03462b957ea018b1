import { parentPort } from 'node:worker_threads';
import type Database from 'better-sqlite3-multiple-ciphers';
import { copyUnderNextKey, type CopyTask } from './rekey-copy.ts';

interface Message extends CopyTask {
  /** URL of the store's module: this file may have been given as text, which finds no module by its name. */
  readonly module: string;
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'module' in value && typeof value.module === 'string' && 'source' in value && 'target' in value
  && 'present' in value && value.present instanceof Uint8Array && 'next' in value && value.next instanceof Uint8Array;

interface StoreModule { readonly default: typeof Database }

parentPort?.once('message', async (message: unknown) => {
  if (!isMessage(message)) throw new TypeError('no task of encrypting anew');
  try {
    const { default: make }: StoreModule = await import(/* @vite-ignore */ message.module);
    parentPort?.postMessage('loaded');
    copyUnderNextKey(make, message);
    parentPort?.postMessage('copied');
  } finally {
    message.present.fill(0);
    message.next.fill(0);
  }
});
