import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Inventory } from '#app/exchange/inventory.ts';
import { FrameError, openStream } from '#main/vault/frames.ts';
import type { Sum } from './bag.ts';
import { checkBody } from './body-check.ts';
import { PackageError, asPackageError } from './error.ts';
import { openForReading, readPart, readRange } from './file-read.ts';
import { decodeHeader } from './header.ts';
import type { OuterHeader } from './header.ts';
import type { BoxKeys } from './keys.ts';
import { boundPart, decodePrefix, packageLimits, prefixLength } from './prefix.ts';
import { authenticate, contentKeyFor } from './recipient.ts';
import type { KnownSender } from './recipient.ts';

export interface VerifyOptions {
  /** Our nacl.box pairs; any of them may open the package. */
  readonly recipientKeys: readonly BoxKeys[];
  readonly knownSenders: readonly KnownSender[];
  /** Whether a package of this number has come from this body before. */
  readonly seen: (sender: string, number: string) => boolean;
  /** Longest file looked at, bytes. */
  readonly maxBytes?: number | undefined;
  /** Bytes of the body gone through, of twice its length: once for the signature, once opened. */
  readonly onProgress?: ((bytes: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface VerifiedPackage {
  readonly header: OuterHeader;
  /** SHA-256 of the sender's signing key, hex. */
  readonly senderFingerprint: string;
  readonly inventory: Inventory;
  /** SHA-256 of the body, hex: the same as in the sender's act. */
  readonly digest: string;
  readonly bytes: number;
}

/** A verified package whose file and key are still at hand, for openPackage alone. */
export interface OpenableBody {
  readonly verified: VerifiedPackage;
  readonly sums: ReadonlyMap<string, Sum>;
  readonly contentKey: Uint8Array;
  /** The body opened anew, frame by frame. */
  plain(signal?: AbortSignal): AsyncGenerator<Uint8Array>;
}

/**
 * Verifies a whole package and gives out nothing of it but the inventory. Order: sizes, signature over label
 * and digest, digest, and only then is anything parsed or opened: label, replay, our key, frames, archive,
 * manifests, inventory. Throws PackageError.
 */
export async function verifyPackage(path: string, options: VerifyOptions): Promise<VerifiedPackage> {
  const { handle, bytes } = await openForReading(path);
  try {
    const body = await verifyFile(handle, bytes, options);
    body.contentKey.fill(0);
    return body.verified;
  } finally {
    await handle.close();
  }
}

/** The same over a file that is open already; the caller closes it and wipes the key. Throws PackageError. */
export async function verifyFile(handle: FileHandle, bytes: number, options: VerifyOptions): Promise<OpenableBody> {
  try {
    return await verifySteps(handle, bytes, options);
  } catch (error) {
    throw asPackageError(error, options.signal);
  }
}

async function verifySteps(handle: FileHandle, bytes: number, options: VerifyOptions): Promise<OpenableBody> {
  const { signal } = options;
  const prefixBytes = await readPart(handle, 0, prefixLength);
  const prefix = decodePrefix(prefixBytes, bytes, options.maxBytes ?? packageLimits.packageBytes);
  const headerBytes = await readPart(handle, prefixLength, prefix.headerBytes);
  const start = prefixLength + prefix.headerBytes;

  const senders = authenticate(prefix, prefixBytes, headerBytes, options.knownSenders);
  const progress = (done: number) => options.onProgress?.(done, 2 * prefix.bodyBytes);
  const hash = createHash('sha256');
  let hashed = 0;
  for await (const chunk of readRange(handle, start, prefix.bodyBytes, signal)) {
    hash.update(chunk);
    progress((hashed += chunk.length));
  }
  if (!hash.digest().equals(prefix.bodyDigest)) throw new PackageError('altered', 'body');

  const header = decodeHeader(headerBytes);
  if (!senders.some(({ body }) => body === header.sender)) throw new PackageError('unknownSender', 'header.sender');
  if (options.seen(header.sender, header.number)) throw new PackageError('replayed', 'header.number');
  const contentKey = contentKeyFor(header, options.recipientKeys);

  const bound = boundPart(prefixBytes, headerBytes);
  const plain = (abort: AbortSignal | undefined, onProgress?: (done: number) => void) =>
    openFrames(readRange(handle, start, prefix.bodyBytes, abort), { key: contentKey, header: bound, signal: abort, onProgress });
  try {
    const { inventory, sums } = await checkBody(plain(signal, (done) => progress(prefix.bodyBytes + done)), header);
    const verified: VerifiedPackage = {
      header,
      senderFingerprint: prefix.senderFingerprint.toString('hex'),
      inventory,
      digest: prefix.bodyDigest.toString('hex'),
      bytes,
    };
    return { verified, sums, contentKey, plain: (abort) => plain(abort) };
  } catch (error) {
    contentKey.fill(0);
    throw error;
  }
}

async function* openFrames(...args: Parameters<typeof openStream>): AsyncGenerator<Uint8Array> {
  try {
    yield* openStream(...args);
  } catch (error) {
    if (error instanceof FrameError) throw new PackageError('altered', `frame ${error.frame}`, { cause: error });
    throw error;
  }
}
