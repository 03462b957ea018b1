import { readdir } from 'node:fs/promises';

/**
 * What an earlier use has left in the top folder of a medium: waste bins that still hold deleted files, and
 * packages that were never finished. Shown to the officer before dispatch; nothing is deleted here.
 */
export async function leftovers(folder: string): Promise<{ bins: string[]; unfinished: string[] }> {
  const names = (await readdir(folder)).toSorted();
  return {
    bins: names.filter((name) => /^(?:\.Trash.*|\.Trashes|\$RECYCLE\.BIN|RECYCLER)$/iu.test(name)),
    unfinished: names.filter((name) => /^\..+\.grifpkg\.[0-9a-f]{8}\.part$/u.test(name)),
  };
}
