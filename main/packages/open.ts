import { createHash } from 'node:crypto';
import { inventoryPath, isTagFile } from './bag.ts';
import type { Sum } from './bag.ts';
import { bagPath } from './body-check.ts';
import { PackageError, asPackageError } from './error.ts';
import { openForReading } from './file-read.ts';
import { readTar } from './tar.ts';
import { verifyFile } from './verify.ts';
import type { VerifiedPackage, VerifyOptions } from './verify.ts';

/** A file of a verified package. */
export interface PackagePart {
  /** As in the inventory: `data/files/00001.bin`, `data/documents/letter.pdf`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /**
   * Must be used up before the next part is asked for, or left. Ends with PackageError `altered` if the
   * medium no longer gives the bytes that were verified: what was taken until then is to be thrown away.
   */
  readonly content: AsyncIterable<Uint8Array>;
}

export interface OpenPackage extends VerifiedPackage {
  /** The files in the order in which they lie, once; the inventory says which item each belongs to. */
  parts(signal?: AbortSignal): AsyncGenerator<PackagePart>;
  /** Closes the file and wipes the key. */
  close(): Promise<void>;
}

/**
 * Opens a package: first all of it is verified, and only then is any file given out (quarantine). The file
 * stays open between the two passes, so that none can be put in its place. Throws PackageError.
 */
export async function openPackage(path: string, options: VerifyOptions): Promise<OpenPackage> {
  const { handle, bytes } = await openForReading(path);
  const body = await verifyFile(handle, bytes, options).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  return {
    ...body.verified,
    async *parts(signal) {
      try {
        for await (const entry of readTar(body.plain(signal))) {
          const name = bagPath(entry.name);
          if (isTagFile(name) || name === inventoryPath) continue;
          const sum = body.sums.get(name);
          if (sum?.bytes !== entry.size) throw new PackageError('altered', name);
          yield { path: name, ...sum, content: again(entry.content, name, sum, signal) };
        }
      } catch (error) {
        throw asPackageError(error, signal);
      }
    },
    async close() {
      body.contentKey.fill(0);
      await handle.close();
    },
  };
}

/** The content once more, with its sum taken once more. */
async function* again(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, name: string, sum: Sum, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw asPackageError(error, signal);
  }
  if (hash.digest('hex') !== sum.sha256) throw new PackageError('altered', name);
}
