import { closeSync, openSync, readSync } from 'node:fs';
import { VaultError } from './errors.ts';

const partBytes = 1024 * 1024;

/** The file system's own word on whether a file can be read from end to end; undefined when it can, or is not there. */
function readFault(path: string): unknown {
  let fd: number | undefined;
  try {
    fd = openSync(path, 'r');
    const part = Buffer.alloc(partBytes);
    for (let at = 0; ;) {
      const read = readSync(fd, part, 0, partBytes, at);
      if (read === 0) return undefined;
      at += read;
    }
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : error;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/**
 * The page cipher calls a page that the medium did not give a damaged one. Whoever is told of damage asks the medium itself
 * before believing it: answers `io` when it is the medium that fails, else the error as it was.
 */
export function mediumOrDamage(error: unknown, path: string): unknown {
  if (!(error instanceof VaultError) || error.code !== 'damaged') return error;
  const cause = readFault(path) ?? readFault(`${path}-wal`);
  return cause === undefined ? error : new VaultError('io', error.place, { stands: error.stands, cause });
}
