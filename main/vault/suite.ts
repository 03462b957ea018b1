import { createHash, createPublicKey, hash, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import { boxKeyOf, boxNonceBytes, boxTagBytes, openBox, privateKeyOf, publicHalf, sealBox } from './box.ts';
import { Cabinet, secretBytes, secretCopy, secretMoved, type Secret } from './secrets.ts';

/** `length` random bytes, fresh each time. */
export type Random = (length: number) => Uint8Array;

export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

export const suiteId = 'grif-1';

/**
 * The algorithms of a vault behind one name (Art. 10 asks for certified tools: a Council may certify another suite).
 * `grif-1`: Argon2id, nacl.secretbox and nacl.box for keys, Ed25519, SHA-256, HMAC and HKDF with it,
 * AES-256-GCM frames, AEGIS-256 pages.
 */
export interface CryptoProvider {
  readonly id: typeof suiteId;
  readonly random: Random;
  /** Every secret that this suite has given out and that was not erased: keys, opened texts, halves of pairs. */
  readonly secrets: Pick<Cabinet, 'erase' | 'eraseAll' | 'size'>;
  /** A fresh key of 32 bytes. */
  freshKey(): Secret;
  /** A copy of its own, for who keeps a secret beyond its first holder. */
  copyOf(secret: Uint8Array): Secret;
  /** 24-byte nonce and secretbox under a 32-byte key. */
  seal(key: Uint8Array, plain: Uint8Array): Uint8Array;
  /** undefined when it does not open. */
  open(key: Uint8Array, sealed: Uint8Array): Secret | undefined;
  boxKeys(): KeyPair;
  boxKeysOf(secretKey: Uint8Array): KeyPair;
  /** Secret key in NaCl's form: 32-byte seed and public key. */
  signKeysOf(seed: Uint8Array): KeyPair;
  /** Public key of the one-time pair, 24-byte nonce, box. Throws a TypeError for a public key of small order. */
  sealTo(publicKey: Uint8Array, plain: Uint8Array): Uint8Array;
  openFrom(secretKey: Uint8Array, sealed: Uint8Array): Secret | undefined;
  sign(secretKey: Uint8Array, message: Uint8Array): Uint8Array;
  verify(publicKey: KeyObject, message: Uint8Array, signature: Uint8Array): boolean;
  /** Lower-case hex. */
  sha256(data: string | Uint8Array): string;
  hmac(key: Uint8Array, data: string | Uint8Array): Uint8Array;
  hkdf(key: Uint8Array, salt: string, info: string): Secret;
}

// RFC 8410: the DER around a raw Ed25519 key is constant.
const publicDer = Buffer.from('302a300506032b6570032100', 'hex');

/** A raw 32-byte Ed25519 key for `verify`. Throws when it is no such key. */
export function verifyingKey(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicDer, publicKey]), format: 'der', type: 'spki' });
}

/** Every random byte comes from `random`. */
export function createSuite(random: Random): CryptoProvider {
  const secrets = new Cabinet();
  const freshKey = (): Secret => secrets.keep(secretMoved(random(32)));
  const boxKeysOf = (secret: Uint8Array): KeyPair => ({ publicKey: publicHalf(privateKeyOf('x25519', secret)), secretKey: secrets.keep(secretCopy(secret)) });
  return {
    id: suiteId,
    random,
    secrets,
    freshKey,
    copyOf: (secret) => secrets.keep(secretCopy(secret)),
    seal(key, plain) {
      const sealed = new Uint8Array(boxNonceBytes + boxTagBytes + plain.length);
      sealed.set(random(boxNonceBytes));
      sealBox(key, sealed.subarray(0, boxNonceBytes), plain, sealed.subarray(boxNonceBytes));
      return sealed;
    },
    open(key, sealed) {
      if (sealed.length < boxNonceBytes) return undefined;
      const plain = openBox(key, sealed.subarray(0, boxNonceBytes), sealed.subarray(boxNonceBytes));
      return plain === undefined ? undefined : secrets.keep(plain);
    },
    boxKeys() {
      const secret = freshKey();
      const pair = boxKeysOf(secret);
      secrets.erase(secret);
      return pair;
    },
    boxKeysOf,
    signKeysOf(seed) {
      const publicKey = publicHalf(privateKeyOf('ed25519', seed));
      const secretKey = secrets.keep(secretBytes(64));
      secretKey.set(seed);
      secretKey.set(publicKey, 32);
      return { publicKey, secretKey };
    },
    sealTo(publicKey, plain) {
      const once = secretMoved(random(32));
      const key = boxKeyOf(once, publicKey);
      if (key === undefined) throw new TypeError('nothing is sealed to a key of small order');
      try {
        const sealed = new Uint8Array(32 + boxNonceBytes + boxTagBytes + plain.length);
        sealed.set(publicHalf(privateKeyOf('x25519', once)));
        sealed.set(random(boxNonceBytes), 32);
        sealBox(key, sealed.subarray(32, 32 + boxNonceBytes), plain, sealed.subarray(32 + boxNonceBytes));
        return sealed;
      } finally {
        secrets.erase(once, key);
      }
    },
    openFrom(secretKey, sealed) {
      if (sealed.length < 32 + boxNonceBytes) return undefined;
      const key = boxKeyOf(secretKey, sealed.subarray(0, 32));
      if (key === undefined) return undefined;
      const plain = openBox(key, sealed.subarray(32, 32 + boxNonceBytes), sealed.subarray(32 + boxNonceBytes));
      key.fill(0);
      return plain === undefined ? undefined : secrets.keep(plain);
    },
    sign: (secretKey, message) => sign(null, message, privateKeyOf('ed25519', secretKey)),
    verify: (publicKey, message, signature) => signature.length === 64 && verify(null, message, publicKey, signature),
    sha256: (data) => createHash('sha256').update(data).digest('hex'),
    hmac,
    hkdf: (key, salt, info) => secrets.keep(new Uint8Array(hkdfSync('sha256', key, salt, info, 32))),
  };
}

/**
 * HMAC-SHA-256 (RFC 2104) of a key of at most 64 bytes. Written over one-shot hashes, which take a sixth of the time that
 * `createHmac` needs for short data: the blind index makes a hundred a material.
 */
function hmac(key: Uint8Array, data: string | Uint8Array): Uint8Array {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const inner = Buffer.alloc(64 + bytes.length, 0x36);
  const outer = Buffer.alloc(96, 0x5c);
  inner.set(bytes, 64);
  for (let at = 0; at < key.length; at += 1) {
    inner[at] = (key[at] ?? 0) ^ 0x36;
    outer[at] = (key[at] ?? 0) ^ 0x5c;
  }
  outer.set(hash('sha256', inner, 'buffer'), 64);
  const mac = hash('sha256', outer, 'buffer');
  inner.fill(0);
  outer.fill(0);
  return mac;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 20 characters of 5 bits: the form of every id in the contract. */
export function freshId(random: Random): string {
  return Array.from(random(20), (byte) => alphabet[byte & 31]).join('');
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const unbase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
