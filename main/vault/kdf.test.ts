import { argon2Sync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { deriveKey, forNewPassphrase, lightKdf, productionKdf, setKdfWorker } from './kdf.ts';

const salt = Buffer.alloc(16, 5);
const byNode = (passphrase: string, memory: number, passes: number): string =>
  argon2Sync('argon2id', { message: Buffer.from(passphrase), nonce: salt, parallelism: 1, tagLength: 32, memory, passes }).toString('hex');
const hexOf = (key: Uint8Array): string => Buffer.from(key).toString('hex');

describe('key derivation', () => {
  it('agrees with an independent Argon2id, in the worker and beside it', async () => {
    expect(hexOf(await deriveKey('вымышленная фраза', salt, { memoryKiB: 64, passes: 1, lanes: 1 }))).toBe(byNode('вымышленная фраза', 64, 1));
    expect(hexOf(await deriveKey('вымышленная фраза', salt, { memoryKiB: 4096, passes: 2, lanes: 1 }))).toBe(byNode('вымышленная фраза', 4096, 2));
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
    expect(forNewPassphrase(productionKdf)).toBe(productionKdf);
    expect(forNewPassphrase(lightKdf)).toBe(lightKdf);
    for (const kdf of [{ memoryKiB: 32_768, passes: 3, lanes: 1 }, { memoryKiB: 262_144, passes: 1, lanes: 1 }]) {
      expect(() => forNewPassphrase(kdf)).toThrow(expect.objectContaining({ code: 'weakKdf' }));
    }
  });
});
