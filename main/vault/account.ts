import { attemptsOf } from './attempts.ts';
import { VaultError } from './errors.ts';
import { loginKey, type Account, type Header } from './header.ts';
import { deriveKey } from './kdf.ts';
import { openKeyring, type Keyring } from './keyring.ts';
import type { VaultClock } from './state.ts';
import { unbase64, type CryptoProvider } from './suite.ts';

/** What an officer proves an account with. */
export interface Proof {
  readonly login: string;
  readonly passphrase: string;
}

export interface Doorway {
  readonly suite: CryptoProvider;
  readonly folder: string;
  readonly clock: VaultClock;
  readonly workstation: string;
}

/** Throws `noSuchOfficer`. */
export function accountOf(header: Header, login: string): Account {
  const account = header.accounts.find((one) => loginKey(one.login) === loginKey(login));
  if (account === undefined) throw new VaultError('noSuchOfficer', login);
  return account;
}

/** The secret keys of an account. Counts a wrong passphrase; the caller wipes the keys. Throws `tooSoon`, `wrongPassphrase`, both with `retryAt`. */
export async function openAccount({ suite, folder, clock, workstation }: Doorway, account: Account, passphrase: string): Promise<Keyring> {
  const attempts = attemptsOf(folder);
  attempts.check(account.login, clock.now());
  const key = await deriveKey(passphrase, unbase64(account.kdf.salt), account.kdf);
  const keys = openKeyring(suite, key, account);
  key.fill(0);
  if (keys !== undefined) return keys;
  const retryAt = attempts.failed(account.login, clock.now(), workstation);
  throw new VaultError('wrongPassphrase', account.login, { retryAt });
}
