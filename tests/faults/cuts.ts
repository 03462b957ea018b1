import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saidIn } from './confirmed.ts';
import { deskAt } from './desk.ts';
import { diskOf, layAfterPowerCut, withBytes, type Chance } from './disk.ts';
import { judge } from './judge.ts';
import type { Operation } from './operations.ts';
import { safeName, trace, type Change } from './trace.ts';

export interface Recorded {
  readonly operation: Operation;
  /** As it lay before. */
  readonly base: string;
  readonly changes: readonly Change[];
}

export interface Tried {
  readonly what: string;
  readonly tried: number;
  /** What was found wrong, with the place of the cut. */
  readonly misses: readonly string[];
}

/** In memory where there is such a place: the states are made by the thousand. */
export const workFolder = (): string => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'grif-faults-'));

/** A folder on another disk than `workFolder` has: what stands for a medium for backups must not lie beside the vault. */
export const otherDisk = (): string => mkdtempSync(join(process.env['GRIF_OTHER_DISK'] ?? tmpdir(), 'grif-faults-safe-'));

/** Lays out the world as the operation finds it. */
export async function baseOf(operation: Operation, world: string, base: string): Promise<void> {
  rmSync(base, { recursive: true, force: true });
  if (operation.fromNothing === true && operation.prepare === undefined) mkdirSync(base);
  else cpSync(world, base, { recursive: true });
  if (operation.prepare === undefined) return;
  const safe = otherDisk();
  try {
    const desk = deskAt(base, safe);
    await operation.prepare(desk);
    desk.end();
    cpSync(safe, join(base, safeName), { recursive: true });
  } finally {
    rmSync(safe, { recursive: true, force: true });
  }
}

/** Runs `work` on a copy of `base` of which the medium for backups lies on another disk. */
export async function onCopy<T>(base: string, run: string, work: (safe: string) => Promise<T>): Promise<T> {
  const safe = otherDisk();
  try {
    rmSync(run, { recursive: true, force: true });
    cpSync(base, run, { recursive: true });
    if (existsSync(join(base, safeName))) cpSync(join(base, safeName), safe, { recursive: true });
    rmSync(join(run, safeName), { recursive: true, force: true });
    return await work(safe);
  } finally {
    rmSync(safe, { recursive: true, force: true });
  }
}

/** Runs an operation under strace on a copy of `world`, which is left as it was. */
export async function record(operation: Operation, world: string, work: string): Promise<Recorded> {
  const base = join(work, 'base');
  const run = join(work, 'run');
  await baseOf(operation, world, base);
  mkdirSync(join(base, safeName), { recursive: true });
  const changes = await onCopy(base, run, (safe) => trace(join(import.meta.dirname, 'run-operation.ts'), [operation.name, run, safe], run, safe));
  rmSync(run, { recursive: true, force: true });
  return { operation, base, changes: withBytes(base, changes) };
}

/** Where a program is cut off: after so many changes, and perhaps with the first bytes of the next one written. */
export interface Cut {
  readonly after: number;
  readonly bytes: number;
}

const page = 4096;

/** Every instant that leaves something else on the disk: between any two changes, and at each page within a write, where a killed program can stop. */
export function cutsOf({ changes }: Recorded): Cut[] {
  return changes.flatMap((change, index): Cut[] => {
    if (change.kind === 'said' || change.kind === 'sync' || change.kind === 'syncAll') return [];
    const within = change.kind === 'write' ? Array.from({ length: Math.max(0, Math.ceil(change.bytes.length / page) - 1) }, (_, n) => ({ after: index, bytes: (n + 1) * page })) : [];
    return [...within, { after: index + 1, bytes: 0 }];
  });
}

/** Every moment before something is made sure: all that was written since the last time can be lost or torn there. */
export function syncCutsOf({ changes }: Recorded): Cut[] {
  let written = false;
  return changes.flatMap((change, index): Cut[] => {
    const isSync = change.kind === 'sync' || change.kind === 'syncAll';
    const cut = isSync && written ? [{ after: index, bytes: 0 }] : [];
    written = isSync ? false : written || change.kind !== 'said';
    return cut;
  });
}

/** So many of them, spread evenly with a start by chance; all when there are no more. */
export function someOf<T>(all: readonly T[], count: number, chance: Chance): T[] {
  if (count >= all.length) return [...all];
  const step = all.length / count;
  const from = chance() * step;
  return Array.from({ length: count }, (_, n) => all[Math.floor(from + n * step)]).filter((one) => one !== undefined);
}

const saidBefore = (changes: readonly Change[], count: number) => saidIn(changes.slice(0, count).map((change) => (change.kind === 'said' ? change.text : '')).join(''));

/** Kills the program at each of these cuts and judges what it leaves. */
export async function killAt({ operation, base, changes }: Recorded, cuts: readonly Cut[], work: string): Promise<Tried> {
  const state = join(work, 'state');
  const misses: string[] = [];
  const disk = diskOf(base);
  let applied = 0;
  for (const { after, bytes } of cuts) {
    for (; applied < after; applied += 1) {
      const change = changes[applied];
      if (change !== undefined) disk.apply(change);
    }
    const next = changes[after];
    // Written again in full when its turn comes.
    if (bytes > 0 && next?.kind === 'write') disk.apply({ ...next, bytes: next.bytes.subarray(0, bytes) });
    disk.lay(state);
    for (const wrong of await judge(state, saidBefore(changes, after), operation.fromNothing === true)) misses.push(`${operation.name}, killed after ${after} of ${changes.length} changes and ${bytes} bytes: ${wrong}`);
  }
  return { what: `kill -9: ${operation.name}`, tried: cuts.length, misses };
}

/** Cuts the power at each of these cuts: once everything not yet sure is lost, once only some of it, by chance. */
export async function powerAt({ operation, base, changes }: Recorded, cuts: readonly Cut[], work: string, chance: Chance): Promise<Tried> {
  const state = join(work, 'state');
  const misses: string[] = [];
  for (const { after } of cuts) {
    for (const loss of ['all', 'some'] as const) {
      layAfterPowerCut(base, changes, after, loss, chance, state);
      for (const wrong of await judge(state, saidBefore(changes, after), operation.fromNothing === true)) misses.push(`${operation.name}, power cut after ${after} of ${changes.length} changes (lost: ${loss}): ${wrong}`);
    }
  }
  return { what: `power cut: ${operation.name}`, tried: cuts.length * 2, misses };
}
