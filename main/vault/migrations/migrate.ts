import { constants, copyFileSync, cpSync, existsSync, linkSync, readdirSync, renameSync, rmSync, statfsSync, statSync, openSync, fsyncSync, closeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { accountOf, openAccount } from '../account.ts';
import { syncFolder } from '../durable.ts';
import { asVaultError, VaultError } from '../errors.ts';
import { lockFile, lockFolder } from '../folder-lock.ts';
import { readHeader } from '../header-copies.ts';
import { wipe } from '../keyring.ts';
import { unlockVault, type UnlockOptions } from '../open.ts';
import { finishGently } from '../steps.ts';
import { createSuite } from '../suite.ts';
import { levelOf, migrations as own } from './index.ts';
import { migratedFolder, migratingFolder, settleMigration } from './settle.ts';

export interface MigrateOptions extends UnlockOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (stage: 'copying' | 'journal' | 'projections', done: number, of: number) => void;
  /** Tests interrupt it here. */
  readonly step?: ((step: 'copied' | 'migrated' | 'verified' | 'ready' | 'parted' | 'swapped') => void) | undefined;
}

export interface Migrated {
  readonly from: number;
  readonly to: number;
  /** Folder in which the vault lies as it was. */
  readonly kept: string;
}

/**
 * Brings a vault to the form of this program: a copy beside it is migrated and verified - journal, signatures, heads, projections built
 * anew - and only then takes its name; the vault as it was is kept under another. A cut at any step leaves the one or the
 * other, whole. Throws what `unlockVault` throws, `forbidden` (an officer without all keys), `noSpace`, `cancelled`.
 */
export async function migrateVault(folder: string, options: MigrateOptions): Promise<Migrated> {
  const place = resolve(folder);
  settleMigration(place);
  const suite = createSuite(options.random);
  const all = options.migrations ?? own;
  const { header } = readHeader(place);
  const release = lockFolder(place, options.random);
  const [aside, ready] = [migratingFolder(place), migratedFolder(place)];
  try {
    const account = accountOf(header, options.login);
    wipe(await openAccount({ ...options, suite, vaultId: header.vaultId, folder: place }, account, options));
    for (const left of [aside, ready]) rmSync(left, { recursive: true, force: true });
    requireSpace(place);
    copyVault(place, aside);
    options.step?.('copied');
    const from = await verified(aside, options);
    options.step?.('verified');
    renameSync(aside, ready);
    syncFolder(dirname(place));
    options.step?.('ready');
    const kept = freeName(place, from);
    renameSync(place, kept);
    options.step?.('parted');
    settleMigration(place);
    rmSync(join(kept, lockFile), { force: true });
    options.step?.('swapped');
    return { from, to: levelOf(all), kept };
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (options.signal.aborted) throw new VaultError('cancelled', 'migration', { cause: error });
    throw asVaultError(error, 'vault');
  } finally {
    release();
  }
}

const bytesIn = (folder: string): number => readdirSync(folder, { recursive: true, withFileTypes: true })
  .reduce((sum, entry) => sum + (entry.isFile() && !entry.parentPath.endsWith('files') ? statSync(join(entry.parentPath, entry.name)).size : 0), 0);

function requireSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(dirname(folder));
  // A copy, and what rebuilding and write-ahead logs take beside it.
  if (bavail * bsize < 2 * bytesIn(folder) + 64 * 1024 * 1024) throw new VaultError('noSpace', 'vault');
}

/** Stores are copied; sealed files, which are never written again, are linked where the file system can. */
function copyVault(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !basename(path).startsWith(lockFile) && basename(dirname(path)) !== 'files' });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const target = join(to, entry.parentPath.slice(from.length), entry.name);
    if (basename(entry.parentPath) === 'files') linkOrCopy(join(entry.parentPath, entry.name), target);
    else if (existsSync(target)) sync(target);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    sync(to);
  }
}

function sync(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Migrates the copy and verifies it as a whole; answers the level it came from. */
async function verified(aside: string, options: MigrateOptions): Promise<number> {
  let from = 0;
  const vault = await unlockVault(aside, { ...options, migrating: (level) => { from = level; } });
  options.step?.('migrated');
  try {
    const { broken } = await finishGently(vault.journal.verify(), ({ done, of }) => options.onProgress('journal', done, of), options.signal);
    if (broken !== undefined) throw new VaultError('damaged', `registry.db act ${broken.seq}`, { stands: ['registry', 'journal', 'holdings'] });
    const { differences, lost } = await finishGently(vault.rebuild(), ({ done, of }) => options.onProgress('projections', done, of), options.signal);
    const [first] = lost;
    if (first !== undefined) throw new VaultError('damaged', `holding ${first.holding} act ${first.seq}`, { stands: ['registry', 'journal', 'otherHoldings'] });
    const [other] = differences;
    if (other !== undefined) throw new VaultError('damaged', `${other.store} ${other.table}`, { stands: ['registry', 'journal', 'holdings'] });
  } finally {
    vault.lock();
  }
  return from;
}

function freeName(place: string, from: number): string {
  for (let n = 0; ; n += 1) {
    const name = `${place}.before-${from + 1}${n === 0 ? '' : `-${n}`}`;
    if (!existsSync(name)) return name;
  }
}
