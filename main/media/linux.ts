import { readdir, readFile, readlink, realpath, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Medium } from './medium.ts';
import { parseMountinfo } from './mountinfo.ts';
import type { Mount } from './mountinfo.ts';
import type { SystemRoots } from './roots.ts';

/** Lists mounted removable volumes without any external tool, so that it works on a stripped workstation. */
export async function listLinuxMedia(roots: SystemRoots): Promise<Medium[]> {
  const mounts = parseMountinfo(await readFile(roots.mountinfo, 'utf8'));
  const media: Medium[] = [];
  const seen = new Set<string>();
  for (const mount of mounts) {
    // A bind mount shows a part of a volume that is listed already.
    if (mount.root !== '/' || seen.has(mount.device) || !(await isRemovable(mount.device, roots))) continue;
    seen.add(mount.device);
    const medium = await describe(mount, roots);
    if (medium) media.push(medium);
  }
  return media.toSorted((a, b) => a.folder.localeCompare(b.folder, 'en'));
}

async function describe(mount: Mount, roots: SystemRoots): Promise<Medium | undefined> {
  try {
    const space = await statfs(mount.folder);
    return {
      folder: mount.folder,
      label: await linkTo(mount, join(roots.dev, 'disk/by-label')),
      fileSystem: mount.fsType,
      totalBytes: space.blocks * space.bsize,
      freeBytes: space.bavail * space.bsize,
      readOnly: mount.readOnly,
      serial: await linkTo(mount, join(roots.dev, 'disk/by-uuid')),
    };
  } catch {
    // Pulled out between the listing and now.
    return undefined;
  }
}

/** USB disks often report removable = 0, so the bus in the device's path counts as well; so do SD cards. */
async function isRemovable(device: string, roots: SystemRoots): Promise<boolean> {
  let path: string;
  try {
    path = await realpath(join(roots.sys, 'dev/block', device));
  } catch {
    return false;
  }
  if (/\/usb\d/u.test(path)) return true;
  // A partition's folder lies inside its disk's; only the disk has `removable`.
  for (const folder of [path, dirname(path)]) {
    if ((await readText(join(folder, 'removable'))) === '1') return true;
    if ((await readText(join(folder, 'device/type'))) === 'SD') return true;
  }
  return false;
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').then((text) => text.trim(), () => '');
}

/** The name under which udev links to the mount's device; empty when there is none. */
export async function linkTo(mount: Pick<Mount, 'source'>, folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const target = await readlink(join(folder, name)).catch(() => '');
    if (target !== '' && basename(target) === basename(mount.source)) return unescapeUdev(name);
  }
  return '';
}

/** udev writes bytes that are unsafe in a name as `\x20`. */
function unescapeUdev(name: string): string {
  const latin = Buffer.from(name, 'utf8').toString('latin1');
  const bytes = latin.replace(/\\x([0-9a-f]{2})/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
