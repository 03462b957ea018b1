import { createHash, createPrivateKey, createPublicKey, hash, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import nacl from 'tweetnacl';

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
  /** 24-byte nonce and secretbox under a 32-byte key. */
  seal(key: Uint8Array, plain: Uint8Array): Uint8Array;
  /** undefined when it does not open. */
  open(key: Uint8Array, sealed: Uint8Array): Uint8Array | undefined;
  boxKeys(): KeyPair;
  boxKeysOf(secretKey: Uint8Array): KeyPair;
  /** Secret key in tweetnacl's form: 32-byte seed and public key. */
  signKeysOf(seed: Uint8Array): KeyPair;
  /** Public key of the one-time pair, 24-byte nonce, box. */
  sealTo(publicKey: Uint8Array, plain: Uint8Array): Uint8Array;
  openFrom(secretKey: Uint8Array, sealed: Uint8Array): Uint8Array | undefined;
  sign(secretKey: Uint8Array, message: Uint8Array): Uint8Array;
  verify(publicKey: KeyObject, message: Uint8Array, signature: Uint8Array): boolean;
  /** Lower-case hex. */
  sha256(data: string | Uint8Array): string;
  hmac(key: Uint8Array, data: string | Uint8Array): Uint8Array;
  hkdf(key: Uint8Array, salt: string, info: string): Uint8Array;
}

const nonceBytes = nacl.secretbox.nonceLength;
// RFC 8410: the DER around a raw Ed25519 key is constant. Node signs sixty times faster than tweetnacl.
const privateDer = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicDer = Buffer.from('302a300506032b6570032100', 'hex');

/** A raw 32-byte Ed25519 key for `verify`. Throws when it is no such key. */
export function verifyingKey(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicDer, publicKey]), format: 'der', type: 'spki' });
}

/** tweetnacl's own generator is never used: every random byte comes from `random`. */
export function createSuite(random: Random): CryptoProvider {
  return {
    id: suiteId,
    random,
    seal(key, plain) {
      const nonce = random(nonceBytes);
      return Buffer.concat([nonce, nacl.secretbox(plain, nonce, key)]);
    },
    open(key, sealed) {
      if (sealed.length < nonceBytes) return undefined;
      return nacl.secretbox.open(sealed.subarray(nonceBytes), sealed.subarray(0, nonceBytes), key) ?? undefined;
    },
    boxKeys: () => nacl.box.keyPair.fromSecretKey(random(32)),
    boxKeysOf: (secretKey) => nacl.box.keyPair.fromSecretKey(secretKey),
    signKeysOf: (seed) => nacl.sign.keyPair.fromSeed(seed),
    sealTo(publicKey, plain) {
      const once = nacl.box.keyPair.fromSecretKey(random(32));
      const nonce = random(nonceBytes);
      const sealed = nacl.box(plain, nonce, publicKey, once.secretKey);
      once.secretKey.fill(0);
      return Buffer.concat([once.publicKey, nonce, sealed]);
    },
    openFrom(secretKey, sealed) {
      if (sealed.length < 32 + nonceBytes) return undefined;
      return nacl.box.open(sealed.subarray(32 + nonceBytes), sealed.subarray(32, 32 + nonceBytes), sealed.subarray(0, 32), secretKey) ?? undefined;
    },
    sign(secretKey, message) {
      const der = Buffer.concat([privateDer, secretKey.subarray(0, 32)]);
      try {
        return sign(null, message, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
      } finally {
        der.fill(0);
      }
    },
    verify: (publicKey, message, signature) => signature.length === 64 && verify(null, message, publicKey, signature),
    sha256: (data) => createHash('sha256').update(data).digest('hex'),
    hmac,
    hkdf: (key, salt, info) => new Uint8Array(hkdfSync('sha256', key, salt, info, 32)),
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
