import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../durable.ts';

/** A copy being migrated, and one that was verified: its name is what makes it so. */
export const migratingFolder = (folder: string): string => join(dirname(folder), `.migrating-${basename(folder)}`);
export const migratedFolder = (folder: string): string => join(dirname(folder), `.migrated-${basename(folder)}`);

/** A power cut between the two renames of a migration leaves no vault under its name, and a verified one beside it: gives it its name. */
export function settleMigration(folder: string): void {
  const ready = migratedFolder(folder);
  if (existsSync(folder) || !existsSync(ready)) return;
  renameSync(ready, folder);
  syncFolder(dirname(folder));
}
