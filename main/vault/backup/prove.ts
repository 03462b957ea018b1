import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { HoldingName } from '#app/journal/act.ts';
import { naming, VaultError } from '../errors.ts';
import { headsFile, openHeadLog } from '../heads.ts';
import { holdingCopyOf, holdingsOf } from '../holdings.ts';
import { headOf } from '../journal.ts';
import { registryFile, registryStore } from '../registry-place.ts';
import { guard, type State } from '../state.ts';
import { openStore } from '../store.ts';
import { hex } from '../suite.ts';
import { bundles, startCrew, type Crew } from './crew.ts';
import { lastRecord } from './freeze.ts';
import { objectsOf, type BackupFile, type Manifest } from './form.ts';
import { allObjects, openManifest, requireSigner } from './manifest.ts';
import { readGeneration, type Place } from './place.ts';
import { objectPath, type Done, type Unit } from './tasks.ts';
import type { WriteOptions } from './write.ts';

export interface Proof {
  readonly generation: number;
  readonly head: Manifest['head'];
  readonly at: string;
  readonly medium: string;
  readonly files: number;
  readonly bytes: number;
  /** Stores in it, and how many of them this officer's keys opened; the others were compared byte for byte only. */
  readonly stores: number;
  readonly opened: number;
}

/** Two threads hash while others wait for the medium. */
const readingHands = 4;

const provingPrefix = '.grif-proving-';

/** What a cut left of an earlier proof. */
function sweep(beside: string): void {
  for (const name of naming('vault', () => readdirSync(beside))) if (name.startsWith(provingPrefix)) rmSync(join(beside, name), { recursive: true, force: true });
}

/**
 * Proves a generation: every object is read back from the medium and is what its name says; the manifest is of this vault and
 * signed by an officer of it; the stores are put together beside the vault, opened with this officer's keys, and the journal's
 * head, the log of heads and the last record of each holding are those of the moment of the backup. Throws `damaged` at
 * `medium …` naming the file.
 */
export async function proveBackup(
  state: State, { place, generation: number, signal, onProgress }: Pick<WriteOptions, 'place' | 'generation' | 'signal' | 'onProgress'>, records?: ReadonlyMap<HoldingName, number>,
): Promise<Proof> {
  const generation = readGeneration(place, number);
  if (generation.vault !== state.header.vaultId) throw new VaultError('damaged', `medium generation ${number}`);
  const signed = openManifest(state.suite, generation, { id: state.officer.id, boxSecret: state.keys.box.secretKey });
  const { manifest } = signed;
  const signer = state.registry.prepare<[string], { key: string }>('SELECT sign_public AS key FROM officer WHERE id = ?').get(manifest.officer)?.key;
  requireSigner(state.suite, signer, signed);
  const beside = dirname(state.folder);
  sweep(beside);
  const trial = join(beside, `${provingPrefix}${basename(state.folder)}-${hex(state.suite.random(6))}`);
  const stores = manifest.files.filter(isStore);
  const joined = new Set(stores.flatMap(({ objects }) => objects));
  const rest = allObjects(manifest).filter(({ hash }) => !joined.has(hash));
  const of = rest.reduce((sum, { bytes }) => sum + bytes, 0) + stores.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const crew = startCrew({ signal, onBytes: (bytes) => onProgress('readingBack', done += bytes, of), hands: readingHands });
  try {
    naming('vault', () => mkdirSync(trial, { mode: 0o700 }));
    const bad = badOf(await crew.run(bundles(rest, ({ bytes }) => bytes).map((names): Unit => ({ do: 'read', objects: place.objects, names }))));
    for (const hash of await joinFiles(crew, place, trial, stores, { flush: false })) bad.add(hash);
    // What is not what its name says would be taken for it by the next backup: that one writes it anew.
    for (const hash of bad) naming('medium', () => rmSync(join(place.objects, objectPath(hash)), { force: true }));
    requireWhole(manifest, bad);
    guard(state);
    onProgress('opening', 0, stores.length);
    const opened = openTrial(state, trial, manifest, records);
    return {
      generation: number, head: manifest.head, at: manifest.at, medium: manifest.medium, files: manifest.files.length, bytes: generation.bytes,
      stores: stores.filter(({ path }) => path.endsWith('.db')).length, opened,
    };
  } catch (error) {
    if (state.locked) throw new VaultError('locked', 'vault', { cause: error });
    if (signal.aborted) throw new VaultError('cancelled', 'backup', { cause: error });
    throw error;
  } finally {
    await crew.end();
    rmSync(trial, { recursive: true, force: true });
  }
}

