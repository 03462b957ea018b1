import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HoldingName } from '#app/journal/act.ts';
import type { Connection } from './db.ts';
import { syncFolder } from './durable.ts';
import { VaultError } from './errors.ts';
import type { State } from './state.ts';

/** A staged file that goes into a holding. */
export interface FileMove {
  readonly fileId: string;
  readonly holding: HoldingName;
}

export interface GivenFile extends FileMove {
  readonly key: Uint8Array;
  readonly size: number;
  readonly sha256: string;
}

export const stagingFolder = (state: State): string => join(state.folder, 'staging');
export const stagedLabel = 'staged files';

/** The key of staged files of one officer. */
export const stagingKey = (state: State): Uint8Array => state.suite.hkdf(state.keys.box.secretKey, state.header.vaultId, `grif-1/officer/${stagedLabel}`);

/** A staged file of this officer with its key. Throws `noSuchFile`. */
export function givenFile(state: State, { fileId, holding }: FileMove): GivenFile {
  const row = state.registry.prepare<[string, string], { size: number; sha256: string; sealed: Uint8Array }>('SELECT size, sha256, sealed FROM staged WHERE id = ? AND officer = ?').get(fileId, state.officer.id);
  if (row === undefined || !existsSync(join(stagingFolder(state), fileId))) throw new VaultError('noSuchFile', fileId);
  const wrapping = stagingKey(state);
  const key = state.suite.open(wrapping, new Uint8Array(row.sealed));
  wrapping.fill(0);
  if (key === undefined) throw new VaultError('damaged', `registry.db staged file ${fileId}`, { stands: ['holdings', 'journal'] });
  return { fileId, holding, key, size: row.size, sha256: row.sha256 };
}

export function insertFileKey(db: Connection, { fileId, key, size, sha256 }: GivenFile): void {
  // An earlier commit of the same file may have come this far and no further.
  db.prepare('INSERT INTO file (id, key, size, sha256) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING').run(fileId, Buffer.from(key), size, sha256);
}

/** Together with the act: from here the file belongs to the holding, wherever it lies. */
export function giveHome(state: State, { fileId, holding }: GivenFile, seq: number): void {
  state.registry.prepare('INSERT INTO file_home (file, holding, seq) VALUES (?, ?, ?)').run(fileId, holding, seq);
  state.registry.prepare('DELETE FROM staged WHERE id = ?').run(fileId);
}

const folderOf = (state: State, name: string): string | undefined => {
  const row = state.registry.prepare<[string], { folder: string }>('SELECT folder FROM holding_store WHERE name = ?').get(name);
  return row === undefined ? undefined : join(state.folder, 'holdings', row.folder, 'files');
};

/** Where the sealed bytes of a file of a holding lie: in its folder, or still in the staging folder when a crash kept it there. */
export function placeOf(state: State, name: HoldingName, fileId: string): string {
  const home = join(folderOf(state, name) ?? '', fileId);
  return existsSync(home) ? home : join(stagingFolder(state), fileId);
}

/** Moves given files out of the staging folder into their holding. */
export function moveHome(state: State, name: HoldingName): void {
  const target = folderOf(state, name);
  if (target === undefined) return;
  let moved = false;
  for (const fileId of readdirSync(stagingFolder(state))) {
    if (state.registry.prepare<[string, string], unknown>('SELECT 1 FROM file_home WHERE file = ? AND holding = ?').get(fileId, name) === undefined) continue;
    renameSync(join(stagingFolder(state), fileId), join(target, fileId));
    moved = true;
  }
  if (!moved) return;
  syncFolder(target);
  syncFolder(stagingFolder(state));
}

/** Files whose sealing was never finished: their key was in memory only and is gone. */
export function sweepStaging(state: State): void {
  for (const fileId of readdirSync(stagingFolder(state))) {
    const known = state.registry.prepare<[string, string], unknown>('SELECT 1 FROM staged WHERE id = ? UNION ALL SELECT 1 FROM file_home WHERE file = ?').get(fileId, fileId);
    if (known === undefined) rmSync(join(stagingFolder(state), fileId), { force: true });
  }
}
