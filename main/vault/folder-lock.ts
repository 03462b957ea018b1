import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { naming, VaultError } from './errors.ts';
import { hex, type Random } from './suite.ts';

export const lockFile = 'vault.lock';

/** `boot` and `start` tell a living program from another one that was given the same number later. */
const holder = z.strictObject({ pid: z.int(), boot: z.string(), start: z.string(), token: z.string() });
type Holder = z.infer<typeof holder>;

const readOr = (path: string, otherwise: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
};

/** Linux says when the machine and the program started; elsewhere only whether the program lives is known. */
const bootId = (): string => readOr('/proc/sys/kernel/random/boot_id', '').trim();
const startOf = (pid: number): string => {
  const stat = readOr(`/proc/${pid}/stat`, '');
  // The name of the program stands in brackets and may hold blanks: count from the last one. Field 22 is the start.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
};

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isStale(text: string): boolean {
  const parsed = holder.safeParse(readJson(text));
  // An unreadable lock is one that was cut off while being written: its writer never got in.
  if (!parsed.success) return true;
  const { pid, boot, start } = parsed.data;
  return boot !== bootId() || !lives(pid) || startOf(pid) !== start;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * One program at a time on a vault. Answers what lets go of it. Throws `inUse` when another living program, or
 * this one, has it; a lock left behind by a crash or copied from another machine is taken over.
 */
export function lockFolder(folder: string, random: Random): () => void {
  const path = join(folder, lockFile);
  const token = hex(random(8));
  const mine: Holder = { pid: process.pid, boot: bootId(), start: startOf(process.pid), token };
  const own = `${path}.${token}`;
  return naming(lockFile, () => {
    const fd = openSync(own, 'wx', 0o600);
    try {
      writeSync(fd, JSON.stringify(mine));
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    try {
      if (!taken(own, path)) takeOver(own, path, token);
    } finally {
      rmSync(own, { force: true });
    }
    return () => {
      if (readOr(path, '').includes(token)) rmSync(path, { force: true });
    };
  });
}

/** File systems without links, and what they answer. */
const linkless: ReadonlySet<unknown> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL']);

/** A link is made only where nothing is, and never half written; where there are no links, an exclusive copy comes next. */
function taken(own: string, path: string): boolean {
  try {
    try {
      linkSync(own, path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && linkless.has(error.code))) throw error;
      copyFileSync(own, path, constants.COPYFILE_EXCL);
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function takeOver(own: string, path: string, token: string): void {
  const seen = readOr(path, '');
  if (!isStale(seen)) throw new VaultError('inUse', lockFile);
  const aside = `${path}.stale.${token}`;
  renameSync(path, aside);
  // Between reading and renaming somebody else may have taken it over: what was moved is then theirs, and goes back.
  const moved = readOr(aside, '');
  if (moved !== seen) {
    taken(aside, path);
    rmSync(aside, { force: true });
    throw new VaultError('inUse', lockFile);
  }
  rmSync(aside, { force: true });
  if (!taken(own, path)) throw new VaultError('inUse', lockFile);
}
