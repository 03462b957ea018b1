import { readFile, realpath, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { linkTo } from './linux.ts';
import { mountOf, parseMountinfo } from './mountinfo.ts';
import { linuxRoots } from './roots.ts';
import type { SystemRoots } from './roots.ts';

/**
 * What tells one volume from another put in its place. Two sticks in one socket share a device number, so
 * the mount, the volume's UUID and its size count as well (Node does not show the file system's id).
 */
export interface VolumeIdentity {
  readonly device: string;
  readonly mount: string;
  readonly uuid: string;
  readonly size: string;
  /** Inode of the folder: another volume's folder of the same name has another one, as a rule. */
  readonly folder: string;
}

/** A ZFS dataset's size is what its pool has left, and so changes while one writes. */
const zfsMagic = 0x2fc12fc1n;

/** Identity of the volume that the folder lies on. Throws the system's error when the folder cannot be reached. */
export async function volumeIdentity(folder: string, roots: SystemRoots = linuxRoots): Promise<VolumeIdentity> {
  const path = await realpath(folder);
  const at = await stat(path, { bigint: true });
  const space = await statfs(path, { bigint: true });
  const mounts = parseMountinfo(await readFile(roots.mountinfo, 'utf8').catch(() => ''));
  const mount = mountOf(mounts, path);
  return {
    device: String(at.dev),
    mount: mount ? `${mount.id} ${mount.device} ${mount.source}` : '',
    uuid: mount ? await linkTo(mount, join(roots.dev, 'disk/by-uuid')) : '',
    size: space.type === zfsMagic ? '' : `${space.type} ${space.bsize} ${space.blocks}`,
    folder: String(at.ino),
  };
}

/** Tells what has become of the folder's volume since `before` was taken. */
export async function volumeSince(
  before: VolumeIdentity,
  folder: string,
  identify: (folder: string) => Promise<VolumeIdentity> = volumeIdentity,
): Promise<'same' | 'swapped' | 'unplugged'> {
  let now: VolumeIdentity;
  try {
    now = await identify(folder);
  } catch {
    return 'unplugged';
  }
  if (sameVolume(before, now)) return 'same';
  // The bare mount point, left behind by a volume that has gone, lies on its parent's volume.
  const parent = await identify(dirname(folder)).catch(() => undefined);
  return parent && parent.device === now.device && before.device !== now.device ? 'unplugged' : 'swapped';
}

export function sameVolume(a: VolumeIdentity, b: VolumeIdentity): boolean {
  return a.device === b.device && a.mount === b.mount && a.uuid === b.uuid && a.size === b.size && a.folder === b.folder;
}

/** Bytes that this user may still write on the folder's volume. */
export async function freeBytes(folder: string): Promise<number> {
  const space = await statfs(folder);
  return space.bavail * space.bsize;
}

/** True when both folders lie on one volume. */
export async function onOneVolume(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(a, { bigint: true }), stat(b, { bigint: true })]);
  return first.dev === second.dev;
}
