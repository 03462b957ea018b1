import type { Role } from '#app/access/roles.ts';
import type { ReadableDb } from '../store.ts';

export interface StoredOfficer {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly state: 'active' | 'disabled';
  readonly since: string;
}

export function officersOf(registry: ReadableDb): readonly StoredOfficer[] {
  return registry.prepare<[], StoredOfficer>('SELECT id, login, name, role, state, since FROM officer ORDER BY login').all();
}

export function officerNames(registry: ReadableDb): ReadonlyMap<string, string> {
  return new Map(officersOf(registry).map(({ id, name }) => [id, name]));
}

/** Public signing key of an officer as the journal vouches for it, hex; empty for nobody. */
export const signKeyOf = (db: ReadableDb, officerId: string): string =>
  db.prepare<[string], { key: string }>('SELECT sign_public AS key FROM officer WHERE id = ?').get(officerId)?.key ?? '';
