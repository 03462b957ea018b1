import { createHash, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameBytes, FrameError, openStream, prefixBytes, sealedLength, sealStream, tagBytes } from './frames.ts';

const key = Buffer.alloc(32, 7);
const header = Buffer.from('fictional header');

function collector(): { write(bytes: Uint8Array): Promise<void>; bytes(): Buffer } {
  const parts: Buffer[] = [];
  return { write: async (bytes) => void parts.push(Buffer.from(bytes)), bytes: () => Buffer.concat(parts) };
}

function* chunked(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function seal(plain: Uint8Array, chunk = 65_536, head: Uint8Array = header): Promise<Buffer> {
  const sink = collector();
  await sealStream(chunked(plain, chunk), sink, { key, header: head });
  return sink.bytes();
}

async function open(sealed: Uint8Array, chunk = 65_536, head: Uint8Array = header, withKey: Uint8Array = key): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of openStream(chunked(sealed, chunk), { key: withKey, header: head })) parts.push(part);
  return Buffer.concat(parts);
}

const full = frameBytes + tagBytes;

const frame = (sealed: Buffer, n: number) => sealed.subarray(prefixBytes + n * full, prefixBytes + (n + 1) * full);

describe('frames', () => {
  it('give back what was sealed, whatever the length and the chunking', async () => {
    for (const length of [0, 1, 15, 16, frameBytes - 1, frameBytes, frameBytes + 1, 2 * frameBytes, 2 * frameBytes + 17]) {
      const plain = randomBytes(length);
      const sealed = await seal(plain, 300_001);
      expect(sealed.length).toBe(sealedLength(length));
      expect((await open(sealed, 77_777)).equals(plain)).toBe(true);
    }
  });

  it('open for any small text cut into any chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 700 }), async (plain, a, b) => {
        expect(Buffer.from(plain).equals(await open(await seal(plain, a), b))).toBe(true);
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });

  it('refuse any single flipped bit', async () => {
    const sealed = await seal(randomBytes(300));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const bad = Buffer.from(sealed);
        bad[at] = (bad[at] ?? 0) ^ (1 << bit);
        await expect(open(bad)).rejects.toBeInstanceOf(FrameError);
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });

  it('refuse a flip in the second frame and name that frame', async () => {
    const sealed = await seal(randomBytes(2 * frameBytes));
    sealed[prefixBytes + full + 5] = (sealed[prefixBytes + full + 5] ?? 0) ^ 1;
    await expect(open(sealed)).rejects.toMatchObject({ frame: 1 });
  });

  it('refuse every truncation, also one at a frame boundary', async () => {
    const small = await seal(randomBytes(200));
    for (let length = 0; length < small.length; length += 1) await expect(open(small.subarray(0, length))).rejects.toBeInstanceOf(FrameError);
    const large = await seal(randomBytes(2 * frameBytes + 9));
    for (const length of [prefixBytes + full, prefixBytes + 2 * full, large.length - 1, large.length - 9 - tagBytes]) {
      await expect(open(large.subarray(0, length))).rejects.toBeInstanceOf(FrameError);
    }
  });

  it('refuse anything appended', async () => {
    const sealed = await seal(randomBytes(2 * frameBytes));
    await expect(open(Buffer.concat([sealed, Buffer.alloc(1)]))).rejects.toBeInstanceOf(FrameError);
    await expect(open(Buffer.concat([sealed, sealed.subarray(prefixBytes + full)]))).rejects.toBeInstanceOf(FrameError);
  });

  it('refuse frames swapped, repeated, dropped, or spliced from another stream under the same key', async () => {
    const plain = randomBytes(3 * frameBytes);
    const sealed = await seal(plain);
    const other = await seal(plain);
    const prefix = sealed.subarray(0, prefixBytes);
    for (const frames of [
      [frame(sealed, 1), frame(sealed, 0), frame(sealed, 2)],
      [frame(sealed, 0), frame(sealed, 0), frame(sealed, 2)],
      [frame(sealed, 0), frame(sealed, 2)],
      [frame(sealed, 0), frame(other, 1), frame(sealed, 2)],
    ]) {
      await expect(open(Buffer.concat([prefix, ...frames]))).rejects.toBeInstanceOf(FrameError);
    }
  });

  it('refuse another header and another key', async () => {
    const sealed = await seal(Buffer.from('x'));
    await expect(open(sealed, 99, Buffer.from('other header'))).rejects.toBeInstanceOf(FrameError);
    await expect(open(sealed, 99, header, Buffer.alloc(32, 8))).rejects.toBeInstanceOf(FrameError);
    await expect(open(sealed, 99, header, Buffer.alloc(16))).rejects.toBeInstanceOf(TypeError);
  });

  it('stop when aborted and report progress in plaintext bytes', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const sealing = sealStream(chunked(randomBytes(4 * frameBytes), frameBytes), collector(), {
      key,
      header,
      signal: stop.signal,
      onProgress: (bytes) => {
        seen.push(bytes);
        if (bytes === 2 * frameBytes) stop.abort(new Error('stopped by the officer'));
      },
    });
    await expect(sealing).rejects.toThrow('stopped by the officer');
    expect(seen).toEqual([frameBytes, 2 * frameBytes]);
  });

  it('fail with the sink, also when it fails while the source is slow', async () => {
    async function* slow(): AsyncGenerator<Uint8Array> {
      for (let n = 0; n < 4; n += 1) {
        yield randomBytes(frameBytes);
        for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
      }
    }
    let written = 0;
    const sink = { write: async (bytes: Uint8Array) => {
      written += bytes.length;
      if (written > frameBytes) throw new Error('the medium was pulled');
    } };
    await expect(sealStream(slow(), sink, { key, header })).rejects.toThrow('the medium was pulled');
  });

  it('are the bytes that docs/vault-format.md describes', async () => {
    const sink = collector();
    await sealStream([Buffer.from('grif')], sink, { key, header, random: (count) => new Uint8Array(count).fill(1) });
    expect(sink.bytes().length).toBe(7 + 4 + 16);
    expect(createHash('sha256').update(sink.bytes()).digest('hex')).toMatchInlineSnapshot(`"f80f8090a49ea2a2e255f282f6f82015ba656f7b0c971d598a6e45e2de1fa260"`);
  });
});
