import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { HoldingName } from '#app/journal/act.ts';
import type { Connection } from '../db.ts';
import { naming, VaultError } from '../errors.ts';
import { moveHome } from '../file-places.ts';
import { lockFile } from '../folder-lock.ts';
import { holdingsOf, openHolding } from '../holdings.ts';
import { headOf } from '../journal.ts';
import { journalFile } from '../journal-index.ts';
import { attemptsFile, headerCopyFile, headerFile } from '../header.ts';
import { headsFile, type LoggedHead } from '../heads.ts';
import { guard, type State } from '../state.ts';
import { safePath } from './form.ts';

/** A file of the vault as it stood at one moment. */
export interface StillFile {
  readonly path: string;
  readonly bytes: number;
  readonly seen: { readonly ino: number; readonly mtimeMs: number } | null;
  readonly optional: boolean;
}

export interface Still {
  readonly head: LoggedHead;
  readonly files: readonly StillFile[];
  /** How far each holding that this officer can open had come: compared with the copy. */
  readonly records: ReadonlyMap<HoldingName, number>;
  /** Lets the stores write to their files again. Never throws. */
  release(): void;
}

export const lastRecord = (db: Connection): number => db.prepare<[], { n: number | null }>('SELECT max(n) AS n FROM record').get()?.n ?? 0;

const connections = (state: State): Connection[] => [state.registry, ...Array.from(state.open.values(), ({ db }) => db)];

/** Opens each holding and empties each log beforehand, a store in each turn: what is left for the one turn of holding still is next to nothing, and a lock need not wait for it. */
export async function settleLogs(state: State, signal: AbortSignal): Promise<void> {
  const turn = async (db: Connection | undefined): Promise<void> => {
    db?.pragma('wal_checkpoint(PASSIVE)');
    await setImmediate();
    guard(state);
    signal.throwIfAborted();
  };
  guard(state);
  await turn(state.registry);
  for (const name of holdingsOf(state)) await turn(openHolding(state, name)?.db);
}

/**
 * Holds the files of the vault still, so that they can be read one after another and belong to one moment, while the officer
 * goes on working: the write-ahead log of each store is emptied into its file, and from then on commits go to the log alone. Stores
 * that this officer has no key of are at rest: one program has the vault. All in one turn of the event loop.
 */
export function holdStill(state: State): Still {
  guard(state);
  if (state.still) throw new VaultError('inUse', 'backup');
  const head = headOf(state.registry);
  if (head === undefined) throw new VaultError('damaged', 'registry.db');
  state.heads.flush();
  const records = new Map<HoldingName, number>();
  for (const name of holdingsOf(state)) {
    const holding = openHolding(state, name);
    if (holding === undefined) continue;
    records.set(name, lastRecord(holding.db));
    moveHome(state, holding);
  }
  const held: Connection[] = [];
  const release = (): void => {
    state.still = false;
    for (const db of held) quietly(() => db.pragma('wal_autocheckpoint=1000'));
    if (!state.locked) for (const holding of state.open.values()) quietly(() => moveHome(state, holding));
  };
  try {
    for (const db of connections(state)) {
      held.push(db);
      db.pragma('wal_autocheckpoint=0');
      // Answers 1 when a reader kept it from the end of the log.
      if (db.pragma('wal_checkpoint(TRUNCATE)') !== 0) throw new VaultError('inUse', db.place);
    }
    state.still = true;
    return { head: { seq: head.seq, hash: head.hash }, files: filesOf(state.folder), records, release };
  } catch (error) {
    release();
    throw error;
  }
}

function quietly(step: () => void): void {
  try {
    step();
  } catch {
    // A store that was closed meanwhile needs it no more.
  }
}

/** Every file of the vault but its header, the lock, what stands aside for a rename, and empty logs, which come back by themselves. */
function filesOf(folder: string): StillFile[] {
  const found: StillFile[] = [];
  const walk = (below: string): void => {
    for (const entry of naming('vault', () => readdirSync(join(folder, below), { withFileTypes: true }))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && !isPassing(path)) {
        const file = look(folder, path);
        if (file !== undefined) found.push(file);
      }
    }
  };
  walk('');
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The header travels in the generation's own file; waits after wrong passphrases belong to the workstation; the index of the journal is made anew. */
const apart: ReadonlySet<string> = new Set([headerFile, headerCopyFile, attemptsFile, journalFile, `${journalFile}-wal`]);
const isPassing = (path: string): boolean => apart.has(path) || path.startsWith(lockFile) || path.endsWith('-shm') || path.endsWith('.new') || !safePath.safeParse(path).success;

/** Files of which only the beginning is read or that are never written twice need no watching. */
const isSealedFile = (path: string): boolean => path.startsWith('staging/') || /^holdings\/[^/]+\/files\//.test(path);

function look(folder: string, path: string): StillFile | undefined {
  const full = join(folder, path);
  const at = naming('vault', () => statSync(full));
  if (path.endsWith('-wal') && at.size === 0) return undefined;
  // The heads are only added to: what they were is their beginning.
  const steady = isSealedFile(path) || path === headsFile;
  return { path, bytes: at.size, seen: steady ? null : { ino: at.ino, mtimeMs: at.mtimeMs }, optional: path.startsWith('staging/') };
}
