import type Database from 'better-sqlite3-multiple-ciphers';
import { copyUnderNextKey, type CopyTask } from './rekey-copy.ts';
import { checkPages, type CheckTask } from './store-check.ts';

/** What is done to a whole store at once. */
export type StoreTask = ({ readonly do: 'copy' } & CopyTask) | ({ readonly do: 'check' } & CheckTask);

export const keysOf = (task: StoreTask): readonly Uint8Array[] => (task.do === 'copy' ? [task.present, task.next] : [task.key]);

/** What was found to be wrong, by a check; undefined otherwise. */
export function perform(make: typeof Database, task: StoreTask): string | undefined {
  if (task.do === 'check') return checkPages(make, task);
  copyUnderNextKey(make, task);
  return undefined;
}
