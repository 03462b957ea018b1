import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findingsIn } from './archive.ts';
import { fusesIn, wantedFuses } from './fuses.ts';
import { writeStandIn } from './stand-in.ts';

const module = 'node_modules/better-sqlite3-multiple-ciphers';
const good = ['package.json', 'dist/main/index.js', 'dist/main/preload.cjs', 'dist/main/kdf-worker.js', 'dist/renderer/index.html', `${module}/lib/index.js`, `${module}/prebuilds/linux-x64.node`];

describe('the archive', () => {
  it('passes with what the program needs', () => {
    expect(findingsIn(good)).toEqual([]);
  });

  it.each([
    'dist/main/index.js.map', 'dist/renderer/assets/index-x.js.map', 'main/index.ts', 'dist/main/index.test.js', 'tests/shell/shell.spec.ts',
    '.env', 'docs/architecture.md', 'node_modules/react/index.js', 'node_modules/playwright-core/index.js', 'node_modules/tweetnacl/nacl.js',
    `${module}/src/better_sqlite3.cpp`, `${module}/prebuilds/darwin-x64.node`, 'electron-builder.yml', 'assets/texts/ru/frame.json', 'dist/main.stamp',
  ])('refuses %s', (path) => {
    expect(findingsIn([...good, path])).not.toEqual([]);
  });

  it.each(good)('misses %s', (path) => {
    expect(findingsIn(good.filter((other) => other !== path))).not.toEqual([]);
  });
});

describe('the fuses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grif-fuses-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are all set on purpose, and nothing that opens main to others is on', () => {
    expect(wantedFuses()).toMatchObject({ runAsNode: false, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, onlyLoadAppFromAsar: true });
  });

  it('of an untouched runtime are not ours, and reading tells it', async () => {
    writeStandIn(folder);
    expect(await fusesIn(join(folder, 'electron'))).not.toEqual(wantedFuses());
  });
});
