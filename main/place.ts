import { isAbsolute, join, resolve } from 'node:path';

/**
 * Folder of this officer's vault and desk: `--data DIR`, else GRIF_DATA, else what the system
 * prescribes (XDG Base Directory Specification; %APPDATA% on Windows). Absolute.
 */
export function dataFolder(from: { words: readonly string[]; env: NodeJS.ProcessEnv; platform: NodeJS.Platform; home: string }): string {
  const at = from.words.indexOf('--data');
  const named = (at >= 0 ? from.words[at + 1] : undefined) ?? from.env['GRIF_DATA'];
  if (named) return resolve(named);
  if (from.platform === 'win32') return join(from.env['APPDATA'] ?? join(from.home, 'AppData', 'Roaming'), 'Grif');
  if (from.platform === 'darwin') return join(from.home, 'Library', 'Application Support', 'Grif');
  const xdg = from.env['XDG_DATA_HOME'];
  // A relative XDG path is invalid and must be ignored.
  return join(xdg && isAbsolute(xdg) ? xdg : join(from.home, '.local', 'share'), 'grif');
}
