import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import nacl from 'tweetnacl';
import { secretBytes, type Secret } from './secrets.ts';

/**
 * nacl.secretbox and nacl.box (XSalsa20-Poly1305, X25519) that leave nothing behind: tweetnacl's own copy the secret key, the
 * plaintext and the key stream into arrays that nobody can wipe. Here each step works in memory that is wiped with it; Poly1305 is
 * tweetnacl's still, since the key that it sees serves once and opens nothing.
 */
export const boxNonceBytes = 24;
export const boxTagBytes = 16;

interface LowLevel {
  crypto_onetimeauth(out: Uint8Array, at: number, message: Uint8Array, from: number, length: number, key: Uint8Array): void;
  crypto_onetimeauth_verify(tag: Uint8Array, at: number, message: Uint8Array, from: number, length: number, key: Uint8Array): 0 | -1;
}
const { lowlevel } = nacl as typeof nacl & { readonly lowlevel: LowLevel };

// RFC 8410: the DER around a raw key is constant.
const privateDer = { x25519: Buffer.from('302e020100300506032b656e04220420', 'hex'), ed25519: Buffer.from('302e020100300506032b657004220420', 'hex') };
const zeros = new Uint8Array(16);
const publicX25519 = Buffer.from('302a300506032b656e032100', 'hex');

/** A raw 32-byte secret key as OpenSSL takes it: OpenSSL wipes its copy when the object is collected (`forget.ts`). */
export function privateKeyOf(kind: keyof typeof privateDer, secret: Uint8Array): KeyObject {
  const der = secretBytes(48);
  der.set(privateDer[kind]);
  der.set(secret.subarray(0, 32), 16);
  try {
    return createPrivateKey({ key: Buffer.from(der.buffer), format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

/** The raw public half of it. */
export const publicHalf = (key: KeyObject): Uint8Array => new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));

/** The key of nacl.box between a secret and a public key; undefined for a public key of small order. The caller wipes it. */
export function boxKeyOf(secretKey: Uint8Array, publicKey: Uint8Array): Secret | undefined {
  let shared: Buffer;
  try {
    shared = diffieHellman({ privateKey: privateKeyOf('x25519', secretKey), publicKey: createPublicKey({ key: Buffer.concat([publicX25519, publicKey]), format: 'der', type: 'spki' }) });
  } catch {
    return undefined;
  }
  const key = secretBytes(32);
  hsalsa20(shared, zeros, key);
  shared.fill(0);
  rest();
  return key;
}

// Working memory, wiped after each use. This is one thread, and nothing here waits.
const input = new Uint32Array(new ArrayBuffer(64));
const state = new Uint32Array(new ArrayBuffer(64));
const inputBytes = new Uint8Array(input.buffer);
const stream = new Uint8Array(state.buffer);
const subkey = secretBytes(32);
const macKey = secretBytes(32);

function rest(): void {
  for (const one of [inputBytes, stream, subkey, macKey]) one.fill(0);
}

/** `expand 32-byte k`, at words 0, 5, 10 and 15. */
const constant = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

function setUp(key: Uint8Array, last16: Uint8Array): void {
  for (const [n, word] of constant.entries()) input[n * 5] = word;
  inputBytes.set(key.subarray(0, 16), 4);
  inputBytes.set(last16, 24);
  inputBytes.set(key.subarray(16, 32), 44);
}

/** Adds two words of the state, turned, to a third: a quarter of Salsa20's mixing. */
function turn(to: number, a: number, b: number, by: number): void {
  const sum = (state[a] ?? 0) + (state[b] ?? 0);
  state[to] = (state[to] ?? 0) ^ ((sum << by) | ((sum | 0) >>> (32 - by)));
}

function mix(a: number, b: number, c: number, d: number): void {
  turn(b, a, d, 7);
  turn(c, b, a, 9);
  turn(d, c, b, 13);
  turn(a, d, c, 18);
}

function rounds(): void {
  state.set(input);
  for (let round = 0; round < 20; round += 2) {
    mix(0, 4, 8, 12);
    mix(5, 9, 13, 1);
    mix(10, 14, 2, 6);
    mix(15, 3, 7, 11);
    mix(0, 1, 2, 3);
    mix(5, 6, 7, 4);
    mix(10, 11, 8, 9);
    mix(15, 12, 13, 14);
  }
}

function hsalsa20(key: Uint8Array, nonce16: Uint8Array, into: Secret): void {
  setUp(key, nonce16);
  rounds();
  into.set(stream.subarray(24, 40), 16);
  for (let word = 0; word < 4; word += 1) into.set(stream.subarray(word * 20, word * 20 + 4), word * 4);
}

/** The next 64 bytes of key stream. */
function nextBlock(): void {
  rounds();
  for (let word = 0; word < 16; word += 1) state[word] = (state[word] ?? 0) + (input[word] ?? 0);
  input[8] = (input[8] ?? 0) + 1;
  if (input[8] === 0) input[9] = (input[9] ?? 0) + 1;
}

/** Begins the stream of a key and nonce: the first 32 bytes of it are the key of Poly1305. */
function begin(key: Uint8Array, nonce: Uint8Array): void {
  hsalsa20(key, nonce.subarray(0, 16), subkey);
  setUp(subkey, zeros);
  inputBytes.set(nonce.subarray(16, 24), 24);
  nextBlock();
  macKey.set(stream.subarray(0, 32));
}

/** `to` receives `from` under the stream, from its 33rd byte on. */
function apply(from: Uint8Array, to: Uint8Array): void {
  for (let at = 0, place = 32; at < from.length; at += 1, place += 1) {
    if (place === 64) {
      nextBlock();
      place = 0;
    }
    to[at] = (from[at] ?? 0) ^ (stream[place] ?? 0);
  }
}

function checkLengths(key: Uint8Array, nonce: Uint8Array): void {
  if (key.length !== 32 || nonce.length !== boxNonceBytes) throw new TypeError('a box has a key of 32 and a nonce of 24 bytes');
}

/** Writes tag and ciphertext into `box`, 16 bytes longer than `plain`. */
export function sealBox(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, box: Uint8Array): void {
  checkLengths(key, nonce);
  try {
    begin(key, nonce);
    apply(plain, box.subarray(boxTagBytes));
    lowlevel.crypto_onetimeauth(box, 0, box, boxTagBytes, plain.length, macKey);
  } finally {
    rest();
  }
}

/** undefined when it does not open. The caller wipes it. */
export function openBox(key: Uint8Array, nonce: Uint8Array, box: Uint8Array): Secret | undefined {
  checkLengths(key, nonce);
  if (box.length < boxTagBytes) return undefined;
  try {
    begin(key, nonce);
    if (lowlevel.crypto_onetimeauth_verify(box, 0, box, boxTagBytes, box.length - boxTagBytes, macKey) !== 0) return undefined;
    const plain = secretBytes(box.length - boxTagBytes);
    apply(box.subarray(boxTagBytes), plain);
    return plain;
  } finally {
    rest();
  }
}
