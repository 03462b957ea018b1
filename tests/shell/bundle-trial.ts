import { resolve } from 'node:path';
import { build } from 'vite';
import { nodeConfig } from '#build/bundle.ts';

const out = resolve(import.meta.dirname, '../../test-results/trial-electron');

/** Electron runs no TypeScript: its side of the shell tests is bundled first. Answers the entry's path. */
export async function bundleTrial(): Promise<string> {
  await build(nodeConfig('tests/shell/electron-main.ts', out, { format: 'es', fileName: 'main.mjs' }));
  await build(nodeConfig('main/shell/electron/preload.ts', out, { format: 'cjs', fileName: 'preload.cjs', whole: true }));
  return resolve(out, 'main.mjs');
}
