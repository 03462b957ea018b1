import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handler, HouseHandler } from '../../context.ts';
import { mediumCode, packageCode } from '../../acts/exchange/package-refusals.ts';
import { listMedia } from '../../media/media.ts';
import { PackageError } from '../../packages/error.ts';
import { inspectPackage } from '../../packages/inspect.ts';
import { no } from '../../refused.ts';

export const media: HouseHandler<'media.list'> = async () => {
  const listed = await listMedia();
  return listed.media.map(({ folder, label, freeBytes, totalBytes, readOnly }) => ({ path: folder, label, free: freeBytes, size: totalBytes, readOnly }));
};

/** Looked at in one go; a medium with more holds something else. */
const most = 500;

/** What the outside of each package says; nothing of it is proven before `sealed.verify`. Links are not followed. */
export const packages: Handler<'media.packages'> = async ({ folder }) => {
  const names = await readdir(folder, { withFileTypes: true })
    .then((entries) => entries.filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.grifpkg') && !entry.name.startsWith('.')).map(({ name }) => name))
    .catch((error: unknown) => no(mediumCode(error) ?? 'media.io', { place: folder }));
  const found = [];
  for (const name of names.toSorted().slice(0, most)) found.push(await labelOf(join(folder, name)));
  return found;
};

async function labelOf(path: string) {
  try {
    const { header, bytes } = await inspectPackage(path);
    return { path, size: bytes, number: header.number, sender: header.sender, date: header.date, trouble: null };
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const size = await lstat(path).then((at) => at.size, () => 0);
    return { path, size, number: null, sender: null, date: null, trouble: packageCode(error) };
  }
}
