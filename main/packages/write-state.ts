import type { VolumeIdentity } from '#main/media/volume.ts';
import { volumeSince } from '#main/media/volume.ts';
import { ContentsError } from './body-plan.ts';
import { SourceError } from './body-write.ts';
import type { PackageDisk } from './disk.ts';

/**
 * `full` no space · `readOnly` medium write-protected · `unplugged` medium gone · `swapped` another medium
 * in its place · `permission` not allowed · `io` the medium failed otherwise · `noFolder` target not there or
 * no folder · `symlink` target is a link · `vaultFolder` target lies in the vault's own folder · `vaultDisk` on its disk · `exists` a
 * package of this number lies there · `fileTooLong` more than the medium's file system can hold in one file ·
 * `tooLarge` more than a package may hold · `noAddressee` no key to seal to · `contents` the inventory does
 * not pass · `contentUnreadable`, `contentChanged` the registry's own content failed or is not what it was ·
 * `readBackDiffers` the medium did not give back what was written.
 */
export const writeFailures = [
  'full', 'readOnly', 'unplugged', 'swapped', 'permission', 'io', 'noFolder', 'symlink', 'vaultFolder', 'vaultDisk', 'exists',
  'fileTooLong', 'tooLarge', 'noAddressee', 'contents', 'contentUnreadable', 'contentChanged', 'readBackDiffers',
] as const;
export type WriteFailure = (typeof writeFailures)[number];

/** What has become of the unfinished file. `left`: it could not be removed, or nobody can tell. */
export type Remains = 'none' | 'removed' | 'left';

export interface Written {
  readonly state: 'written';
  readonly path: string;
  /** SHA-256 of the body, hex: stands in the receipt and in the act. */
  readonly digest: string;
  readonly bytes: number;
  /** Sums of the sealed files by their path in the package. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
  /** `device`: read back past the system's cache; `cache`: it may have come from there. */
  readonly readBackFrom: 'device' | 'cache';
}

export type WriteEnd =
  | Written
  | { readonly state: 'failed'; readonly code: WriteFailure; readonly place: string; readonly remains: Remains; readonly path: string | null }
  | { readonly state: 'cancelled'; readonly remains: Remains; readonly path: string | null };

/** Bytes are of the sealed body. */
export type WriteState =
  | { readonly state: 'preflight' }
  | { readonly state: 'sealing' | 'readingBack'; readonly bytes: number; readonly of: number }
  | { readonly state: 'flushing' }
  | WriteEnd;

/** A failure that is named already. */
export class WriteFault extends Error {
  override readonly name = 'WriteFault';
  readonly code: WriteFailure;
  readonly place: string;
  constructor(code: WriteFailure, place: string, options?: ErrorOptions) {
    super(`${code} at ${place}`, options);
    this.code = code;
    this.place = place;
  }
}

const bySystemCode: Readonly<Record<string, WriteFailure>> = {
  ENOSPC: 'full', EDQUOT: 'full', EROFS: 'readOnly', EACCES: 'permission', EPERM: 'permission', EFBIG: 'fileTooLong',
  ENODEV: 'unplugged', ENXIO: 'unplugged', ENOMEDIUM: 'unplugged', EEXIST: 'exists', ENOTDIR: 'noFolder',
};

/** Names a failure. What the medium reports is checked against whether it is still the same medium. */
export async function nameFault(
  error: unknown,
  folder: string,
  before: VolumeIdentity | undefined,
  disk: Pick<PackageDisk, 'identify'>,
): Promise<WriteFault> {
  if (error instanceof WriteFault) return error;
  if (error instanceof ContentsError) return new WriteFault('contents', error.place, { cause: error });
  if (error instanceof SourceError) {
    return new WriteFault(error.reason === 'changed' ? 'contentChanged' : 'contentUnreadable', error.path, { cause: error });
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (before) {
    const now = await volumeSince(before, folder, (path) => disk.identify(path));
    if (now !== 'same') return new WriteFault(now, 'medium', { cause: error });
  } else if (code === 'ENOENT') {
    return new WriteFault('noFolder', 'folder', { cause: error });
  }
  return new WriteFault(bySystemCode[code] ?? 'io', code === '' ? 'medium' : `system ${code}`, { cause: error });
}
