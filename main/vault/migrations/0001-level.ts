import type { Migration } from './types.ts';

/** From here on a vault says which migrations it has been through. Nothing else changes: stores made before it are as this program makes them. */
export const level: Migration = { number: 1, name: 'level' };
