import { createHmac, randomBytes } from 'node:crypto';
import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { createSuite, freshId, unhex, verifyingKey } from './suite.ts';

const suite = createSuite(randomBytes);
const message = Buffer.from('вымышленное сообщение');

describe('the suite grif-1', () => {
  it('makes the same message authentication codes as RFC 2104 and RFC 4231 have them', () => {
    // RFC 4231, test cases 1 and 2.
    expect(Buffer.from(suite.hmac(new Uint8Array(20).fill(0x0b), 'Hi There')).toString('hex')).toBe('b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7');
    expect(Buffer.from(suite.hmac(Buffer.from('Jefe'), 'what do ya want for nothing?')).toString('hex')).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    const key = randomBytes(32);
    for (const length of [0, 1, 31, 55, 56, 64, 1000]) {
      const data = randomBytes(length);
      expect(Buffer.from(suite.hmac(key, data))).toEqual(createHmac('sha256', key).update(data).digest());
    }
  });

  it('signs natively what tweetnacl verifies, and the other way round', () => {
    const keys = suite.signKeysOf(suite.random(32));
    const signature = suite.sign(keys.secretKey, message);
    expect(nacl.sign.detached.verify(message, signature, keys.publicKey)).toBe(true);
    expect(suite.verify(verifyingKey(keys.publicKey), message, nacl.sign.detached(message, keys.secretKey))).toBe(true);
    expect(suite.verify(verifyingKey(keys.publicKey), Buffer.from('другое'), signature)).toBe(false);
    expect(suite.verify(verifyingKey(keys.publicKey), message, signature.subarray(1))).toBe(false);
    // RFC 8032, test 1.
    const known = suite.signKeysOf(unhex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'));
    expect(Buffer.from(suite.sign(known.secretKey, new Uint8Array())).toString('hex')).toMatch(/^e5564300c360ac729086e2cc806e828a/);
  });

  it('opens nothing that was sealed by another key, altered or cut', () => {
    const key = suite.random(32);
    const pair = suite.boxKeys();
    for (const [sealed, open] of [
      [suite.seal(key, message), (bytes: Uint8Array) => suite.open(key, bytes)],
      [suite.sealTo(pair.publicKey, message), (bytes: Uint8Array) => suite.openFrom(pair.secretKey, bytes)],
    ] as const) {
      expect(Buffer.from(open(sealed) ?? []).equals(message)).toBe(true);
      for (let at = 0; at < sealed.length; at += 1) expect(open(sealed.with(at, (sealed[at] ?? 0) ^ 1))).toBeUndefined();
      for (const length of [0, 10, 32, 60, sealed.length - 1]) expect(open(sealed.subarray(0, length))).toBeUndefined();
    }
    expect(suite.open(suite.random(32), suite.seal(key, message))).toBeUndefined();
    expect(suite.openFrom(suite.boxKeys().secretKey, suite.sealTo(pair.publicKey, message))).toBeUndefined();
  });

  it('seals and opens, byte for byte, what NaCl does, of every length about a block', () => {
    const key = suite.random(32);
    const other = nacl.box.keyPair();
    for (const length of [0, 1, 31, 32, 33, 63, 64, 95, 96, 97, 1000, 20_000]) {
      const plain = randomBytes(length);
      const sealed = suite.seal(key, plain);
      expect(Buffer.from(nacl.secretbox(plain, sealed.subarray(0, 24), key)).equals(sealed.subarray(24))).toBe(true);
      const boxed = suite.sealTo(other.publicKey, plain);
      expect(Buffer.from(nacl.box.open(boxed.subarray(56), boxed.subarray(32, 56), boxed.subarray(0, 32), other.secretKey) ?? []).equals(plain)).toBe(true);
    }
    expect(suite.boxKeysOf(other.secretKey).publicKey).toEqual(other.publicKey);
    expect(suite.signKeysOf(other.secretKey).secretKey).toEqual(nacl.sign.keyPair.fromSeed(other.secretKey).secretKey);
  });

  it('seals nothing to a public key of small order, and opens nothing from one', () => {
    for (const small of [new Uint8Array(32), new Uint8Array(32).fill(1, 0, 1)]) {
      expect(() => suite.sealTo(small, message)).toThrow(TypeError);
      expect(suite.openFrom(suite.boxKeys().secretKey, Buffer.concat([small, randomBytes(80)]))).toBeUndefined();
    }
  });

  it('takes its chance from the source that it was given', () => {
    let calls = 0;
    const counted = createSuite((length) => {
      calls += 1;
      return new Uint8Array(length).fill(calls);
    });
    expect(freshId(counted.random)).toBe('b'.repeat(20));
    expect(counted.seal(new Uint8Array(32), message)).toEqual(createSuite((length) => new Uint8Array(length).fill(2)).seal(new Uint8Array(32), message));
    counted.boxKeys();
    counted.sealTo(counted.boxKeys().publicKey, message);
    expect(calls).toBe(6);
  });
});

describe('the keyed hash of the suite', () => {
  it('is HMAC-SHA-256 for every key and text that the vault uses', () => {
    for (const keyBytes of [1, 20, 32, 63, 64]) {
      for (const length of [0, 1, 55, 56, 64, 1000]) {
        const [key, data] = [randomBytes(keyBytes), randomBytes(length)];
        expect(Buffer.from(suite.hmac(key, data)).toString('hex')).toBe(createHmac('sha256', key).update(data).digest('hex'));
      }
    }
    expect(Buffer.from(suite.hmac(Buffer.from('Jefe'), 'what do ya want for nothing?')).toString('hex')).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  });
});
