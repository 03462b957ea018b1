import { z } from 'zod';
import { canonical } from '../canonical.ts';
import { suiteId, unhex, verifyingKey, type CryptoProvider } from '../suite.ts';

/** See docs/backup-format.md. */
export const backupFormat = 1;
/** Files are cut into objects of this length, so that a store of which few pages changed is written again in part only. */
export const objectBytes = 4 * 1024 * 1024;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[a-z0-9]{20}$/);

/** A name inside a vault: never absolute, never upwards, whatever a medium says. */
export const safePath = z.string().regex(/^(?!.*\.\.)[a-z0-9][a-z0-9._-]{0,79}(\/[a-z0-9][a-z0-9._-]{0,79}){0,4}$/);

export const headShape = z.strictObject({ seq: z.int().min(1), hash });

/** What a generation holds, sealed to those who may restore. `bytes` in bytes, `objects` in the order of the file. */
export const manifestShape = z.strictObject({
  format: z.literal(backupFormat), suite: z.literal(suiteId), vault: z.string(), generation: z.int().min(1), medium: id, at: z.string(), officer: id,
  head: headShape,
  files: z.array(z.strictObject({ path: safePath, bytes: z.int().min(0), objects: z.array(hash) })),
});
export type Manifest = z.infer<typeof manifestShape>;
export type BackupFile = Manifest['files'][number];

/** The file of a generation: what stands outside can be read by anyone who holds the medium. */
export const generationShape = z.strictObject({
  format: z.literal(backupFormat), suite: z.literal(suiteId), vault: z.string(), generation: z.int().min(1), at: z.string(), objects: z.int().min(0), bytes: z.int().min(0),
  /** SHA-256 of the file that lists them: by it objects are kept when another generation is removed. */
  list: hash,
  /** The vault's header, with which a passphrase is proven before there is a vault. */
  header: z.json(),
  /** The manifest's key sealed to each of them. */
  keys: z.array(z.strictObject({ officer: id, sealed: z.base64() })).min(1),
  manifest: z.base64(),
});
export type Generation = z.infer<typeof generationShape>;

export const signedManifestShape = z.strictObject({ manifest: manifestShape, signature: z.string().regex(/^[0-9a-f]{128}$/) });

export const signedBytesOf = (suite: CryptoProvider, manifest: Manifest): Uint8Array => new TextEncoder().encode(`grif-1/backup/${suite.sha256(canonical(manifest))}`);

export const isSignedBy = (suite: CryptoProvider, publicKey: string, manifest: Manifest, signature: string): boolean =>
  suite.verify(verifyingKey(unhex(publicKey)), signedBytesOf(suite, manifest), unhex(signature));

export interface ObjectName {
  readonly hash: string;
  readonly bytes: number;
}

/** The objects of a file with their lengths: all but the last are full. */
export const objectsOf = ({ bytes, objects }: BackupFile): ObjectName[] =>
  objects.map((one, index) => ({ hash: one, bytes: index < objects.length - 1 ? objectBytes : bytes - objectBytes * (objects.length - 1) }));
