import { VaultError } from './errors.ts';
import type { Account } from './header.ts';
import { secretBytes } from './secrets.ts';
import { base64, hex, unbase64, type CryptoProvider, type KeyPair } from './suite.ts';

/** The secret keys of one officer, in memory while the vault is open. */
export interface Keyring {
  readonly box: KeyPair;
  readonly sign: KeyPair;
  /** Of registry.db. */
  readonly registry: Uint8Array;
}

export function wipe(keys: Keyring): void {
  for (const secret of [keys.box.secretKey, keys.sign.secretKey, keys.registry]) secret.fill(0);
}

export function freshPairs(suite: CryptoProvider): { box: KeyPair; sign: KeyPair } {
  const seed = suite.freshKey();
  const sign = suite.signKeysOf(seed);
  suite.secrets.erase(seed);
  return { box: suite.boxKeys(), sign };
}

/** Box secret and signing seed under the passphrase's key. */
export function sealPairs(suite: CryptoProvider, passphraseKey: Uint8Array, { box, sign }: { box: KeyPair; sign: KeyPair }): string {
  const plain = secretBytes(64);
  plain.set(box.secretKey);
  plain.set(sign.secretKey.subarray(0, 32), 32);
  try {
    return base64(suite.seal(passphraseKey, plain));
  } finally {
    plain.fill(0);
  }
}

/** undefined when the passphrase is another one. Throws `damaged` when the keys are not those of the account. */
export function openKeyring(suite: CryptoProvider, passphraseKey: Uint8Array, account: Account): Keyring | undefined {
  const plain = suite.open(passphraseKey, unbase64(account.sealedKeys));
  if (plain === undefined) return undefined;
  const box = suite.boxKeysOf(plain.subarray(0, 32));
  const sign = suite.signKeysOf(plain.subarray(32, 64));
  suite.secrets.erase(plain);
  const registry = suite.openFrom(box.secretKey, unbase64(account.registryKey));
  if (registry === undefined || hex(box.publicKey) !== account.boxPublic || hex(sign.publicKey) !== account.signPublic) {
    throw new VaultError('damaged', `vault.json account ${account.login}`, { stands: ['registry', 'holdings'] });
  }
  return { box, sign, registry };
}
