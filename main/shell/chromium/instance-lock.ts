import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ShellFailure } from '../failure.ts';

/**
 * One program per data folder. Chromium itself would open a second window of the first program on a
 * second launch, so the lock is ours and is taken before anything is launched. It holds the process id
 * and, where the system tells it, that process's start time: a number used again after a power cut is
 * not mistaken for the running program.
 */
export function takeInstanceLock(folder: string): { release(): void } {
  const path = join(folder, 'running.lock');
  const own = `${process.pid} ${startOf(process.pid) ?? ''}`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (place(path, own)) return { release: () => releaseIfOurs(path, own) };
    const holder = readLock(path);
    if (holder !== undefined && isAlive(holder)) {
      throw new ShellFailure('ALREADY_RUNNING', `process ${holder.split(' ')[0]} holds ${path}`);
    }
    removeStale(path, holder);
  }
  throw new ShellFailure('ALREADY_RUNNING', `${path} is being taken by another start`);
}

/** Puts the lock in place whole: another starter must never read one that is still empty. */
function place(path: string, own: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves the stale lock aside before looking at it, so that of two starters only one removes it. */
function removeStale(path: string, seen: string | undefined): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readLock(aside) === seen) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function releaseIfOurs(path: string, own: string): void {
  if (readLock(path) === own) rmSync(path, { force: true });
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(holder: string): boolean {
  const [number = '', start = ''] = holder.split(' ');
  const pid = Number(number);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
  const now = startOf(pid);
  return start === '' || now === undefined || now === start;
}

/** Start time of a process in clock ticks since boot (proc(5), field 22), on Linux; otherwise undefined. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
