import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { centreOf } from './centre.ts';
import { fingerprint } from './fingerprint.ts';
import { createSuite } from './suite.ts';

it('is five groups of four digits, another for each key and for their order', () => {
  const [a, b] = ['11'.repeat(32), '22'.repeat(32)];
  expect(fingerprint({ box: a, sign: b })).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
  expect(new Set([[a, b], [b, a], [a, a]].map(([box = '', sign = '']) => fingerprint({ box, sign }))).size).toBe(3);
});

it('gives a vault the same keys from the same seed, and other ones to another vault; wiped, they are gone', () => {
  const suite = createSuite(randomBytes);
  const seed = new Uint8Array(32).fill(5);
  const [first, again, other] = [centreOf(suite, seed, 'v1'), centreOf(suite, seed, 'v1'), centreOf(suite, seed, 'v2')];
  expect(again.publicKeys).toEqual(first.publicKeys);
  expect(Object.values(other.publicKeys).some((key) => Object.values(first.publicKeys).includes(key))).toBe(false);
  expect(Buffer.from(first.box.secretKey).equals(Buffer.from(first.sign.secretKey.subarray(0, 32)))).toBe(false);
  suite.secrets.eraseAll();
  expect([...first.box.secretKey, ...first.sign.secretKey].every((byte) => byte === 0)).toBe(true);
  expect(() => centreOf(suite, new Uint8Array(31), 'v1')).toThrow(TypeError);
});
