import type { HouseHandler } from '../../context.ts';
import { keyFolders } from '../../media/key-folders.ts';
import { no } from '../../refused.ts';
import { inspectVault } from '../../vault/header-copies.ts';
import { migrateVault, VaultError } from '../../vault/vault.ts';

/** A vault of an earlier form, brought to this program's on a verified copy (Art. 11). By an officer who has the keys of all holdings. */
export const migrate: HouseHandler<'vault.migrate'> = async ({ jobId, login, passphrase, keyFolder }, { session, machine, clock, jobs }) => {
  if (session.vault() !== undefined) no('session.mustLock');
  const folder = session.folder();
  if (inspectVault(folder) === undefined) no('vault.missing', { place: folder });
  const where = await keyFolders(keyFolder);
  return jobs.run(jobId, ({ signal, progress }) => migrateVault(folder, {
    login, passphrase, keyFolders: where, clock, workstation: machine.workstation, random: machine.random, signal, onProgress: (stage, done, of) => progress(stage, done, of),
  }).catch((error: unknown) => {
    if (error instanceof VaultError && error.code === 'forbidden') no('vault.notAllKeys', { login });
    throw error;
  }));
};
