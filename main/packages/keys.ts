import { createHash, createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import { boxKeyOf, boxNonceBytes, boxTagBytes, openBox, privateKeyOf, publicHalf, sealBox } from '#main/vault/box.ts';
import { secretMoved } from '#main/vault/secrets.ts';
import { hex, unhex } from '#main/vault/suite.ts';

/** A body's nacl.box pair: 32 bytes each. */
export interface BoxKeys {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** A body's nacl.sign pair: public 32 bytes, secret 64 (seed and public key). */
export interface SignKeys {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** The content key sealed to one addressee key; all lower-case hex. */
export interface SealedKey {
  readonly fingerprint: string;
  readonly ephemeral: string;
  readonly nonce: string;
  readonly sealed: string;
}

/** SHA-256 of a public key: what the two persons compare when a body's card is made. */
export function fingerprintOf(publicKey: Uint8Array): Buffer {
  return createHash('sha256').update(publicKey).digest();
}

/** Seals the content key with a key pair made for this once, so that the sender's own key is not needed to open. */
export function sealKey(contentKey: Uint8Array, addressee: Uint8Array): SealedKey {
  const secret = secretMoved(randomBytes(32));
  const key = boxKeyOf(secret, addressee);
  if (key === undefined) throw new TypeError('nothing is sealed to a key of small order');
  const ephemeral = publicHalf(privateKeyOf('x25519', secret));
  const nonce = randomBytes(boxNonceBytes);
  const sealed = new Uint8Array(boxTagBytes + contentKey.length);
  sealBox(key, nonce, contentKey, sealed);
  secret.fill(0);
  key.fill(0);
  return { fingerprint: fingerprintOf(addressee).toString('hex'), ephemeral: hex(ephemeral), nonce: hex(nonce), sealed: hex(sealed) };
}

/** The content key, or undefined when the sealing does not open with these keys. The caller wipes it. */
export function openKey(sealedKey: SealedKey, keys: BoxKeys): Uint8Array | undefined {
  const key = boxKeyOf(keys.secretKey, unhex(sealedKey.ephemeral));
  const opened = key === undefined ? undefined : openBox(key, unhex(sealedKey.nonce), unhex(sealedKey.sealed));
  key?.fill(0);
  return opened;
}

// RFC 8410: the DER around a raw Ed25519 key is constant.
const publicDer = Buffer.from('302a300506032b6570032100', 'hex');

export function signDetached(message: Uint8Array, keys: SignKeys): Buffer {
  return sign(null, message, privateKeyOf('ed25519', keys.secretKey));
}

export function verifyDetached(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([publicDer, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}
