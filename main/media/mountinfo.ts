/** One line of /proc/self/mountinfo, see proc_pid_mountinfo(5). */
export interface Mount {
  readonly id: number;
  /** `major:minor`. */
  readonly device: string;
  /** Which folder of the file system is mounted; `/` unless it is a bind mount or a subvolume. */
  readonly root: string;
  readonly folder: string;
  readonly fsType: string;
  readonly source: string;
  readonly readOnly: boolean;
}

/** The kernel writes space, tab, newline and backslash as three octal digits, byte by byte of UTF-8. */
function unescapeOctal(text: string): string {
  if (!text.includes('\\')) return text;
  const bytes: number[] = [];
  const raw = Buffer.from(text, 'utf8');
  for (let i = 0; i < raw.length; i += 1) {
    const octal = raw[i] === 0x5c ? /^[0-3][0-7]{2}$/u.exec(raw.toString('latin1', i + 1, i + 4)) : null;
    if (octal) {
      bytes.push(Number.parseInt(octal[0], 8));
      i += 3;
    } else {
      bytes.push(raw[i] ?? 0);
    }
  }
  return Buffer.from(bytes).toString('utf8');
}

/** Parses the file; lines that do not have the documented form are passed over. */
export function parseMountinfo(text: string): Mount[] {
  const mounts: Mount[] = [];
  for (const line of text.split('\n')) {
    // Optional fields stand between the options and a lone hyphen; their number varies.
    const [before, after] = splitOnce(line, ' - ');
    const [id, , device, root, folder, options] = before.split(' ');
    const [fsType, source, superOptions] = after.split(' ');
    if (!id || !device || !root || !folder || !options || !fsType || source === undefined) continue;
    mounts.push({
      id: Number(id),
      device,
      root: unescapeOctal(root),
      folder: unescapeOctal(folder),
      fsType,
      source: unescapeOctal(source),
      readOnly: [...options.split(','), ...(superOptions ?? '').split(',')].includes('ro'),
    });
  }
  return mounts;
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + by.length)];
}

/** The mount that a path lies on: the longest folder that contains it, the later one if mounted over. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    const inside = mount.folder === '/' || path === mount.folder || path.startsWith(`${mount.folder}/`);
    if (inside && (!best || mount.folder.length >= best.folder.length)) best = mount;
  }
  return best;
}
