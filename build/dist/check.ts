import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../bundle.ts';
import { systemReady } from '../system.ts';
import { extract, filesOf, findingsIn, unmetImports, unpackedFiles } from './archive.ts';
import { boot } from './boot.ts';
import { fusesIn, wantedFuses } from './fuses.ts';
import { electronBuilder } from './pack.ts';
import { writeStandIn } from './stand-in.ts';

/** npm run dist:check: packs offline against a stand-in runtime and looks at what came out. */
const root = resolve(import.meta.dirname, '../..');
const say = (line: string): void => console.log(line);
const work = mkdtempSync(join(tmpdir(), 'grif-dist-'));
let failed = 0;
let passed = 0;

function check(what: string, findings: readonly string[]): void {
  if (findings.length === 0) passed += 1;
  else failed += 1;
  say(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${what}${findings.map((finding) => `\n         ${finding}`).join('')}`);
}

try {
  if (!systemReady(['chromium'], say)) process.exit(1);
  await ensureBuilt(say);
  const runtime = join(work, 'runtime');
  const release = join(work, 'release');
  writeStandIn(runtime);
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  const code = await electronBuilder(['--linux', 'dir', '--x64', `-c.electronDist=${runtime}`, `-c.electronVersion=${version}`, `-c.directories.output=${release}`]);
  check('electron-builder packs without a network', code === 0 ? [] : [`it ended with ${code}`]);

  const unpacked = join(release, 'linux-unpacked');
  const archive = join(unpacked, 'resources/app.asar');
  if (existsSync(archive)) {
    const wanted = wantedFuses();
    const found = await fusesIn(join(unpacked, 'grif'));
    check('every fuse is as electron-builder.yml sets it', Object.keys(wanted).filter((name) => wanted[name] !== found[name]).map((name) => `${name}: wanted ${wanted[name]}, found ${found[name]}`));
    const files = filesOf(archive);
    say(`         ${files.length} files in the archive`);
    check('the archive holds what the program needs and nothing else', findingsIn(files));
    const outside = unpackedFiles(archive);
    check('the native module, and only it, lies beside the archive', outside.length === 1 && outside[0]?.endsWith('linux-x64.node') && existsSync(join(`${archive}.unpacked`, outside[0])) ? [] : [`unpacked: ${outside.join(', ') || 'nothing'}`]);

    // Boots apart from the repository: only the Chromium driver, which is never packed, is lent to it.
    const app = join(work, 'boot/app');
    extract(archive, app);
    if (existsSync(`${archive}.unpacked`)) cpSync(`${archive}.unpacked`, app, { recursive: true });
    mkdirSync(join(work, 'boot/node_modules'));
    symlinkSync(join(root, 'node_modules/playwright-core'), join(work, 'boot/node_modules/playwright-core'));
    check('the packed main names no package that is not packed', unmetImports(app));
    const opened = spawnSync(process.execPath, ['-e', "const D = require('better-sqlite3-multiple-ciphers'); if (new D(':memory:').prepare('select 7 as n').get().n !== 7) process.exit(1)"], { cwd: app, encoding: 'utf8' });
    check('the packed native module opens a database', opened.status === 0 ? [] : [opened.stderr]);
    check('the packed main boots on Node and its first screen loads', await boot(app, join(work, 'data')));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
