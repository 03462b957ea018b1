import { level } from './0001-level.ts';
import { waitingHashes } from './0002-waiting-hashes.ts';
import type { Migration } from './types.ts';

/** In their order: one file, one number, one test each. */
export const migrations: readonly Migration[] = [level, waitingHashes];

export const levelOf = (all: readonly Migration[]): number => all.at(-1)?.number ?? 0;
