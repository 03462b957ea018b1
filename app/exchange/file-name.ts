/** Why a file name is not accepted; `null` when it is. */
export type FileNameProblem =
  | 'empty'
  | 'long'
  | 'malformed'
  | 'control'
  | 'direction'
  | 'separator'
  | 'dots'
  | 'reserved'
  | 'trailing';

/** Most file systems stop at 255 units; ext4 counts bytes, so the limit is taken in UTF-8. */
const longest = 255;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** Bidirectional overrides and isolates make `gnp.exe` look like `exe.png` (Unicode TR36, 3.1). */
const direction = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const control = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/u;

/**
 * Judges the name under which an originator handed a file over. The name is kept verbatim (Art. 11) and
 * never used as a path by a package; it is judged all the same, because a receiver may save under it.
 */
export function fileNameProblem(name: string): FileNameProblem | null {
  if (name.length === 0) return 'empty';
  if (!name.isWellFormed()) return 'malformed';
  if (new TextEncoder().encode(name).length > longest) return 'long';
  if (control.test(name)) return 'control';
  if (direction.test(name)) return 'direction';
  if (/[/\\:*?"<>|]/u.test(name)) return 'separator';
  if (/^\.+$/u.test(name)) return 'dots';
  if (/[. ]$/u.test(name)) return 'trailing';
  if (reserved.test(name)) return 'reserved';
  return null;
}
