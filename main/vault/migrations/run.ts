import type { NewAct } from '#app/journal/act.ts';
import type { Connection, ReadableDb } from '../db.ts';
import { VaultError } from '../errors.ts';
import { allPlaces, holdingCopyOf, nameOfPlace } from '../holdings.ts';
import type { State } from '../state.ts';
import { getMeta, putMeta } from '../store.ts';
import { levelOf } from './index.ts';
import type { Migration } from './types.ts';

const levelKey = 'level';

export const storedLevel = (registry: ReadableDb): number => Number(getMeta(registry, levelKey) ?? '0');
export const putLevel = (registry: Connection, all: readonly Migration[]): void => putMeta(registry, levelKey, String(levelOf(all)));

/** Throws `newer` for a vault that has been through more than this program knows, `outdated` for one that must be migrated first. */
export function requireLevel(registry: ReadableDb, all: readonly Migration[]): void {
  const level = storedLevel(registry);
  const ours = levelOf(all);
  if (level > ours) throw new VaultError('newer', 'registry.db', { stands: ['registry', 'journal', 'holdings', 'header'] });
  if (level < ours) throw new VaultError('outdated', 'registry.db', { stands: ['registry', 'journal', 'holdings', 'header'] });
}

/** Those that this vault has not been through. Throws `newer`. */
export function wanting(registry: ReadableDb, all: readonly Migration[]): readonly Migration[] {
  const level = storedLevel(registry);
  if (level > levelOf(all)) throw new VaultError('newer', 'registry.db', { stands: ['registry', 'journal', 'holdings', 'header'] });
  return all.filter(({ number }) => number > level);
}

export function migrateRegistry(registry: Connection, some: readonly Migration[]): void {
  registry.transaction(() => {
    for (const migration of some) migration.registry?.(registry);
  });
}

/** Every holding of the vault, by an officer who has the keys of all. Throws `forbidden` when the key of one is wanting. Answers the act to begin with. */
export function migrateHoldings(state: State, some: readonly Migration[], all: readonly Migration[], head: { seq: number }): NewAct {
  for (const place of allPlaces(state)) {
    const name = nameOfPlace(state, place);
    const db = name === undefined ? undefined : holdingCopyOf(state, state.folder, name);
    if (name === undefined || db === undefined) throw new VaultError('forbidden', 'holding');
    try {
      db.transaction(() => {
        for (const migration of some) migration.holding?.(db, name);
      });
    } finally {
      db.close();
    }
  }
  const from = storedLevel(state.registry);
  putLevel(state.registry, all);
  return { kind: 'vault.migrated', result: 'done', subject: null, open: { from, to: levelOf(all), names: some.map(({ name }) => name), seq: head.seq }, held: [] };
}
