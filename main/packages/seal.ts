import { createHash } from 'node:crypto';
import { sealStream } from '#main/vault/frames.ts';
import type { Sum } from './bag.ts';
import type { BodyPlan } from './body-plan.ts';
import { plainBody } from './body-write.ts';
import type { NewFile } from './disk.ts';
import type { SignKeys } from './keys.ts';
import { signDetached } from './keys.ts';
import { boundPart, encodePrefix, prefixLength, signedPart } from './prefix.ts';
import type { Prefix } from './prefix.ts';

export interface Sealed {
  readonly prefix: Buffer;
  readonly digest: Buffer;
  readonly bodyBytes: number;
  readonly sums: ReadonlyMap<string, Sum>;
}

/**
 * Writes the package into an open file. The prefix stays zero until everything behind it is written, so
 * that a file cut off in the middle is no package. Memory stays at a few frames.
 */
export async function sealInto(
  file: NewFile,
  plan: BodyPlan,
  head: { readonly header: Buffer; readonly senderFingerprint: Buffer; readonly contentKey: Uint8Array },
  senderKeys: SignKeys,
  watch: { onBytes: (bytes: number) => void; signal?: AbortSignal | undefined },
): Promise<Sealed> {
  const unsigned: Prefix = {
    headerBytes: head.header.length,
    senderFingerprint: head.senderFingerprint,
    bodyBytes: 0,
    bodyDigest: Buffer.alloc(32),
    signature: Buffer.alloc(64),
  };
  const bound = boundPart(encodePrefix(unsigned), head.header);
  await file.write([Buffer.alloc(prefixLength), head.header]);

  const hash = createHash('sha256');
  const writer = new Behind(file, watch.onBytes);
  let sums: ReadonlyMap<string, Sum> = new Map();
  const body = plainBody(plan, (_inventory, found) => {
    sums = found;
  });
  const sink = {
    write: (bytes: Uint8Array) => {
      hash.update(bytes);
      return writer.add(bytes);
    },
  };
  try {
    await sealStream(body, sink, { key: head.contentKey, header: bound, signal: watch.signal });
  } finally {
    await writer.settle();
  }
  await writer.end();

  const digest = hash.digest();
  const known: Prefix = { ...unsigned, bodyBytes: writer.bytes, bodyDigest: digest };
  const signature = signDetached(signedPart(encodePrefix(known), head.header), senderKeys);
  const prefix = encodePrefix({ ...known, signature });
  await file.writeAt(prefix, 0);
  return { prefix, digest, bodyBytes: writer.bytes, sums };
}

/** Writes one frame behind: while the medium takes one, the next is sealed. */
class Behind {
  bytes = 0;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #running: Promise<void> = Promise.resolve();
  readonly #file: NewFile;
  readonly #onBytes: (bytes: number) => void;

  constructor(file: NewFile, onBytes: (bytes: number) => void) {
    this.#file = file;
    this.#onBytes = onBytes;
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    this.bytes += bytes.length;
    if (this.#heldBytes >= 1024 * 1024) await this.#start();
  }

  async #start(): Promise<void> {
    await this.#running;
    this.#onBytes(this.bytes - this.#heldBytes);
    this.#running = this.#file.write(this.#held);
    // The failure is met at the next `await`; until then it must not count as unhandled.
    this.#running.catch(() => undefined);
    this.#held = [];
    this.#heldBytes = 0;
  }

  /** Waits until nothing is being written any more, whatever came of it. */
  async settle(): Promise<void> {
    await this.#running.catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.#start();
    await this.#running;
    this.#onBytes(this.bytes);
  }
}
