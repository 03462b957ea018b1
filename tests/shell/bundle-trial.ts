import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const out = resolve(root, 'test-results/trial-electron');

/** Electron runs no TypeScript: its side of the shell tests is bundled first. Answers the entry's path. */
export async function bundleTrial(): Promise<string> {
  for (const [entry, format, fileName] of [['tests/shell/electron-main.ts', 'es', 'main.mjs'], ['main/shell/electron/preload.ts', 'cjs', 'preload.cjs']] as const) {
    await build({
      configFile: false, root, logLevel: 'error', publicDir: false,
      ssr: { noExternal: true, external: ['electron'], target: 'node' },
      build: { ssr: resolve(root, entry), outDir: out, emptyOutDir: false, target: 'node24', minify: false, rolldownOptions: { external: ['electron'], output: { format, entryFileNames: fileName } } },
    });
  }
  return resolve(out, 'main.mjs');
}
