import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { keepers } from '#app/journal/two.ts';
import { accountOf, openAccount, type Proof } from '../account.ts';
import { syncFolder } from '../durable.ts';
import { asVaultError, VaultError } from '../errors.ts';
import { headerOf, type Header } from '../header.ts';
import { writeHeader } from '../header-copies.ts';
import { wipe, type Keyring } from '../keyring.ts';
import { unlockVault, type Surroundings } from '../open.ts';
import { registryStore } from '../registry-place.ts';
import { rollOf } from '../roll.ts';
import { openStore } from '../store.ts';
import { createSuite, hex, type CryptoProvider } from '../suite.ts';
import { startCrew } from './crew.ts';
import type { Manifest } from './form.ts';
import { openManifest, requireSigner } from './manifest.ts';
import { generationsIn, placeIn, readGeneration, readMark } from './place.ts';
import { joinFiles, requireHead, requireWhole } from './prove.ts';

export interface RestoreOptions extends Surroundings {
  /** Folder on the medium that was registered. */
  readonly medium: string;
  readonly generation: number;
  readonly first: Proof;
  /** Another officer: a restore is done by two (Art. 12). */
  readonly second: Proof;
  readonly signal: AbortSignal;
  readonly onProgress: (stage: 'readingBack' | 'opening', done: number, of: number) => void;
}

export interface Restored {
  readonly generation: number;
  readonly at: string;
  readonly head: Manifest['head'];
  readonly acts: number;
}

const asidePrefix = '.restoring-';

/** What a medium says of itself to anyone: nothing of it is proven. */
export interface MediumLook {
  readonly number: string | null;
  readonly generations: readonly { readonly generation: number; readonly at: string | null; readonly vault: string | null; readonly bytes: number; readonly logins: readonly string[]; readonly keyFileLogins: readonly string[]; readonly trouble: 'damaged' | 'newer' | null }[];
}

/** Throws a fault at `medium`; a generation that cannot be read is listed with its trouble. */
export function lookAtMedium(folder: string): MediumLook {
  const place = placeIn(folder);
  const generations = generationsIn(place).map((generation) => {
    try {
      const { at, vault, bytes, header } = readGeneration(place, generation);
      const { accounts } = headerOf(header);
      return { generation, at, vault, bytes, logins: accounts.map(({ login }) => login), keyFileLogins: accounts.filter(({ keyFile }) => keyFile !== null).map(({ login }) => login), trouble: null };
    } catch (error) {
      if (!(error instanceof VaultError) || (error.code !== 'damaged' && error.code !== 'newer' && error.code !== 'missing')) throw error;
      return { generation, at: null, vault: null, bytes: 0, logins: [], keyFileLogins: [], trouble: error.code === 'newer' ? 'newer' as const : 'damaged' as const };
    }
  });
  return { number: markOf(folder), generations };
}

function markOf(folder: string): string | null {
  try {
    return readMark(placeIn(folder))?.number ?? null;
  } catch {
    // The generations tell of themselves.
    return null;
  }
}

/**
 * Puts a vault back from a backup into a folder in which there is none: built aside, compared with the head of the journal that the
 * manifest names, given its first act, and only then named a vault. Throws VaultError: `exists`, `noSuchOfficer`,
 * `wrongPassphrase` (place: the login), `forbidden` (place `samePerson`, or `first` or `second` whose role is not entitled), `damaged` and
 * other faults at `medium …`, `noSpace`, `cancelled`.
 */
