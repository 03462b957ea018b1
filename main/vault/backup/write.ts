import { dirname, join } from 'node:path';
import { statfsSync, statSync } from 'node:fs';
import { syncFolder } from '../durable.ts';
import { naming, VaultError } from '../errors.ts';
import { guard, type State } from '../state.ts';
import { bundles, startCrew } from './crew.ts';
import { backupFormat, objectBytes, objectsOf, type BackupFile, type Manifest } from './form.ts';
import { flushesBehind, flushFileSystem } from './flush.ts';
import { holdStill, settleLogs, type Still, type StillFile } from './freeze.ts';
import { allObjects, openManifest, sealManifest } from './manifest.ts';
import { generationsIn, layOut, readGeneration, writeGeneration, type Place } from './place.ts';
import { objectPath, type FreshObject, type Part, type Unit } from './tasks.ts';

export interface WriteOptions {
  readonly place: Place;
  readonly medium: string;
  readonly generation: number;
  readonly signal: AbortSignal;
  readonly onProgress: (stage: 'copying' | 'flushing' | 'readingBack' | 'opening', done: number, of: number) => void;
}

export interface Written {
  readonly manifest: Manifest;
  readonly records: Still['records'];
  /** Bytes that were not on the medium before. */
  readonly freshBytes: number;
}

/** Left free on the medium for the generation's own files, in bytes. */
const reserveBytes = 16 * 1024 * 1024;

/**
 * Writes a generation to a medium: every file of the vault as it stands now, cut into objects named by their hash, of which those
 * that lie there already are not written again; then the manifest. The officer goes on working meanwhile. What a cut or a
 * cancelling leaves behind are objects, which the next try finds. Throws VaultError at `vault` or `medium`.
 */
export async function writeBackup(state: State, options: WriteOptions): Promise<Written> {
  const { place, medium, generation, signal, onProgress } = options;
  layOut(place);
  await settleLogs(state, signal);
  const still = await state.readers.alone(AbortSignal.any([signal, state.stop.signal]), () => holdStill(state));
  const at = state.clock.now();
  const of = still.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const crew = startCrew({ signal, onBytes: (bytes) => onProgress('copying', done += bytes, of) });
  const flushing = flushesBehind(signal);
  try {
    const known = knownFiles(state, place);
    const fresh: FreshObject[] = [];
    const files = new Map<number, BackupFile>();
    const toRead: { index: number; file: StillFile }[] = [];
    for (const [index, file] of still.files.entries()) {
      const before = file.seen === null ? known.get(file.path) : undefined;
      if (before?.bytes === file.bytes) files.set(index, before);
      else toRead.push({ index, file });
    }
    done = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    requireSpace(place, toRead.reduce((sum, { file }) => sum + file.bytes, 0), known.size > 0);
    const parts = toRead.flatMap(({ index, file }) => partsOf(state.folder, index, file));
    const units = bundles(parts, ({ length }) => length).map((bundle): Extract<Unit, { do: 'write' }> => ({ do: 'write', objects: place.objects, parts: bundle }));
    const answers = await crew.run(units, ({ fresh: made = [] }) => {
      fresh.push(...made);
      flushing.add(made.filter(isLong).map(({ path }) => path));
    });
    guard(state);
    const named = new Map<number, string[] | null>();
    for (const [n, unit] of units.entries()) {
      for (const [m, part] of unit.parts.entries()) {
        const names = answers[n]?.parts?.[m] ?? null;
        const sofar = named.get(part.file);
        named.set(part.file, names === null || sofar === null ? null : [...(sofar ?? []), ...names]);
      }
    }
    for (const { index, file } of toRead) {
      const objects = named.get(index);
      if (objects !== null && objects !== undefined) files.set(index, { path: file.path, bytes: file.bytes, objects });
    }
    onProgress('flushing', 0, fresh.length);
    await flushing.end();
    // Also where nothing is new: what a killed try left was perhaps never flushed.
    if (!(await flushFileSystem(place.root, signal))) {
      signal.throwIfAborted();
      await crew.run(bundles(fresh.filter((one) => !isLong(one)), () => 1, 200).map((objects): Unit => ({ do: 'sync', paths: objects.map(({ path }) => path) })));
      naming('medium', () => {
        for (const folder of new Set(fresh.map(({ path }) => dirname(path)))) syncFolder(folder);
      });
    }
    guard(state);
    const manifest: Manifest = {
      format: backupFormat, suite: state.suite.id, vault: state.header.vaultId, generation, medium, at, officer: state.officer.id, head: still.head,
      files: [...files].toSorted(([a], [b]) => a - b).map(([, file]) => file),
    };
    writeGeneration(place, sealManifest(state, manifest, state.header), allObjects(manifest));
    return { manifest, records: still.records, freshBytes: fresh.reduce((sum, { bytes }) => sum + bytes, 0) };
  } catch (error) {
    if (state.locked) throw new VaultError('locked', 'vault', { cause: error });
    if (signal.aborted) throw new VaultError('cancelled', 'backup', { cause: error });
    throw error;
  } finally {
    still.release();
    await crew.end();
    await flushing.stop();
  }
}

/** By name and length only: that they are what they should be is for the reading back to say. */
const isThere = (place: Place, file: BackupFile): boolean =>
  objectsOf(file).every(({ hash, bytes }) => statSync(join(place.objects, objectPath(hash)), { throwIfNoEntry: false })?.size === bytes);

/** Worth a flush of its own; shorter ones wait for that of the whole file system. */
const isLong = ({ bytes }: FreshObject): boolean => bytes >= objectBytes / 4;

/** Stretches of about 64 MiB, so that one long file keeps more than one thread busy. */
const stretch = 16 * objectBytes;

function partsOf(folder: string, file: number, { path, bytes, seen, optional }: StillFile): Part[] {
  const count = Math.max(1, Math.ceil(bytes / stretch));
  return Array.from({ length: count }, (_, n) => ({ file, path: join(folder, path), start: n * stretch, length: Math.min(stretch, bytes - n * stretch), seen, optional }));
}

/** Files of the newest generation here that this officer can open: a sealed file of the same name and length is the same file. */
function knownFiles(state: State, place: Place): ReadonlyMap<string, BackupFile> {
  for (const number of generationsIn(place).toReversed()) {
    try {
      const generation = readGeneration(place, number);
      if (generation.vault !== state.header.vaultId) continue;
      const { manifest } = openManifest(state.suite, generation, { id: state.officer.id, boxSecret: state.keys.box.secretKey });
      return new Map(manifest.files.filter((file) => file.path.includes('/files/') && isThere(place, file)).map((file) => [file.path, file]));
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
    }
  }
  return new Map();
}

/** Only the first backup on a medium is measured whole: how much of a later one is new is known when it is written. */
function requireSpace(place: Place, bytes: number, later: boolean): void {
  const { bavail, bsize } = naming('medium', () => statfsSync(place.root));
  if (bavail * bsize < (later ? 0 : bytes) + reserveBytes) throw new VaultError('noSpace', 'medium');
}
