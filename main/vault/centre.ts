import { hex, type CryptoProvider, type KeyPair } from './suite.ts';

/** The Centre's own keys for sealed packages: one pair opens what is sealed to the Centre, the other signs what it sends. */
export interface Centre {
  /** Lower-case hex; what the bodies enter in their directories. */
  readonly publicKeys: { readonly box: string; readonly sign: string };
  /** nacl.box pair. */
  readonly box: KeyPair;
  /** nacl.sign pair; the secret key is 64 bytes, seed and public key. */
  readonly sign: KeyPair;
}

/**
 * Derives the Centre's pairs from a secret of the vault. It must be one that content roles hold and the security officer
 * does not: who has it can read what is sealed to the Centre. 32 bytes; the caller wipes it. The same seed gives the same
 * keys, so that the bodies' directories stay right for the life of the vault. They are zeros after the lock.
 */
export function centreOf(suite: CryptoProvider, seed: Uint8Array, vaultId: string): Centre {
  if (seed.length !== 32) throw new TypeError('a seed has 32 bytes');
  const [boxSecret, signSeed] = [suite.hkdf(seed, vaultId, 'grif-1/centre/box'), suite.hkdf(seed, vaultId, 'grif-1/centre/sign')];
  const [box, sign] = [suite.boxKeysOf(boxSecret), suite.signKeysOf(signSeed)];
  suite.secrets.erase(boxSecret, signSeed);
  return { publicKeys: { box: hex(box.publicKey), sign: hex(sign.publicKey) }, box, sign };
}
