import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { InlineConfig } from 'vite';
import { filesBeside } from './beside.ts';
import { contentHash } from './stamp.ts';

const root = resolve(import.meta.dirname, '..');

/** Modules that stay outside the bundle: a runtime's own, a native one, and the Chromium driver (never packed). */
export const outside = ['electron', 'better-sqlite3-multiple-ciphers', 'playwright-core'];

interface Part {
  readonly name: 'renderer' | 'main';
  readonly sources: readonly string[];
  make(out: string): Promise<void>;
}

const common = ['package.json', 'package-lock.json', 'vite.config.ts', 'build/bundle.ts', 'build/beside.ts'];

const parts: readonly Part[] = [
  {
    name: 'renderer',
    sources: ['app/**', 'renderer/**', 'assets/**', ...common],
    async make(out) {
      await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: out } });
    },
  },
  {
    name: 'main',
    sources: ['app/**', 'main/**', 'assets/**', ...common],
    async make(out) {
      await build(mainConfig(out));
      await build(preloadConfig(out));
    },
  },
];

/** One folder of ES modules for Node 24 (Electron 45's line); workers become entries of their own. */
function mainConfig(out: string): InlineConfig {
  return {
    configFile: false, root, logLevel: 'warn', publicDir: false,
    plugins: [filesBeside(root, join(out, '..', 'assets.part'))],
    resolve: { conditions: ['node', 'import'] },
    ssr: { noExternal: true, external: outside, target: 'node' },
    build: {
      ssr: join(root, 'main/index.ts'), outDir: out, emptyOutDir: true, target: 'node24', sourcemap: false, minify: false, copyPublicDir: false,
      rolldownOptions: { external: outside.map((name) => new RegExp(`^${name}(/|$)`)), output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' } },
    },
  };
}

/** A sandboxed preload cannot be an ES module and can require nothing but electron. */
function preloadConfig(out: string): InlineConfig {
  return {
    configFile: false, root, logLevel: 'warn', publicDir: false,
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: join(root, 'main/shell/electron/preload.ts'), outDir: out, emptyOutDir: false, target: 'node24', sourcemap: false, minify: false, copyPublicDir: false,
      rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
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
    const place = join(root, 'dist', part.name);
    const stampFile = join(root, 'dist', `${part.name}.stamp`);
    const stamp = contentHash(root, part.sources);
    if (existsSync(place) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
    const started = performance.now();
    say(`Building ${part.name} ...`);
    const aside = join(root, 'dist', `part-${process.pid}`);
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
    try {
      await part.make(join(aside, part.name));
      rmSync(stampFile, { force: true });
      for (const [from, to] of [[part.name, part.name], ['assets.part', 'assets']] as const) {
        if (!existsSync(join(aside, from))) continue;
        rmSync(join(root, 'dist', to), { recursive: true, force: true });
        renameSync(join(aside, from), join(root, 'dist', to));
      }
      writeFileSync(stampFile, stamp);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
    say(`Built ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
}
