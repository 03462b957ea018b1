import { PackageError } from './error.ts';

/**
 * The one kind of tar that a package holds: POSIX ustar (IEEE Std 1003.1, pax, "ustar Interchange Format"),
 * regular files only, short ASCII names, no extension headers, owner and times zero. Written here in full, so that
 * equal content gives equal bytes; read here, because a general reader also takes links, devices and
 * extension records of any length, which a package has no use for.
 */
const block = 512;
const regularFile = 0x30;
const endBlocks = Buffer.alloc(2 * block);
/** Eleven octal digits. */
const maxSize = 8 ** 11 - 1;
const segment = '[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)*';
const safeName = new RegExp(`^${segment}(?:/${segment})*$`, 'u');

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Length of an entry in the archive, bytes. */
export function tarEntryLength(size: number): number {
  return block + Math.ceil(size / block) * block;
}

/** Length of the end of an archive, bytes. */
export const tarEndLength = endBlocks.length;

/** Writes entries one after another. The content must have exactly the size announced: RangeError otherwise. */
export async function* writeTar(entries: AsyncIterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const entry of entries) {
    yield headerBlock(entry.name, entry.size);
    let written = 0;
    for await (const chunk of entry.content) {
      written += chunk.length;
      if (written > entry.size) break;
      yield chunk;
    }
    if (written !== entry.size) throw new RangeError(`${entry.name}: content has not the size announced`);
    const rest = entry.size % block;
    if (rest > 0) yield Buffer.alloc(block - rest);
  }
  yield endBlocks;
}

function headerBlock(name: string, size: number): Buffer {
  if (!safeName.test(name) || name.length > 100 || !(size <= maxSize)) throw new RangeError(`${name}: not a tar entry of ours`);
  const header = Buffer.alloc(block);
  header.write(name, 0, 'ascii');
  header.write('0000644\x000000000\x000000000\x00', 100, 'ascii');
  header.write(`${size.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124, 'ascii');
  header[156] = regularFile;
  header.write('ustar\x0000', 257, 'ascii');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return header;
}

/** Sum of the header's bytes with the checksum field taken as spaces. */
function checksum(header: Buffer): number {
  let sum = 8 * 0x20;
  for (let i = 0; i < block; i += 1) if (i < 148 || i >= 156) sum += header[i] ?? 0;
  return sum;
}

/**
 * Reads entries one after another; each one's content must be used up or left before the next is asked for.
 * Throws PackageError: `hostilePath` for links, devices and names that are not ours, `schema` for
 * anything else that is not our kind of tar.
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const bytes = new ByteQueue(source);
  for (let n = 0; ; n += 1) {
    const header = await bytes.take(block);
    if (isZero(header)) break;
    const { name, size } = readHeader(header, `tar entry ${n}`);
    let left = size;
    yield {
      name,
      size,
      content: (async function* () {
        while (left > 0) {
          const chunk = await bytes.some(left);
          left -= chunk.length;
          yield chunk;
        }
      })(),
    };
    while (left > 0) left -= (await bytes.some(left)).length;
    const rest = size % block;
    if (rest > 0 && !isZero(await bytes.take(block - rest))) throw new PackageError('schema', 'tar padding');
  }
  // After the first zero block only zeros may follow: nothing hides behind the end.
  if ((await bytes.rest()) < block) throw new PackageError('schema', 'tar end');
}

function readHeader(header: Buffer, place: string): { name: string; size: number } {
  if (header.toString('latin1', 257, 265) !== 'ustar\x0000') throw new PackageError('schema', `${place} format`);
  if (octal(header, 148, 8) !== checksum(header)) throw new PackageError('schema', `${place} checksum`);
  const end = header.indexOf(0);
  const name = header.toString('latin1', 0, end < 0 || end > 100 ? 100 : end);
  if (header[156] !== regularFile || header[157] !== 0 || header[345] !== 0 || !safeName.test(name)) {
    throw new PackageError('hostilePath', place);
  }
  const size = octal(header, 124, 12);
  if (size === undefined) throw new PackageError('schema', `${place} size`);
  return { name, size };
}

function octal(header: Buffer, at: number, length: number): number | undefined {
  const digits = /^ *([0-7]+)[\0 ]*$/u.exec(header.toString('latin1', at, at + length));
  return digits?.[1] === undefined ? undefined : Number.parseInt(digits[1], 8);
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** Hands out a stream's bytes in the amounts asked for. */
class ByteQueue {
  #held: Uint8Array = new Uint8Array(0);
  readonly #source: AsyncIterator<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** At least one byte and at most `max`. */
  async some(max: number): Promise<Uint8Array> {
    while (this.#held.length === 0) {
      const next = await this.#source.next();
      if (next.done) throw new PackageError('schema', 'tar end');
      this.#held = next.value;
    }
    const chunk = this.#held.subarray(0, max);
    this.#held = this.#held.subarray(chunk.length);
    return chunk;
  }

  async take(count: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for (let have = 0; have < count; ) {
      const chunk = await this.some(count - have);
      parts.push(chunk);
      have += chunk.length;
    }
    return Buffer.concat(parts);
  }

  /** Reads to the end; answers how many bytes there were. They must all be zero. */
  async rest(): Promise<number> {
    let count = 0;
    for (let chunk = this.#held; ; ) {
      if (!isZero(chunk)) throw new PackageError('schema', 'tar end');
      count += chunk.length;
      const next = await this.#source.next();
      if (next.done) return count;
      chunk = next.value;
    }
  }
}
