import { secondsBetween } from '../../clock.ts';
import type { HouseHandler } from '../../context.ts';
import { inspectVault } from '../../vault/header-copies.ts';
import { unlockVault, VaultError } from '../../vault/vault.ts';
import { keyFolders } from '../../media/key-folders.ts';
import { no } from '../../refused.ts';
import { rekeyInBackground } from '../access/rekey.ts';
import { voidInterrupted } from '../exchange/numbers.ts';

/** Opens the chosen vault with an officer's passphrase (Art. 10). A wrong passphrase is told from every other trouble. */
export const unlock: HouseHandler<'session.unlock'> = async ({ login, passphrase, keyFolder, toRead, olderHeader }, house) => {
  const { session, machine, clock } = house;
  if (session.vault() !== undefined) no('session.mustLock');
  const folder = session.folder();
  if (inspectVault(folder) === undefined) no('vault.missing', { place: folder });
  const vault = await unlockVault(folder, { login, passphrase, keyFolders: await keyFolders(keyFolder), clock, workstation: machine.workstation, random: machine.random, toRead, olderHeader, kdf: machine.kdf }).catch((error: unknown) => {
    if (error instanceof VaultError && error.code === 'tooSoon' && error.retryAt !== undefined) {
      no('session.tooSoon', { seconds: secondsBetween(clock.now(), error.retryAt), retryAt: error.retryAt });
    }
    throw error;
  });
  session.opened(vault);
  if (vault.reading === undefined) {
    const context = { ...house, vault };
    voidInterrupted(context);
    rekeyInBackground(context);
  }
  return { officer: vault.identity.officer };
};

export const lock: HouseHandler<'session.lock'> = (_, { session }) => {
  session.lock();
  return {};
};

export const touch: HouseHandler<'session.touch'> = (_, { session }) => {
  session.touch();
  return {};
};
