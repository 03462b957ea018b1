import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { listLinuxMedia } from './linux.ts';
import type { Medium } from './medium.ts';
import { linuxRoots } from './roots.ts';
import type { SystemRoots } from './roots.ts';
import { parseWindowsVolumes, windowsCommand } from './windows.ts';

export interface MediaSystem {
  readonly platform: NodeJS.Platform;
  readonly roots: SystemRoots;
  /** Runs a program and answers its standard output. */
  run(file: string, args: readonly string[]): Promise<string>;
  readonly systemRoot: string;
}

const runFile = promisify(execFile);

export const thisSystem: MediaSystem = {
  platform: process.platform,
  roots: linuxRoots,
  run: async (file, args) => (await runFile(file, [...args], { timeout: 20_000, windowsHide: true })).stdout,
  systemRoot: process.env['SystemRoot'] ?? 'C:\\Windows',
};

/**
 * Removable media that are mounted now. Never throws: where the system cannot be asked the list is empty
 * and `known` is false, and the officer chooses a folder instead, which always works.
 */
export async function listMedia(system: MediaSystem = thisSystem): Promise<{ known: boolean; media: Medium[] }> {
  try {
    if (system.platform === 'linux') return { known: true, media: await listLinuxMedia(system.roots) };
    if (system.platform === 'win32') {
      const { file, args } = windowsCommand(system.systemRoot);
      return { known: true, media: parseWindowsVolumes(await system.run(file, args)) };
    }
  } catch {
    return { known: false, media: [] };
  }
  return { known: false, media: [] };
}
