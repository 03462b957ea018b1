import { attemptsOf } from './attempts.ts';
import { VaultError } from './errors.ts';
import { loginKey, type Account, type Header } from './header.ts';
import { deriveKey, type KdfParameters } from './kdf.ts';
import { findKeyFile } from './key-file.ts';
import { openKeyring, type Keyring } from './keyring.ts';
import { secretBytes } from './secrets.ts';
import type { VaultClock } from './state.ts';
import { unbase64, type CryptoProvider } from './suite.ts';

/** What an officer proves an account with. */
export interface Proof {
  readonly login: string;
  readonly passphrase: string;
  /** Where the account's key file may lie, if it wants one. */
  readonly keyFolders?: readonly string[] | undefined;
}

/** What besides the passphrase enters the key under which an account is sealed, and of which vault it is. */
export interface Sealing {
  readonly suite: CryptoProvider;
  readonly vaultId: string;
}

/**
 * The key of an account, 32 bytes: Argon2id of the passphrase, and with a key file HKDF of both, so that neither alone opens anything.
 * The caller wipes it.
 */
export async function accountKey({ suite, vaultId }: Sealing, passphrase: string, salt: Uint8Array, kdf: KdfParameters, keyFile: Uint8Array | undefined): Promise<Uint8Array> {
  const key = await deriveKey(passphrase, salt, kdf);
  if (keyFile === undefined) return key;
  const both = secretBytes(64);
  both.set(key);
  both.set(keyFile, 32);
  key.fill(0);
  try {
    return suite.hkdf(both, vaultId, 'grif-1/keyfile');
  } finally {
    both.fill(0);
  }
}

export interface Doorway {
  readonly suite: CryptoProvider;
  readonly vaultId: string;
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

/**
 * The secret keys of an account. Counts a wrong passphrase, and nothing else as one: a key file is looked for before any passphrase is tried.
 * The caller wipes the keys. Throws `tooSoon`, `wrongPassphrase`, both with `retryAt`, and what finding a key file throws.
 */
export async function openAccount({ suite, vaultId, folder, clock, workstation }: Doorway, account: Account, { passphrase, keyFolders = [] }: Omit<Proof, 'login'>): Promise<Keyring> {
  const attempts = attemptsOf(folder);
  attempts.check(account.login, clock.now());
  const file = account.keyFile === null ? undefined : findKeyFile(suite, vaultId, { id: account.keyFile, login: account.login }, keyFolders);
  try {
    const key = await accountKey({ suite, vaultId }, passphrase, unbase64(account.kdf.salt), account.kdf, file?.key);
    const keys = openKeyring(suite, key, account);
    suite.secrets.erase(key);
    if (keys !== undefined) return keys;
  } finally {
    if (file !== undefined) suite.secrets.erase(file.key);
  }
  const retryAt = attempts.failed(account.login, clock.now(), workstation);
  throw new VaultError('wrongPassphrase', account.login, { retryAt });
}
