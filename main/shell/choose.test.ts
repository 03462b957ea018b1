import { expect, it } from 'vitest';
import { chooseShell } from './choose.ts';
import type { Surroundings } from './choose.ts';

/** A machine on which only `files` exist. */
function machine(files: Record<string, string>, over: Partial<Surroundings> = {}): Surroundings {
  return {
    env: {}, insideElectron: false, electronPackage: '/p/electron', platform: 'linux',
    exists: (path) => path in files, read: (path) => files[path] ?? '', ...over,
  };
}

it('takes Chromium when the package holds no binary', () => {
  expect(chooseShell(machine({}))).toEqual({ kind: 'chromium', why: 'no-electron' });
  expect(chooseShell(machine({ '/p/electron/path.txt': 'electron' }))).toEqual({ kind: 'chromium', why: 'no-electron' });
});

it('takes the binary that the package names, or the usual one', () => {
  expect(chooseShell(machine({ '/p/electron/path.txt': 'electron\n', '/p/electron/dist/electron': '' }))).toEqual({ kind: 'electron', why: 'package', binary: '/p/electron/dist/electron' });
  expect(chooseShell(machine({ '/p/electron/dist/electron.exe': '' }, { platform: 'win32' })).kind).toBe('electron');
});

it('takes an override only if the binary is really there', () => {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: '/o' };
  expect(chooseShell(machine({ '/o/electron': '' }, { env }))).toEqual({ kind: 'electron', why: 'override', binary: '/o/electron' });
  expect(chooseShell(machine({}, { env })).kind).toBe('chromium');
});

it('takes Chromium when asked, and Electron when it already runs in it', () => {
  const here = { '/p/electron/dist/electron': '' };
  expect(chooseShell(machine(here, { env: { GRIF_SHELL: 'chromium' } }))).toEqual({ kind: 'chromium', why: 'asked' });
  expect(chooseShell(machine({}, { insideElectron: true }))).toEqual({ kind: 'electron', why: 'inside-electron' });
});
