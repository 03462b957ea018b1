import { level } from './0001-level.ts';
import type { Migration } from './types.ts';

/** In their order: one file, one number, one test each. */
export const migrations: readonly Migration[] = [level];

export const levelOf = (all: readonly Migration[]): number => all.at(-1)?.number ?? 0;
