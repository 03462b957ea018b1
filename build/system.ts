import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumBinary } from '#main/shell/chromium/binary.ts';

/** What comes from the system and not from the lockfile: how to know it is there, and Debian's name for it. */
const needs = {
  chromium: { there: () => chromiumBinary() !== undefined, debian: ['chromium', 'chromium-sandbox'] },
  poppler: { there: () => onPath('pdftotext'), debian: ['poppler-utils'] },
  xvfb: { there: () => onPath('xvfb-run'), debian: ['xvfb', 'xauth'] },
} as const;

export type Need = keyof typeof needs;

/**
 * Installs what is missing as root on Debian, and says so; otherwise names the one command to type.
 * Answers whether everything is there now.
 */
export function systemReady(wanted: readonly Need[], say: (line: string) => void): boolean {
  const missing = wanted.filter((need) => !needs[need].there());
  if (missing.length === 0) return true;
  const packages = missing.flatMap((need) => [...needs[need].debian]);
  const debian = onPath('apt-get');
  if (!debian || process.getuid?.() !== 0) {
    say(`Missing on this machine: ${missing.join(', ')}. ${debian ? `Type: sudo apt-get install -y ${packages.join(' ')}` : 'Install it with the system\'s own means (GRIF_CHROMIUM names another Chromium).'}`);
    return false;
  }
  say(`Missing on this machine: ${missing.join(', ')}. Installing with apt-get: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  // Fresh machines have no package lists, others have stale ones: try, then update and try again.
  if (existsSync('/var/lib/apt/lists') && spawnSync('apt-get', ['-qq', ...install], { stdio: 'inherit', env }).status === 0) return true;
  spawnSync('apt-get', ['-qq', 'update'], { stdio: 'inherit', env });
  return spawnSync('apt-get', ['-qq', ...install], { stdio: 'inherit', env }).status === 0;
}

export function onPath(program: string): boolean {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' }).status === 0;
}

/** Whether a window can be shown. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform === 'win32' || process.platform === 'darwin' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}
