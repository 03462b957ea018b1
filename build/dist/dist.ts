import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { chooseShell, surroundings } from '#main/shell/choose.ts';
import { ensureBuilt } from '../bundle.ts';
import { electronBuilder } from './pack.ts';

/**
 * npm run dist [-- --win | --linux ...]: packs for officers. The runtime is taken from
 * ELECTRON_OVERRIDE_DIST_PATH or from Electron's package; with neither, electron-builder may fetch it
 * only if GRIF_DIST_ONLINE=1 says that this machine may speak to a release server.
 */
const root = resolve(import.meta.dirname, '../..');
const words = process.argv.slice(2);
const { version }: { version: string } = JSON.parse(readFileSync(resolve(root, 'node_modules/electron/package.json'), 'utf8'));
const choice = chooseShell({ ...surroundings(resolve(root, 'node_modules/electron')), env: { ...process.env, GRIF_SHELL: '' } });
const runtime = choice.kind === 'electron' && choice.why !== 'inside-electron' ? dirname(choice.binary) : undefined;

if (!runtime && process.env['GRIF_DIST_ONLINE'] !== '1') {
  console.error([
    `Missing: Electron's runtime ${version} for ${process.platform}-${process.arch}.`,
    `Unpack electron-v${version}-<system>-x64.zip and name the folder: ELECTRON_OVERRIDE_DIST_PATH=<folder> npm run dist`,
    'or, on a machine that may reach a release server: GRIF_DIST_ONLINE=1 npm run dist',
    'AppImage, deb and Windows installers also need electron-builder\'s tools in its cache (ELECTRON_BUILDER_CACHE).',
    'npm run dist:check packs and examines the program without any of this.',
  ].join('\n'));
  process.exit(1);
}
await ensureBuilt((line) => console.log(line));
const code = await electronBuilder([...(runtime ? [`-c.electronDist=${runtime}`, `-c.electronVersion=${version}`] : []), ...words]);
if (code !== 0) console.error('electron-builder did not finish; the lines above name what it could not find or fetch. A folder build needs no tools: npm run dist -- --dir');
process.exitCode = code;
