import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { canonical } from './canonical.ts';
import { bodyDigest } from './durable.ts';
import { asVaultError, naming, VaultError } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { headerCopyFile, headerFile, headerOf, type Header } from './header.ts';
import { readHeader, writeHeader } from './header-copies.ts';
import { registryFile } from './registry-place.ts';
import type { Random } from './suite.ts';

const envelope = z.strictObject({ body: z.json(), sha256: z.string() });
/** No header of any vault is longer; what is said to be is not unpacked. */
const longest = 4 * 1024 * 1024;

/** The header as it goes onto paper: the file's envelope, deflated (RFC 1950). */
export const paperOfHeader = (header: Header): Uint8Array => deflateSync(canonical({ body: header, sha256: bodyDigest(header) }), { level: 9 });

/** Throws `damaged` at `paper`, `newer`, `older`. */
export function headerOfPaper(bytes: Uint8Array): Header {
  const parsed = envelope.safeParse(unpacked(bytes));
  if (!parsed.success || bodyDigest(parsed.data.body) !== parsed.data.sha256) throw new VaultError('damaged', 'paper');
  return headerOf(parsed.data.body, 'paper');
}

function unpacked(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(inflateSync(bytes, { maxOutputLength: longest }).toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Puts a header from paper into a vault of which neither copy is whole; what lay there is kept beside, under a name ending `.damaged`. Whether it
 * is of this vault shows when somebody unlocks: the registry opens to no other key. Throws `exists` where a header stands, `missing`
 * where there is no vault, `damaged` at `paper`, `newer`, `older`, `inUse`, or a fault of the medium.
 */
export function putHeaderBack(folder: string, bytes: Uint8Array, random: Random): Header {
  const header = headerOfPaper(bytes);
  if (!naming(registryFile, () => existsSync(join(folder, registryFile)))) throw new VaultError('missing', 'vault');
  const release = lockFolder(folder, random);
  try {
    if (stands(folder)) throw new VaultError('exists', headerFile);
    for (const name of [headerFile, headerCopyFile]) if (existsSync(join(folder, name))) naming(name, () => renameSync(join(folder, name), join(folder, `${name}.damaged`)));
    writeHeader(folder, header);
    return header;
  } catch (error) {
    throw asVaultError(error, 'vault');
  } finally {
    release();
  }
}

/** Both copies may also be whole and of two vaults: neither is believed, and paper decides. */
function stands(folder: string): boolean {
  try {
    readHeader(folder);
    return true;
  } catch (error) {
    if (error instanceof VaultError && (error.code === 'missing' || error.code === 'damaged')) return false;
    throw error;
  }
}
