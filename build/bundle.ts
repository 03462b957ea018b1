import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';
import type { InlineConfig, Plugin } from 'vite';
import { contentHash } from './stamp.ts';
import { findWorkers } from './workers.ts';

const root = resolve(import.meta.dirname, '..');

/** Modules that stay outside the bundle: a runtime's own, a native one, and the Chromium driver (never packed). */
export const outside = ['electron', 'better-sqlite3-multiple-ciphers', 'playwright-core'];

interface Part {
  readonly name: 'renderer' | 'main';
  readonly sources: readonly string[];
  make(out: string): Promise<void>;
}

const common = ['package.json', 'package-lock.json', 'vite.config.ts', 'build/bundle.ts', 'build/workers.ts'];

const parts: readonly Part[] = [
  {
    name: 'renderer',
    sources: ['app/**', 'renderer/**', 'assets/**', ...common],
    make: async (out) => {
      await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: out } });
    },
  },
  { name: 'main', sources: ['app/**', 'main/**', 'assets/**', ...common], make: makeMain },
];

/** main/index.ts, each worker and the preload; the fonts, forms and words for acts that documents are made of go to dist/assets. */
async function makeMain(out: string): Promise<void> {
  const workers = new Set<string>();
  await build(nodeConfig('main/index.ts', out, { format: 'es', fileName: 'index.js', plugins: [findWorkers(root, workers)] }));
  for (const worker of workers) await build(nodeConfig(worker, out, { format: 'es', fileName: `${basename(worker, '.ts')}.js`, whole: true }));
  // A sandboxed preload cannot be an ES module and can require nothing but electron.
  await build(nodeConfig('main/shell/electron/preload.ts', out, { format: 'cjs', fileName: 'preload.cjs', whole: true }));
  for (const folder of ['fonts', 'forms']) cpSync(join(root, 'assets', folder), join(out, '../assets', folder), { recursive: true });
  for (const language of ['ru', 'kk', 'en']) cpSync(join(root, 'assets/texts', language, 'journal.json'), join(out, '../assets/texts', language, 'journal.json'));
}

interface NodeBundle {
  readonly format: 'es' | 'cjs';
  readonly fileName: string;
  /** One file and no chunk beside it. */
  readonly whole?: true;
  readonly plugins?: Plugin[];
}

/** Readable on purpose (no minifying): whoever certifies the program can read what is packed. */
export function nodeConfig(entry: string, out: string, { format, fileName, whole, plugins = [] }: NodeBundle): InlineConfig {
  return {
    configFile: false, root, logLevel: 'warn', publicDir: false, plugins,
    ssr: { noExternal: true, external: outside, target: 'node' },
    build: {
      ssr: resolve(root, entry), outDir: out, emptyOutDir: false, copyPublicDir: false,
      target: 'node24', sourcemap: false, minify: false,
      rolldownOptions: {
        external: outside.map((name) => new RegExp(`^${name}(/|$)`)),
        output: { format, entryFileNames: fileName, chunkFileNames: '[name].js', ...(whole ? { codeSplitting: false } : {}) },
      },
    },
  };
}

/**
 * Builds what is stale (by content, not by date) into dist/renderer and dist/main. Each part is built
 * aside and moved into place whole, so that a start during a build never sees half of one.
 */
export async function ensureBuilt(say: (line: string) => void, only?: Part['name']): Promise<void> {
  for (const part of parts) {
    if (only && part.name !== only) continue;
    const stampFile = join(root, 'dist', `${part.name}.stamp`);
    const stamp = contentHash(root, part.sources);
    if (existsSync(join(root, 'dist', part.name)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
    const started = performance.now();
    say(`Building ${part.name} ...`);
    const aside = join(root, 'dist', `part-${process.pid}`);
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
    try {
      await part.make(join(aside, part.name));
      rmSync(stampFile, { force: true });
      for (const name of [part.name, 'assets']) {
        if (!existsSync(join(aside, name))) continue;
        rmSync(join(root, 'dist', name), { recursive: true, force: true });
        renameSync(join(aside, name), join(root, 'dist', name));
      }
      writeFileSync(stampFile, stamp);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
    say(`Built ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
}
