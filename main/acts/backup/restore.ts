import type { HouseHandler } from '../../context.ts';
import { keyFolders } from '../../media/key-folders.ts';
import { no } from '../../refused.ts';
import { inspectVault } from '../../vault/header-copies.ts';
import { VaultError } from '../../vault/errors.ts';
import { lookAtMedium, restoreVault } from '../../vault/vault.ts';
import { asOfSecond } from '../../second.ts';
import { onItsMedium } from './trouble.ts';

export const lookAt: HouseHandler<'backup.look'> = ({ folder }) => onItsMedium(() => {
  const { number, generations } = lookAtMedium(folder);
  if (generations.length === 0) no('backup.none', { folder });
  return { number, generations: generations.map(({ generation, at, bytes, logins, keyFileLogins, trouble }) => ({ generation, at, bytes, logins: [...logins], keyFileLogins: [...keyFileLogins], trouble })) };
});

/** Two officers put a vault back where there is none (Art. 12). The vault's first act says so; it is opened afterwards, as every day. */
export const restore: HouseHandler<'backup.restore'> = async ({ jobId, folder, generation, login, passphrase, keyFolder, second }, { session, machine, clock, jobs }) => {
  if (session.vault() !== undefined) no('session.mustLock');
  const place = session.folder();
  if (inspectVault(place) !== undefined) no('vault.exists', { place });
  const newer = lookAtMedium(folder).generations.findLast((one) => one.generation > generation && one.trouble === null)?.generation ?? null;
  const [own, others] = await Promise.all([keyFolders(keyFolder), keyFolders(second.keyFolder)]);
  return jobs.run(jobId, ({ signal, progress }) => onItsMedium(async () => {
    try {
      const { at, head } = await restoreVault(place, {
        medium: folder, generation, first: { login, passphrase, keyFolders: own }, second: { ...second, keyFolders: others }, clock, workstation: machine.workstation, random: machine.random, signal,
        onProgress: (stage, done, of) => progress(stage, done, of),
      });
      return { generation, at, head, newer };
    } catch (error) {
      throw asOfSecond(asOfFirst(error), second.login, clock);
    }
  }));
};

function asOfFirst(error: unknown): unknown {
  if (error instanceof VaultError && error.code === 'forbidden' && error.place === 'first') no('backup.notEntitled', { place: 'medium' });
  return error;
}