export async function restoreVault(folder: string, options: RestoreOptions): Promise<Restored> {
  const place = resolve(folder);
  const suite = createSuite(options.random);
  if (existsSync(place) && readdirSync(place).length > 0) throw new VaultError('exists', 'vault');
  const medium = placeIn(options.medium);
  const generation = readGeneration(medium, options.generation);
  const header = headerOf(generation.header);
  if (header.vaultId !== generation.vault) throw new VaultError('damaged', `medium generation ${options.generation}`);
  const [first, second] = [accountOf(header, options.first.login), accountOf(header, options.second.login)];
  if (first.id === second.id) throw new VaultError('forbidden', 'samePerson');
  sweep(dirname(place), basename(place));
  const aside = join(dirname(place), `${asidePrefix}${basename(place)}-${hex(suite.random(8))}`);
  let keys: Keyring | undefined;
  try {
    mkdirSync(aside, { mode: 0o700 });
    const door = { suite, vaultId: header.vaultId, folder: aside, clock: options.clock, workstation: options.workstation };
    keys = await openAccount(door, first, options.first);
    wipe(await openAccount(door, second, options.second));
    const signed = openManifest(suite, generation, { id: first.id, boxSecret: keys.box.secretKey });
    await build(aside, signed.manifest, medium, options);
    writeHeader(aside, header);
    options.onProgress('opening', 0, 1);
    requireHead(suite, aside, keys.registry, signed.manifest);
    const known = enrolledIn(aside, suite, header, keys);
    requireSigner(suite, known.get(signed.manifest.officer)?.key, signed);
    for (const { id } of [first, second]) if (!keepers.some((role) => role === known.get(id)?.role)) throw new VaultError('forbidden', id === second.id ? 'second' : 'first');
    await firstAct(aside, signed.manifest, second.id, options);
    if (existsSync(place)) rmdirSync(place);
    renameSync(aside, place);
    syncFolder(dirname(place));
    return { generation: options.generation, at: signed.manifest.at, head: signed.manifest.head, acts: signed.manifest.head.seq };
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (options.signal.aborted) throw new VaultError('cancelled', 'backup', { cause: error });
    throw asVaultError(error, 'vault');
  } finally {
    if (keys !== undefined) wipe(keys);
  }
}

/** What an interrupted restore left: never a vault, for it had not been given its name. */
function sweep(beside: string, name: string): void {
  if (!existsSync(beside)) mkdirSync(beside, { recursive: true, mode: 0o700 });
  for (const one of readdirSync(beside)) if (one.startsWith(`${asidePrefix}${name}-`)) rmSync(join(beside, one), { recursive: true, force: true });
}

async function build(aside: string, manifest: Manifest, medium: ReturnType<typeof placeIn>, { signal, onProgress }: RestoreOptions): Promise<void> {
  const of = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const { bavail, bsize } = statfsSync(dirname(aside));
  if (bavail * bsize < of + 16 * 1024 * 1024) throw new VaultError('noSpace', 'vault');
  for (const name of ['holdings', 'staging']) mkdirSync(join(aside, name), { mode: 0o700 });
  let done = 0;
  const crew = startCrew({ signal, onBytes: (bytes) => onProgress('readingBack', done += bytes, of) });
  try {
    requireWhole(manifest, await joinFiles(crew, medium, aside, manifest.files, { flush: true }));
  } finally {
    await crew.end();
  }
  // A holding without attachments has an empty folder for them, which a backup does not name.
  for (const name of readdirSync(join(aside, 'holdings'))) mkdirSync(join(aside, 'holdings', name, 'files'), { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(aside, { recursive: true, withFileTypes: true })) if (entry.isDirectory()) syncFolder(join(entry.parentPath, entry.name));
  syncFolder(aside);
}

/** Role and signing key of each officer by the signed acts of the journal in the backup; no role of one whose account is closed, or whom the header shows with other keys. */
function enrolledIn(folder: string, suite: CryptoProvider, header: Header, keys: Keyring): Map<string, { role: string; key: string }> {
  const registry = openStore(registryStore(folder, keys.registry), { vaultId: header.vaultId, store: 'registry' });
  try {
    const { members } = rollOf({ registry, suite });
    return new Map(Array.from(members.values(), ({ id, role, active, signPublic, boxPublic }) => {
      const vouched = active && header.accounts.every((one) => one.id !== id || (one.signPublic === signPublic && one.boxPublic === boxPublic));
      return [id, { role: vouched ? role : '', key: signPublic }];
    }));
  } finally {
    registry.close();
  }
}

/** The restored vault begins with saying from what it was made and by whom. */
async function firstAct(folder: string, manifest: Manifest, second: string, options: RestoreOptions): Promise<void> {
  const vault = await unlockVault(folder, {
    clock: options.clock, workstation: options.workstation, random: options.random, projections: options.projections, ...options.first,
    restored: {
      second: options.second,
      act: {
        kind: 'backup.restored', result: 'done', subject: manifest.medium, held: [],
        open: { generation: manifest.generation, medium: manifest.medium, at: manifest.at, seq: manifest.head.seq, head: manifest.head.hash, second },
      },
    },
  });
  vault.lock();
}