const isStore = ({ path }: BackupFile): boolean => path.endsWith('.db') || path.endsWith('.db-wal') || path === headsFile;

/** Puts files together from their objects below `target`, each flushed if asked; answers the objects that were not what they should be. */
export async function joinFiles(crew: Crew, place: Place, target: string, files: readonly BackupFile[], { flush }: { flush: boolean }): Promise<Set<string>> {
  const units = files.flatMap((file): Unit[] => {
    const pieces = bundles(objectsOf(file), ({ bytes }) => bytes);
    let at = 0;
    return (pieces.length === 0 ? [[]] : pieces).map((names) => {
      const unit: Unit = { do: 'join', objects: place.objects, names, target: join(target, file.path), at, flush };
      at += names.reduce((sum, { bytes }) => sum + bytes, 0);
      return unit;
    });
  });
  return badOf(await crew.run(units));
}

const badOf = (answers: readonly Done[]): Set<string> => new Set(answers.flatMap(({ bad }) => bad ?? []));

/** Names the first file that cannot be had whole. */
export function requireWhole(manifest: Manifest, bad: ReadonlySet<string>): void {
  if (bad.size === 0) return;
  const file = manifest.files.find(({ objects }) => objects.some((one) => bad.has(one)));
  throw new VaultError('damaged', `medium generation ${manifest.generation} ${file?.path ?? ''}`.trim());
}

function openTrial(state: State, trial: string, manifest: Manifest, records: ReadonlyMap<HoldingName, number> | undefined): number {
  const differs = (what: string, cause?: unknown): VaultError => new VaultError('damaged', `medium generation ${manifest.generation} ${what}`, { cause });
  const within = <T>(what: string, step: () => T): T => {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      throw differs(what, error);
    }
  };
  requireHead(state.suite, trial, state.keys.registry, manifest);
  let opened = 1;
  for (const name of holdingsOf(state)) {
    const last = records?.get(name);
    const copy = within(`holding ${name}`, () => holdingCopyOf(state, trial, name));
    if (copy === undefined) continue;
    try {
      if (last !== undefined && lastRecord(copy) !== last) throw differs(`holding ${name}`);
      opened += 1;
    } finally {
      copy.close();
    }
  }
  return opened;
}

/** The journal in a folder put together from a backup ends where the manifest says, and so does its log of heads. Throws `damaged`. */
export function requireHead(suite: State['suite'], folder: string, registryKey: Uint8Array, manifest: Manifest): void {
  const differs = (what: string, cause?: unknown): VaultError => new VaultError('damaged', `medium generation ${manifest.generation} ${what}`, { cause });
  try {
    const registry = openStore(registryStore(folder, registryKey), { vaultId: manifest.vault, store: 'registry' });
    try {
      const head = headOf(registry);
      const acts = registry.prepare<[], { n: number }>('SELECT count(*) AS n FROM act').get()?.n;
      if (head?.seq !== manifest.head.seq || head.hash !== manifest.head.hash || acts !== head.seq) throw differs(registryFile);
    } finally {
      registry.close();
    }
    const heads = openHeadLog(join(folder, headsFile), suite, registryKey, manifest.vault);
    try {
      const last = heads.last();
      if (last?.seq !== manifest.head.seq || last.hash !== manifest.head.hash) throw differs(headsFile);
    } finally {
      heads.close();
    }
  } catch (error) {
    if (error instanceof VaultError && error.place.startsWith('medium')) throw error;
    if (error instanceof VaultError && error.code === 'damaged') throw differs(error.place, error);
    throw error;
  }
}
