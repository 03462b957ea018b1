import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HoldingName } from '#app/journal/act.ts';
import { canonical } from './canonical.ts';
import type { Connection } from './db.ts';
import { syncFolder } from './durable.ts';
import { naming, VaultError } from './errors.ts';
import type { Holding } from './holdings.ts';
import { secretBytes } from './secrets.ts';
import type { State } from './state.ts';

/** A staged file that goes into a holding. */
export interface FileMove {
  readonly fileId: string;
  readonly holding: HoldingName;
}

/** A sealed file with its key. Size in bytes and sum in lower-case hex are those of the plaintext. */
export interface KeyedFile {
  readonly fileId: string;
  readonly key: Uint8Array;
  readonly size: number;
  readonly sha256: string;
}

export type GivenFile = KeyedFile & FileMove;

export const stagingFolder = (state: State): string => join(state.folder, 'staging');
/** A file that is being sealed or thrown away bears this behind its id. */
export const partialOf = (path: string): string => `${path}.partial`;
export const stagedLabel = 'staged files';

/** The key of staged files of one officer. */
const stagingKey = (state: State): Uint8Array => state.suite.hkdf(state.keys.box.secretKey, state.header.vaultId, `grif-1/officer/${stagedLabel}`);

const stagedShape = z.strictObject({ id: z.string(), sha256: z.string(), size: z.int() });
const keyBytes = 32;

/** Everything but the id is sealed under the officer's own key: sums and sizes of files are nobody else's. The key as bytes, and behind it the rest as JSON. */
export function keepStaged(state: State, { fileId, key, size, sha256 }: KeyedFile): void {
  const wrapping = stagingKey(state);
  const about = new TextEncoder().encode(canonical({ id: fileId, sha256, size }));
  const plain = secretBytes(keyBytes + about.length);
  plain.set(key);
  plain.set(about, keyBytes);
  state.registry.prepare('INSERT INTO staged (id, sealed) VALUES (?, ?)').run(fileId, Buffer.from(state.suite.seal(wrapping, plain)));
  plain.fill(0);
  state.suite.secrets.erase(wrapping);
}

/** The staged files of this officer, or the one of that id; the caller wipes the keys. A row that does not open is another officer's. */
export function stagedFiles(state: State, only?: string): readonly KeyedFile[] {
  const rows = state.registry.prepare<[], { id: string; sealed: Uint8Array }>('SELECT id, sealed FROM staged ORDER BY id').all().filter(({ id }) => only === undefined || id === only);
  const wrapping = stagingKey(state);
  const files = rows.flatMap(({ id, sealed }) => {
    const plain = state.suite.open(wrapping, sealed);
    if (plain === undefined) return [];
    const file = stagedShape.parse(JSON.parse(new TextDecoder().decode(plain.subarray(keyBytes))));
    const key = state.suite.copyOf(plain.subarray(0, keyBytes));
    state.suite.secrets.erase(plain);
    return file.id === id ? [{ fileId: id, key, size: file.size, sha256: file.sha256 }] : [];
  });
  state.suite.secrets.erase(wrapping);
  return files;
}

/** A staged file of this officer with its key. Throws `noSuchFile`. */
export function givenFile(state: State, { fileId, holding }: FileMove): GivenFile {
  const [file] = stagedFiles(state, fileId);
  if (file === undefined || !existsSync(join(stagingFolder(state), fileId))) throw new VaultError('noSuchFile', fileId);
  return { ...file, holding };
}

/** With the contents of an act: the file belongs to the holding as soon as that act stands, wherever it lies. */
export function insertFileKey(db: Connection, { fileId, key, size, sha256 }: GivenFile, seq: number): void {
  db.prepare('INSERT INTO file (seq, id, key, size, sha256) VALUES (?, ?, ?, ?, ?)').run(seq, fileId, Buffer.from(key.buffer, key.byteOffset, key.length), size, sha256);
}

/** Together with the act. */
export const forgetStaged = (state: State, fileId: string): void => { state.registry.prepare('DELETE FROM staged WHERE id = ?').run(fileId); };

const filesOf = (state: State, place: string): string => join(state.folder, 'holdings', place, 'files');

/** Where the sealed bytes of a file of a holding lie: in its folder, or still in the staging folder when a crash kept it there. */
export function placeOf(state: State, { place }: Holding, fileId: string): string {
  const home = join(filesOf(state, place), fileId);
  return existsSync(home) ? home : join(stagingFolder(state), fileId);
}

/** Moves given files out of the staging folder into their holding. */
export function moveHome(state: State, { place, db }: Holding): void {
  const target = filesOf(state, place);
  // A backup has made its list: until it is done the file is read where it lies.
  if (state.still) return;
  let moved = false;
  for (const fileId of readdirSync(stagingFolder(state))) {
    if (db.prepare<[string], unknown>('SELECT 1 FROM file WHERE id = ?').get(fileId) === undefined) continue;
    renameSync(join(stagingFolder(state), fileId), join(target, fileId));
    moved = true;
  }
  if (!moved) return;
  syncFolder(target);
  syncFolder(stagingFolder(state));
}

/**
 * What a crash left of sealing or throwing away: with a row in the registry the file is whole and gets its name, without one nobody has
 * its key. A file under its own name is never touched here: it may be a holding's of which this officer knows nothing.
 */
export function sweepStaging(state: State): void {
  const folder = stagingFolder(state);
  for (const name of naming('staging', () => readdirSync(folder))) {
    const path = join(folder, name.replace(/\.partial$/, ''));
    if (partialOf(path) !== join(folder, name)) continue;
    const known = state.registry.prepare<[string], unknown>('SELECT 1 FROM staged WHERE id = ?').get(name.slice(0, -'.partial'.length));
    if (known === undefined) rmSync(partialOf(path), { force: true });
    else renameSync(partialOf(path), path);
  }
}
