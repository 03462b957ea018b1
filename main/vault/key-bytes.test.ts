import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSuite } from './suite.ts';
import { Cabinet, secretBytes, secretCopy, secretMoved, secretText } from './secrets.ts';

const root = resolve(import.meta.dirname, '../..');
const sources = globSync('main/**/*.ts', { cwd: root }).filter((path) => !/\.(test|fixture)\.ts$/.test(path)).map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(resolve(root, path), 'utf8') }));

/** Files other than `only` in which a line is of the pattern. */
const elsewhere = (pattern: RegExp, only: readonly string[]): string[] =>
  sources.filter(({ path, text }) => !only.includes(path) && text.split('\n').some((line) => pattern.test(line))).map(({ path }) => path);

describe('key bytes', () => {
  it('are made, derived and handed to OpenSSL in one place each, and drawn only into memory of their own', () => {
    expect(elsewhere(/\bfrom 'tweetnacl'/, ['main/vault/box.ts'])).toEqual([]);
    expect(elsewhere(/\b(createPrivateKey|diffieHellman|generateKeyPair\w*|createSecretKey)\(/, ['main/vault/box.ts'])).toEqual([]);
    expect(elsewhere(/\bhkdf(Sync)?\('/, ['main/vault/suite.ts'])).toEqual([]);
    expect(elsewhere(/argon2Sync\(/, ['main/vault/kdf.ts', 'main/vault/kdf-worker.ts'])).toEqual([]);
    // The leaves that fill up an act are no keys.
    expect(elsewhere(/(?<!secretMoved\()(suite\.|\b)random(Bytes)?\(32\)/, ['main/vault/act-body.ts'])).toEqual([]);
  });

  it('lie outside the heap of V8 and outside the pool of Node, whatever their length', () => {
    for (const length of [1, 32, 64, 65, 5000]) {
      const bytes = new Uint8Array(length).fill(7);
      for (const secret of [secretBytes(length), secretCopy(bytes)]) expect([secret.byteOffset, secret.buffer.byteLength]).toEqual([0, length]);
      expect(secretMoved(bytes).every((byte) => byte === 7)).toBe(true);
      expect(bytes.every((byte) => byte === 0)).toBe(true);
    }
    expect(Buffer.from(secretText('фраза')).toString()).toBe('фраза');
  });

  it('are wiped all together, by whomever they were asked for; what was erased before is not kept', () => {
    const suite = createSuite((length) => new Uint8Array(length).fill(length));
    const pair = suite.boxKeys();
    const [signer, key] = [suite.signKeysOf(new Uint8Array(32).fill(1)), suite.freshKey()];
    const opened = suite.open(key, suite.seal(key, new TextEncoder().encode('вымышленное')));
    const got = suite.openFrom(pair.secretKey, suite.sealTo(pair.publicKey, key));
    const all = [pair.secretKey, signer.secretKey, key, suite.hkdf(key, 's', 'i'), suite.copyOf(key), opened ?? key, got ?? key];
    expect(all.every((secret) => secret.some((byte) => byte !== 0))).toBe(true);
    expect(suite.secrets.size).toBe(all.length);
    suite.secrets.erase(all[3] ?? key);
    expect(suite.secrets.size).toBe(all.length - 1);
    suite.secrets.eraseAll();
    expect(all.every((secret) => secret.every((byte) => byte === 0))).toBe(true);
    expect(suite.secrets.size).toBe(0);
  });

  it('do not pile up in the cabinet', () => {
    const cabinet = new Cabinet();
    for (let n = 0; n < 5; n += 1) cabinet.erase(cabinet.keep(secretBytes(32)));
    expect(cabinet.size).toBe(0);
  });
});
