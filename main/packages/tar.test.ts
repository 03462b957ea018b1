import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { extract } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { noise, tarOf } from './package.fixture.ts';
import { readTar, tarEndLength, tarEntryLength, writeTar } from './tar.ts';

const files = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}\/[a-z0-9]{1,20}\.[a-z]{1,3}$/u), fc.uint8Array({ maxLength: 2000 })), { selector: ([name]) => name, maxLength: 12 })
  .map((list) => new Map(list));

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(Uint8Array.from(part));
  return Buffer.concat(parts);
}

async function* cut(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* one(name: string, size: number) {
  yield { name, size, content: [noise(5)] };
}

describe('an archive', () => {
  it('is read by an independent reader as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const found = new Map<string, string>();
        for await (const entry of Readable.from([await bytesOf(tarOf(given))]).pipe(extract())) {
          expect(entry.header).toMatchObject({ type: 'file', uid: 0, gid: 0, mode: 0o644, mtime: new Date(0), pax: null });
          found.set(entry.header.name, (await bytesOf(Readable.from(entry))).toString('hex'));
        }
        expect(found).toEqual(new Map([...given].map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')])));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('is read back whatever the pieces it comes in, also when content is passed over', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 3000 }), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), async (given, size, read) => {
        const archive = await bytesOf(tarOf(given));
        let n = 0;
        for await (const entry of readTar(cut(archive, size))) {
          if (read[n % 12]) expect(await bytesOf(Readable.from(entry.content))).toEqual(Buffer.from(given.get(entry.name) ?? []));
          n += 1;
        }
        expect(n).toBe(given.size);
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  it('has equal bytes for equal content, and the length told beforehand', async () => {
    const given = new Map([['a/b.txt', noise(1000)], ['c.bin', noise(512)], ['d.bin', noise(0)]]);
    const archive = await bytesOf(tarOf(given));
    expect((await bytesOf(tarOf(given))).equals(archive)).toBe(true);
    expect(archive.length).toBe(tarEntryLength(1000) + tarEntryLength(512) + tarEntryLength(0) + tarEndLength);
  });

  it('is not written with content of another size, or a name that is not ours', async () => {
    await expect(bytesOf(writeTar(one('a', 4)))).rejects.toThrow(RangeError);
    await expect(bytesOf(writeTar(one('a', 6)))).rejects.toThrow(RangeError);
    for (const name of ['', '../a', '/a', 'a//b', 'A', 'a b', 'a\0', 'a.', '.a', 'a..b', 'x'.repeat(101)]) {
      await expect(bytesOf(writeTar(one(name, 5)))).rejects.toThrow(RangeError);
    }
  });

  it('with any byte of a header changed is refused or read as the same', async () => {
    const archive = await bytesOf(tarOf(new Map([['a/b.txt', noise(10)]])));
    for (let at = 0; at < 512; at += 1) {
      const bytes = Buffer.from(archive);
      bytes.writeUInt8((bytes[at] ?? 0) ^ 0x11, at);
      const names: string[] = [];
      const read = async () => {
        for await (const entry of readTar(cut(bytes, 4096))) names.push(`${entry.name} ${entry.size}`);
      };
      await expect(read(), `byte ${at}`).rejects.toThrow(/schema|hostilePath/u);
      expect(names).toEqual([]);
    }
  });
});
