import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Json } from '#app/journal/act.ts';
import { canonical } from './canonical.ts';
import { bodyDigest, readChecked, writeChecked } from './durable.ts';
import { naming, VaultError, type VaultErrorCode } from './errors.ts';
import { attemptsFile, checkedHeader, headerCopyFile, headerFile, headerOf, type Header } from './header.ts';
import { settleMigration } from './migrations/settle.ts';
import { registryFile } from './registry-place.ts';

/** What is wrong with one of the two copies while the other stands. `older`: it is of an earlier writing than the other. */
export interface HeaderFlaw {
  readonly place: string;
  readonly code: 'missing' | 'damaged' | 'io' | 'older';
}

export interface SeenHeader {
  readonly header: Header;
  readonly flaw: HeaderFlaw | undefined;
}

const copyBody = z.strictObject({ attempts: z.json(), header: z.json() });

/** The copy, before its header is checked. Throws `missing`, `damaged`, or a fault of the medium. */
function readCopy(folder: string): { attempts: Json; header: Json } {
  const parsed = copyBody.safeParse(readChecked(join(folder, headerCopyFile), headerCopyFile));
  if (!parsed.success) throw new VaultError('damaged', headerCopyFile);
  return parsed.data;
}

function tried<T>(read: () => T): T | VaultError {
  try {
    return read();
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
}

/** Faults beside which the other copy may be used: all others say something of the whole vault. */
const ofOneCopy: ReadonlySet<VaultErrorCode> = new Set(['missing', 'damaged', 'io']);
const flawOf = ({ code }: VaultError, place: string): HeaderFlaw => ({ place, code: code === 'missing' || code === 'io' ? code : 'damaged' });
const stands = ['registry', 'journal', 'holdings'] as const;

/**
 * The header by its two copies. One damaged or missing: the other stands for it, and the flaw is told. Of two whole ones the later
 * writing wins, because `vault.json` is written first and a cut leaves the other behind by one; an older one put back beside it loses
 * for the same reason. Two of the same writing that differ were not written by this program, nor were two of two vaults:
 * neither is believed. Throws `missing`, `newer`, `older`, `damaged`, or a fault of the medium.
 */
export function readHeader(folder: string): SeenHeader {
  const first = tried(() => headerOf(readChecked(join(folder, headerFile), headerFile)));
  const copy = tried(() => headerOf(readCopy(folder).header, headerCopyFile));
  for (const one of [first, copy]) if (one instanceof VaultError && !ofOneCopy.has(one.code)) throw one;
  if (first instanceof VaultError) {
    if (copy instanceof VaultError) throw first.code === 'missing' && copy.code !== 'missing' ? copy : first;
    return { header: copy, flaw: flawOf(first, headerFile) };
  }
  if (copy instanceof VaultError) return { header: first, flaw: flawOf(copy, headerCopyFile) };
  if (first.vaultId !== copy.vaultId || (first.serial === copy.serial && canonical(first) !== canonical(copy))) throw new VaultError('damaged', `${headerFile} ${headerCopyFile}`, { stands });
  if (first.serial === copy.serial) return { header: first, flaw: undefined };
  return first.serial > copy.serial ? { header: first, flaw: { place: headerCopyFile, code: 'older' } } : { header: copy, flaw: { place: headerFile, code: 'older' } };
}

/**
 * Writes both copies, each whole or not at all, `vault.json` first; the count of wrong passphrases stays. With the first the new header
 * stands: a copy that cannot be written is a flaw that is answered, not a failure. Throws a fault of the medium.
 */
export function writeHeader(folder: string, value: Header): HeaderFlaw | undefined {
  const header = checkedHeader(value);
  const attempts = witness(folder) ?? readable(() => readChecked(join(folder, attemptsFile), attemptsFile)) ?? null;
  writeChecked(join(folder, headerFile), headerFile, header);
  try {
    writeChecked(join(folder, headerCopyFile), headerCopyFile, { attempts, header });
    return undefined;
  } catch (error) {
    if (error instanceof VaultError) return { place: headerCopyFile, code: 'older' };
    throw error;
  }
}

/** What the journal names a header by: SHA-256 of its canonical body, as the file bears it. */
export const headerDigest = (value: Header): string => bodyDigest(checkedHeader(value));

/** What the copy says of wrong passphrases; undefined where it cannot be read. */
export const witness = (folder: string): Json | undefined => readable(() => readCopy(folder).attempts);

function readable(read: () => Json): Json | undefined {
  const found = tried(read);
  return found instanceof VaultError ? undefined : found;
}

/** Puts the count of wrong passphrases into the copy, where there is one to be read: one that is damaged is mended with the header. */
export function writeWitness(folder: string, attempts: Json): void {
  let header: Json;
  try {
    ({ header } = readCopy(folder));
  } catch (error) {
    if (error instanceof VaultError && ofOneCopy.has(error.code)) return;
    throw error;
  }
  writeChecked(join(folder, headerCopyFile), headerCopyFile, { attempts, header });
}

export interface Inspection {
  readonly format: number;
  readonly vaultId: string;
  readonly demonstration: boolean;
  readonly logins: readonly string[];
  /** Logins of accounts that want a key file besides the passphrase. */
  readonly keyFileLogins: readonly string[];
  readonly flaw: HeaderFlaw | undefined;
}

/** What anyone may know of a vault; undefined when there is none in the folder. Throws as `readHeader`; stores without a header are a vault whose header is missing. */
export function inspectVault(folder: string): Inspection | undefined {
  settleMigration(folder);
  // Not asked with `existsSync`: a folder that may not be entered is not one without a vault.
  const there = [headerFile, headerCopyFile, registryFile].some((name) => naming(name, () => statSync(join(folder, name), { throwIfNoEntry: false })) !== undefined);
  if (!there) return undefined;
  const { header: { format, vaultId, demonstration, accounts }, flaw } = readHeader(folder);
  return { format, vaultId, demonstration, logins: accounts.map(({ login }) => login), keyFileLogins: accounts.flatMap(({ login, keyFile }) => (keyFile === null ? [] : [login])), flaw };
}
