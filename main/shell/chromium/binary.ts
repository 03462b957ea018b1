import { existsSync } from 'node:fs';
import { ShellFailure } from '../failure.ts';

/** The real binaries, never Debian's wrapper: the wrapper adds switches of its own and reads its own environment. */
const places = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/opt/chromium/chrome',
  '/opt/google/chrome/chrome',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of the Chromium to drive: GRIF_CHROMIUM if set, else the first known place that exists. */
export function chromiumBinary(env: NodeJS.ProcessEnv = process.env, exists: (path: string) => boolean = existsSync): string | undefined {
  const named = env['GRIF_CHROMIUM'];
  if (named !== undefined && named !== '') return exists(named) ? named : undefined;
  return places.find((path) => exists(path));
}

export function requireChromium(): string {
  const found = chromiumBinary();
  if (!found) throw new ShellFailure('CHROMIUM_MISSING', 'no Chromium found; on Debian: apt-get install chromium');
  return found;
}
