import { z } from 'zod';
import { arrangementId, fewestHolders, mostHolders } from '#app/recovery/acts.ts';
import type { Json } from '#app/journal/act.ts';
import { VaultError } from './errors.ts';
import { ceiling } from './kdf.ts';
import { suiteId } from './suite.ts';

/** 1 and 2 lay before the first release: 1 with a journal in clear in the registry, 2 with one header, acts of one signature and keys that no act vouched for. */
export const formatVersion = 3;
export const headerFile = 'vault.json';
/** The second copy, with the count of wrong passphrases as a second witness of it. */
export const headerCopyFile = 'vault.copy.json';
export const attemptsFile = 'attempts.json';

const key = z.string().regex(/^[0-9a-f]{64}$/);

const account = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{20}$/),
  login: z.string().min(1).max(80),
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'), memoryKiB: z.int().min(8).max(ceiling.memoryKiB), passes: z.int().min(1).max(ceiling.passes),
    lanes: z.int().min(1).max(ceiling.lanes), salt: z.base64(),
  }),
  /** Id of the key file that the account wants besides its passphrase; null where it wants none. */
  keyFile: z.string().regex(/^[0-9a-f]{32}$/).nullable(),
  /** Box secret and signing seed, 32 bytes each, under the key of passphrase and key file. */
  sealedKeys: z.base64(),
  boxPublic: key,
  signPublic: key,
  /** The key of registry.db sealed to `boxPublic`. */
  registryKey: z.base64(),
});
export type Account = z.infer<typeof account>;

/** A recovery by share holders, for whoever puts its sheets together: with which keys, and what shares were given out. */
const recovery = z.strictObject({
  id: arrangementId, threshold: z.int().min(fewestHolders).max(mostHolders),
  /** Name of each share, a hash: that of sheet 1 first. */
  shares: z.array(key).min(fewestHolders).max(mostHolders),
  boxPublic: key,
  signPublic: key,
  /** The key of registry.db sealed to `boxPublic`. */
  registryKey: z.base64(),
});
export type Recovery = z.infer<typeof recovery>;

const header = z.strictObject({
  format: z.literal(formatVersion),
  suite: z.literal(suiteId),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  demonstration: z.boolean(),
  createdAt: z.string(),
  /** Grows by one each time the header is written: of two copies the later is known by it, and the journal names the last it saw. */
  serial: z.int().min(1),
  accounts: z.array(account).min(1),
  /** None, the one that stands, or after a crash while it was arranged anew the one before as well. */
  recovery: z.array(recovery).max(2),
});
export type Header = z.infer<typeof header>;

const versions = z.looseObject({ format: z.number(), suite: z.string() });

/**
 * The part of a vault that is readable without a key. Throws `newer` (of a program or suite that this one does not know),
 * `older` (of a format that this one no longer reads; nothing of it is touched), `damaged`, each at `place`.
 */
export function headerOf(body: Json, place: string = headerFile): Header {
  const stated = versions.safeParse(body);
  if (stated.success && stated.data.suite === suiteId && stated.data.format < formatVersion) throw new VaultError('older', place, { stands: ['header', 'registry', 'journal', 'holdings'] });
  if (stated.success && (stated.data.format > formatVersion || stated.data.suite !== suiteId)) throw new VaultError('newer', place, { stands: ['registry', 'holdings'] });
  const parsed = header.safeParse(body);
  if (!parsed.success) throw new VaultError('damaged', `${place} ${parsed.error.issues[0]?.path.join('.') ?? ''}`.trim(), { stands: ['registry', 'holdings'] });
  return parsed.data;
}

/** Checked before it is written. Throws ZodError: a fault of the program. */
export const checkedHeader = (value: Header): Header => header.parse(value);

/** One spelling of a login: two that look alike must not be two accounts. */
export const loginKey = (login: string): string => login.normalize('NFKC').toLowerCase();
