import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import nacl from 'tweetnacl';

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
  const ephemeral = nacl.box.keyPair();
  const nonce = nacl.randomBytes(nacl.box.nonceLength);
  const sealed = nacl.box(contentKey, nonce, addressee, ephemeral.secretKey);
  ephemeral.secretKey.fill(0);
  return {
    fingerprint: fingerprintOf(addressee).toString('hex'),
    ephemeral: Buffer.from(ephemeral.publicKey).toString('hex'),
    nonce: Buffer.from(nonce).toString('hex'),
    sealed: Buffer.from(sealed).toString('hex'),
  };
}

/** The content key, or null when the sealing does not open with these keys. */
export function openKey(sealedKey: SealedKey, keys: BoxKeys): Uint8Array | null {
  return nacl.box.open(unhex(sealedKey.sealed), unhex(sealedKey.nonce), unhex(sealedKey.ephemeral), keys.secretKey);
}

function unhex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

// RFC 8410: the DER around a raw Ed25519 key is constant. Node signs sixty times faster than tweetnacl.
const privateDer = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicDer = Buffer.from('302a300506032b6570032100', 'hex');

export function signDetached(message: Uint8Array, keys: SignKeys): Buffer {
  const der = Buffer.concat([privateDer, keys.secretKey.subarray(0, 32)]);
  try {
    return sign(null, message, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  } finally {
    der.fill(0);
  }
}

export function verifyDetached(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([publicDer, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}
