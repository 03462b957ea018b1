import { migrateVault, type Migrated } from '../vault.ts';
import { director, type Trial } from '../vault.fixture.ts';
import type { MigrateOptions } from './migrate.ts';
import type { Migration } from './types.ts';

export const migrate = (t: Trial, migrations: readonly Migration[], more: Partial<MigrateOptions> = {}): Promise<Migrated> => migrateVault(t.folder, {
  ...t.surroundings, ...director, migrations, signal: new AbortController().signal, onProgress: () => undefined, ...more,
});
