import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Authenticated frames for bulk: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015)
 * over AES-256-GCM. A sealed stream is a 7-byte prefix and then frames of `frameBytes` plaintext
 * each followed by its 16-byte tag; only the last frame may be shorter, and it may be empty only
 * when the whole plaintext is. Nonce: prefix, 32-bit big-endian frame number, flag (1 for the last).
 * The flag makes a cut visible, the number a reordering, the caller's header a splice.
 */
export const frameBytes = 1024 * 1024;
export const prefixBytes = 7;
export const tagBytes = 16;
const maxFrames = 2 ** 32;

export interface FrameSink {
  write(bytes: Uint8Array): Promise<unknown>;
}

export interface FrameOptions {
  /** 32 bytes, used for one stream only. */
  readonly key: Uint8Array;
  /** Bound into every frame as additional data; not written to the stream. */
  readonly header: Uint8Array;
  /** Plaintext bytes so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The stream is not what was sealed: altered, cut, reordered, spliced, or another key or header. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
  /** Number of the first frame that could not be opened, from 0. */
  readonly frame: number;
  constructor(frame: number) {
    super(`frame ${frame} does not open`);
    this.frame = frame;
  }
}

/** Length of the sealed stream for a plaintext of so many bytes. */
export function sealedLength(plainBytes: number): number {
  return prefixBytes + plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / frameBytes));
}

function nonceOf(prefix: Uint8Array, frame: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.set(prefix, 0);
  nonce.writeUInt32BE(frame, prefixBytes);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function checkKey(key: Uint8Array): void {
  if (key.length !== 32) throw new TypeError('a stream key has 32 bytes');
}

/**
 * Cuts any chunking into pieces of exactly `size` and says of each whether it is the last: the
 * piece in hand is given out only when more bytes or the end have been seen. The buffer given out
 * is reused for the piece after next.
 */
async function* pieces(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, size: number, signal: AbortSignal | undefined): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  const buffer = Buffer.alloc(size);
  let held = 0;
  try {
    for await (const chunk of source) {
      signal?.throwIfAborted();
      let at = 0;
      while (at < chunk.length) {
        if (held === size) {
          yield { piece: buffer, last: false };
          held = 0;
        }
        const take = Math.min(size - held, chunk.length - at);
        buffer.set(chunk.subarray(at, at + take), held);
        held += take;
        at += take;
      }
    }
    signal?.throwIfAborted();
    yield { piece: buffer.subarray(0, held), last: true };
  } finally {
    buffer.fill(0);
  }
}

/**
 * Seals everything of `source` into `sink`. Memory stays at a few frames whatever the length.
 * Rejects with the signal's reason when aborted; what was written by then is of no use.
 */
export async function sealStream(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sink: FrameSink,
  options: FrameOptions & { readonly random?: ((count: number) => Uint8Array) | undefined },
): Promise<{ plainBytes: number; sealedBytes: number }> {
  checkKey(options.key);
  const prefix = (options.random ?? randomBytes)(prefixBytes);
  await sink.write(prefix);
  let frame = 0;
  let plainBytes = 0;
  let sealedBytes = prefixBytes;
  // One frame is written while the next is read and sealed.
  let writing: Promise<unknown> = Promise.resolve();
  try {
    for await (const { piece, last } of pieces(source, frameBytes, options.signal)) {
      if (frame >= maxFrames) throw new RangeError('a stream has at most 2^32 frames');
      const { body, tag } = sealFrame(piece, prefix, frame, last, options);
      await writing;
      writing = writeFrame(sink, body, tag);
      // A failure is met at the next await; until then it must not count as unhandled.
      writing.catch(() => undefined);
      frame += 1;
      plainBytes += piece.length;
      sealedBytes += body.length + tagBytes;
      options.onProgress?.(plainBytes);
    }
    await writing;
  } catch (error) {
    // The sink is the caller's again only when nothing writes to it any more.
    await writing.catch(() => undefined);
    throw error;
  }
  return { plainBytes, sealedBytes };
}

/** One frame of a stream, for callers that drive it themselves. */
export function sealFrame(piece: Uint8Array, prefix: Uint8Array, frame: number, last: boolean, { key, header }: Pick<FrameOptions, 'key' | 'header'>): { body: Buffer; tag: Buffer } {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, frame, last), { authTagLength: tagBytes });
  cipher.setAAD(header);
  const body = cipher.update(piece);
  cipher.final();
  return { body, tag: cipher.getAuthTag() };
}

async function writeFrame(sink: FrameSink, body: Uint8Array, tag: Uint8Array): Promise<void> {
  await sink.write(body);
  await sink.write(tag);
}

/**
 * Opens a sealed stream frame by frame; each piece given out has been authenticated in its place.
 * That nothing is missing at the end is known only when the iteration has ended without a throw.
 * Throws FrameError.
 */
export async function* openStream(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, options: FrameOptions): AsyncGenerator<Uint8Array> {
  checkKey(options.key);
  const prefix = Buffer.alloc(prefixBytes);
  let have = 0;
  const body = (async function* () {
    for await (const chunk of source) {
      const take = Math.min(prefixBytes - have, chunk.length);
      prefix.set(chunk.subarray(0, take), have);
      have += take;
      if (take < chunk.length) yield chunk.subarray(take);
    }
  })();
  let frame = 0;
  let plainBytes = 0;
  for await (const { piece, last } of pieces(body, frameBytes + tagBytes, options.signal)) {
    const plain = have === prefixBytes && frame < maxFrames ? openFrame(piece, prefix, frame, last, options) : undefined;
    // An empty last frame after others never comes from the sealer; refusing it keeps the form unique.
    if (plain === undefined || (last && frame > 0 && plain.length === 0)) throw new FrameError(frame);
    frame += 1;
    plainBytes += plain.length;
    yield plain;
    options.onProgress?.(plainBytes);
  }
}

/** Opened in parts of this length, which stay in the processor's cache until they are copied out and wiped. */
const partBytes = 64 * 1024;

/** Gives the memory of a part back at once, for the next part: what waits for V8 to collect it is each time replaced by fresh pages of the system's. It must not be used any more. */
export function giveBack(part: Uint8Array): void {
  if (part.buffer instanceof ArrayBuffer && part.length === part.buffer.byteLength) part.buffer.transfer(0);
}

/** The frame in the clear, at the beginning of `into`; undefined when it is not this frame of this stream. */
export function openFrame(
  piece: Buffer, prefix: Uint8Array, frame: number, last: boolean, options: Pick<FrameOptions, 'key' | 'header'>, into: Buffer = Buffer.allocUnsafeSlow(Math.max(0, piece.length - tagBytes)),
): Buffer | undefined {
  if (piece.length < tagBytes) return undefined;
  const end = piece.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', options.key, nonceOf(prefix, frame, last), { authTagLength: tagBytes });
  decipher.setAAD(options.header);
  decipher.setAuthTag(piece.subarray(end));
  const plain = into.subarray(0, end);
  for (let at = 0; at < end; at += partBytes) {
    const part = decipher.update(piece.subarray(at, Math.min(at + partBytes, end)));
    plain.set(part, at);
    part.fill(0);
    giveBack(part);
  }
  try {
    decipher.final();
    return plain;
  } catch {
    plain.fill(0);
    return undefined;
  }
}
