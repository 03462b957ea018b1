import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readChecked, writeChecked } from './durable.ts';
import { naming, VaultError } from './errors.ts';
import type { Json } from '#app/journal/act.ts';
import { settleMigration } from './migrations/settle.ts';
import { ceiling } from './kdf.ts';
import { suiteId } from './suite.ts';

/** 1 and 2 lay before the first release: names of holdings and a journal in clear in the registry; acts that bore one signature only. */
export const formatVersion = 3;
export const headerFile = 'vault.json';

const key = z.string().regex(/^[0-9a-f]{64}$/);

const account = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{20}$/),
  login: z.string().min(1).max(80),
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'), memoryKiB: z.int().min(8).max(ceiling.memoryKiB), passes: z.int().min(1).max(ceiling.passes),
    lanes: z.int().min(1).max(ceiling.lanes), salt: z.base64(),
  }),
  /** Box secret and signing seed, 32 bytes each, under the passphrase's key. */
  sealedKeys: z.base64(),
  boxPublic: key,
  signPublic: key,
  /** The key of registry.db sealed to `boxPublic`. */
  registryKey: z.base64(),
});
export type Account = z.infer<typeof account>;

const header = z.strictObject({
  format: z.literal(formatVersion),
  suite: z.literal(suiteId),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  demonstration: z.boolean(),
  createdAt: z.string(),
  accounts: z.array(account).min(1),
});
export type Header = z.infer<typeof header>;

const versions = z.looseObject({ format: z.number(), suite: z.string() });

/**
 * The part of a vault that is readable without a key. Throws `missing`, `newer` (of a program or suite that this one
 * does not know), `older` (of a format that this one no longer reads; nothing of it is touched), `damaged`, or a fault of the medium.
 */
export function readHeader(folder: string): Header {
  return headerOf(readChecked(join(folder, headerFile), headerFile));
}

/** A header from elsewhere, as a backup carries one. Throws `newer`, `damaged`. */
export function headerOf(body: Json): Header {
  const stated = versions.safeParse(body);
  if (stated.success && stated.data.suite === suiteId && stated.data.format < formatVersion) throw new VaultError('older', headerFile, { stands: ['header', 'registry', 'journal', 'holdings'] });
  if (stated.success && (stated.data.format > formatVersion || stated.data.suite !== suiteId)) throw new VaultError('newer', headerFile, { stands: ['registry', 'holdings'] });
  const parsed = header.safeParse(body);
  if (!parsed.success) throw new VaultError('damaged', `${headerFile} ${parsed.error.issues[0]?.path.join('.') ?? ''}`.trim(), { stands: ['registry', 'holdings'] });
  return parsed.data;
}

export function writeHeader(folder: string, value: Header): void {
  writeChecked(join(folder, headerFile), headerFile, header.parse(value));
}

export interface Inspection {
  readonly format: number;
  readonly vaultId: string;
  readonly demonstration: boolean;
  readonly logins: readonly string[];
}

/** What anyone may know of a vault; undefined when there is none in the folder. */
export function inspectVault(folder: string): Inspection | undefined {
  settleMigration(folder);
  // Not asked with `existsSync`: a folder that may not be entered is not one without a vault.
  const there = naming(headerFile, () => statSync(join(folder, headerFile), { throwIfNoEntry: false }));
  if (there === undefined) return undefined;
  const { format, vaultId, demonstration, accounts } = readHeader(folder);
  return { format, vaultId, demonstration, logins: accounts.map(({ login }) => login) };
}

/** One spelling of a login: two that look alike must not be two accounts. */
export const loginKey = (login: string): string => login.normalize('NFKC').toLowerCase();
