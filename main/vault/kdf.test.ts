import { argon2Sync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { argon2id } from 'hash-wasm';
import { deriveKey, floor, forNewPassphrase, isBelowFloor, lightKdf, setKdfWorker } from './kdf.ts';

const salt = Buffer.alloc(16, 5);
const byNode = (passphrase: string, memory: number, passes: number): string =>
  argon2Sync('argon2id', { message: Buffer.from(passphrase), nonce: salt, parallelism: 1, tagLength: 32, memory, passes }).toString('hex');
const hexOf = (key: Uint8Array): string => Buffer.from(key).toString('hex');

describe('key derivation', () => {
  it('agrees with an independent Argon2id, in the worker and beside it', async () => {
    expect(hexOf(await deriveKey('вымышленная фраза', salt, { memoryKiB: 64, passes: 1, lanes: 1 }))).toBe(byNode('вымышленная фраза', 64, 1));
    expect(hexOf(await deriveKey('вымышленная фраза', salt, { memoryKiB: 4096, passes: 2, lanes: 1 }))).toBe(byNode('вымышленная фраза', 4096, 2));
  });

  it('is by Node and by WebAssembly the same, and what RFC 9106 says', async () => {
    // Test vector of section 5.3.
    const [message, nonce, secret, associatedData] = [Buffer.alloc(32, 1), Buffer.alloc(16, 2), Buffer.alloc(8, 3), Buffer.alloc(12, 4)];
    const tag = '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659';
    expect(argon2Sync('argon2id', { message, nonce, secret, associatedData, memory: 32, passes: 3, parallelism: 4, tagLength: 32 }).toString('hex')).toBe(tag);
    for (const [memory, passes, lanes] of [[64, 1, 1], [256, 3, 4], [8192, 2, 1]] as const) {
      const ours = argon2Sync('argon2id', { message, nonce, memory, passes, parallelism: lanes, tagLength: 32 });
      expect(await argon2id({ password: message, salt: nonce, memorySize: memory, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'hex' })).toBe(ours.toString('hex'));
    }
    // The vector of the RFC has associated data, which WebAssembly's takes none of: what the reference implementation publishes for it has none (phc-winner-argon2, src/test.c, version 0x13).
    for (const [memory, lanes, published] of [
      [256, 1, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'], [256, 2, '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
      [65_536, 1, '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    ] as const) {
      expect(await argon2id({ password: 'password', salt: 'somesalt', memorySize: memory, iterations: 2, parallelism: lanes, hashLength: 32, outputType: 'hex' })).toBe(published);
    }
    // The worker's own way where there is no Argon2 in Node, with a secret as well.
    expect(await argon2id({ password: message, salt: nonce, memorySize: 1024, iterations: 1, parallelism: 1, hashLength: 32, secret, outputType: 'hex' }))
      .toBe(argon2Sync('argon2id', { message, nonce, secret, memory: 1024, passes: 1, parallelism: 1, tagLength: 32 }).toString('hex'));
  });

  it('takes the same letters typed in two ways for one passphrase', async () => {
    expect(hexOf(await deriveKey('\u0439', salt, lightKdf))).toBe(hexOf(await deriveKey('\u0438\u0306', salt, lightKdf)));
  });

  it('still runs in its worker when both are bundled', async () => {
    const out = mkdtempSync(join(tmpdir(), 'grif-kdf-'));
    try {
      await build({
        configFile: false, logLevel: 'silent', publicDir: false, ssr: { noExternal: true, target: 'node' }, resolve: { conditions: ['node', 'import'] },
        build: { ssr: join(import.meta.dirname, 'kdf-worker.ts'), outDir: out, target: 'node24', minify: false, rolldownOptions: { output: { format: 'es', entryFileNames: 'kdf-worker.js' } } },
      });
      setKdfWorker(pathToFileURL(join(out, 'kdf-worker.js')));
      expect(hexOf(await deriveKey('фраза', salt, { memoryKiB: 2048, passes: 1, lanes: 1 }))).toBe(byNode('фраза', 2048, 1));
    } finally {
      setKdfWorker(new URL('./kdf-worker.ts', import.meta.url));
      rmSync(out, { recursive: true, force: true });
    }
  });

  it('accepts weak parameters for a new passphrase only when they are weak on purpose', () => {
    expect(forNewPassphrase(floor)).toBe(floor);
    expect(floor).toEqual({ memoryKiB: 256 * 1024, passes: 3, lanes: 1 });
    expect([isBelowFloor(floor), isBelowFloor(lightKdf)]).toEqual([false, true]);
    expect(forNewPassphrase(lightKdf)).toBe(lightKdf);
    for (const kdf of [{ memoryKiB: 131_072, passes: 12, lanes: 1 }, { memoryKiB: 1_048_576, passes: 2, lanes: 1 }]) {
      expect(() => forNewPassphrase(kdf)).toThrow(expect.objectContaining({ code: 'weakKdf' }));
    }
  });
});
