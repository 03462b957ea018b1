import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which shell, and why. `binary` is Electron's, to be started by the caller. */
export type Choice =
  | { readonly kind: 'electron'; readonly why: 'inside-electron' }
  | { readonly kind: 'electron'; readonly why: 'override' | 'package'; readonly binary: string }
  | { readonly kind: 'chromium'; readonly why: 'no-electron' | 'asked' };

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** `process.versions.electron` of the running process. */
  readonly insideElectron: boolean;
  /** Folder of the npm package `electron`; it holds `path.txt` and `dist/` once a binary has been put there. */
  readonly electronPackage: string;
  readonly platform: NodeJS.Platform;
  exists(path: string): boolean;
  read(path: string): string;
}

/**
 * Electron if its binary is on this machine, else Chromium. Looks at files only: the package's own way
 * of finding its binary would try to download it, and this program never speaks to a network.
 * GRIF_SHELL=chromium asks for Chromium even so.
 */
export function chooseShell(around: Surroundings): Choice {
  if (around.insideElectron) return { kind: 'electron', why: 'inside-electron' };
  if (around.env['GRIF_SHELL'] === 'chromium') return { kind: 'chromium', why: 'asked' };
  const usual = around.platform === 'win32' ? 'electron.exe' : around.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
  const override = around.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const binary = join(override, usual);
    if (around.exists(binary)) return { kind: 'electron', why: 'override', binary };
  }
  const named = join(around.electronPackage, 'path.txt');
  const binary = join(around.electronPackage, 'dist', around.exists(named) ? around.read(named).trim() : usual);
  if (around.exists(binary)) return { kind: 'electron', why: 'package', binary };
  return { kind: 'chromium', why: 'no-electron' };
}

export function surroundings(electronPackage: string): Surroundings {
  return {
    env: process.env,
    insideElectron: process.versions['electron'] !== undefined,
    electronPackage,
    platform: process.platform,
    exists: existsSync,
    read: (path) => readFileSync(path, 'utf8'),
  };
}
