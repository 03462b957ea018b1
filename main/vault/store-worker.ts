import { parentPort } from 'node:worker_threads';
import type Database from 'better-sqlite3-multiple-ciphers';
import { keysOf, perform, type StoreTask } from './store-tasks.ts';

interface Message {
  readonly task: StoreTask;
  /** URL of the store's module: this file may have been given as text, which finds no module by its name. */
  readonly module: string;
}

interface StoreModule { readonly default: typeof Database }

parentPort?.once('message', async ({ task, module }: Message) => {
  try {
    const { default: make }: StoreModule = await import(/* @vite-ignore */ module);
    parentPort?.postMessage('loaded');
    parentPort?.postMessage({ found: perform(make, task) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'EPROGRAM';
    parentPort?.postMessage({ failed: { code, message: String(error) } });
  } finally {
    for (const key of keysOf(task)) key.fill(0);
  }
});
