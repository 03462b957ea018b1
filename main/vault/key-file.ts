import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './durable.ts';
import { VaultError } from './errors.ts';
import { secretBytes, type Secret } from './secrets.ts';
import { hex, unhex, type CryptoProvider } from './suite.ts';

/** What an account may want besides its passphrase: 32 bytes of chance on a medium that is kept apart from the workstation. The caller erases them. */
export interface KeyFile {
  /** The first 16 bytes, in hex, of a hash of the key: what the header knows the file by, and what shows that its key is whole. */
  readonly id: string;
  readonly key: Secret;
}

export interface WrittenKeyFile extends KeyFile {
  readonly path: string;
  /** It lies on the disk of the vault: who takes the disk takes both. */
  readonly ownDisk: boolean;
}

const suffix = '.grif-key';
/** `grif-key`, version 1, id of the vault, id of the file, key. Bytes and no text: what was a text cannot be wiped. */
const beginning = Buffer.from('grif-key\u0000\u0000\u0000\u0001', 'latin1');
const [vaultAt, idAt, keyAt, length] = [12, 28, 44, 76];

function idOf(suite: CryptoProvider, vault: string, key: Uint8Array): string {
  const label = new TextEncoder().encode(`grif-1/keyfile/${vault}/`);
  const both = secretBytes(label.length + 32);
  both.set(label);
  both.set(key, label.length);
  try {
    return suite.sha256(both).slice(0, 32);
  } finally {
    both.fill(0);
  }
}

/** Makes a key file in a folder that is there, and reads it back. Never over another. Throws `keyFileUnwritable` at the folder. */
export function makeKeyFile(suite: CryptoProvider, vault: { readonly id: string; readonly folder: string }, folder: string): WrittenKeyFile {
  const key = suite.freshKey();
  const id = idOf(suite, vault.id, key);
  const path = join(folder, `${id}${suffix}`);
  const bytes = secretBytes(length);
  bytes.set(beginning);
  bytes.set(unhex(vault.id), vaultAt);
  bytes.set(unhex(id), idAt);
  bytes.set(key, keyAt);
  try {
    if (!statSync(folder).isDirectory()) throw new VaultError('keyFileUnwritable', folder);
    writeWhole(path, bytes);
    const back = readKeyFile(suite, path);
    if (back !== undefined) suite.secrets.erase(back.key);
    if (back?.id !== id || back.vault !== vault.id) throw new VaultError('damaged', folder);
    return { id, key, path, ownDisk: statSync(folder).dev === statSync(vault.folder).dev };
  } catch (error) {
    suite.secrets.erase(key);
    throw new VaultError('keyFileUnwritable', folder, { cause: error });
  } finally {
    bytes.fill(0);
  }
}

/**
 * The key file of that id in one of the folders. Throws `keyFileDamaged` when the one of its name is not what was written, `keyFileForeign` when
 * there are only those of other vaults or accounts, or one replaced since, `keyFileMissing`, each with the login of the account that wants it. None
 * of them says anything of the passphrase.
 */
export function findKeyFile(suite: CryptoProvider, vault: string, { id, login }: { readonly id: string; readonly login: string }, folders: readonly string[]): KeyFile {
  let foreign: string | undefined;
  let damaged: string | undefined;
  for (const path of folders.flatMap(keyFilesIn)) {
    const read = readKeyFile(suite, path);
    if (read?.vault === vault && read.id === id) return { id, key: read.key };
    if (read !== undefined) suite.secrets.erase(read.key);
    if (read === undefined && path.endsWith(`${id}${suffix}`)) damaged = path;
    else foreign = path;
  }
  if (damaged !== undefined) throw new VaultError('keyFileDamaged', damaged, { login });
  if (foreign !== undefined) throw new VaultError('keyFileForeign', foreign, { login });
  throw new VaultError('keyFileMissing', folders.join(', '), { login });
}

/** A folder that cannot be listed has none. */
function keyFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(suffix) && !entry.name.startsWith('.')).map(({ name }) => join(folder, name)).slice(0, 50);
  } catch {
    return [];
  }
}

/** undefined when it is not whole: a key that is not the one of its id is none. */
function readKeyFile(suite: CryptoProvider, path: string): (KeyFile & { readonly vault: string }) | undefined {
  const bytes = secretBytes(length + 1);
  try {
    const fd = openSync(path, 'r');
    try {
      if (readSync(fd, bytes) !== length || !beginning.equals(bytes.subarray(0, vaultAt))) return undefined;
    } finally {
      closeSync(fd);
    }
    const [vault, id, key] = [hex(bytes.subarray(vaultAt, idAt)), hex(bytes.subarray(idAt, keyAt)), bytes.subarray(keyAt, length)];
    return idOf(suite, vault, key) === id ? { vault, id, key: suite.copyOf(key) } : undefined;
  } catch {
    return undefined;
  } finally {
    bytes.fill(0);
  }
}
