import { readFile, readdir, stat } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectPackage } from './inspect.ts';
import { contentsOf, facts, fileOf, label, noise, recipient, sender, sha, trusting, withFolder } from './package.fixture.ts';
import { openPackage } from './open.ts';
import { prefixLength } from './prefix.ts';
import { verifyPackage } from './verify.ts';
import { writePackage } from './write.ts';
import type { PackageOrder } from './write.ts';
import type { WriteState } from './write-state.ts';

const mebi = 1024 * 1024;
const order = (folder: string, contents: PackageOrder['contents']): PackageOrder => ({
  label, contents, senderKeys: sender, addresseeKeys: [recipient.publicKey], folder,
});

async function unpack(path: string): Promise<Map<string, Buffer>> {
  const opened = await openPackage(path, trusting);
  const files = new Map<string, Buffer>();
  for await (const part of opened.parts()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.content) chunks.push(Uint8Array.from(chunk));
    files.set(part.path, Buffer.concat(chunks));
  }
  await opened.close();
  return files;
}

describe('a package written and opened', () => {
  it.each([0, 1, 511, 512, 513, mebi - 1, mebi, mebi + 1, 2 * mebi])('gives back a file of %i bytes', async (size) => {
    await withFolder(async (folder) => {
      const bytes = noise(size);
      const end = await writePackage(order(folder, contentsOf(fileOf('scan.pdf', bytes))));
      if (end.state !== 'written') throw new Error(JSON.stringify(end));
      expect((await unpack(end.path)).get('data/files/00001.bin')?.equals(bytes)).toBe(true);
      expect((await stat(end.path)).size).toBe(end.bytes);
    });
  });

  it('gives back any set of files, in order, under generated names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 0, maxLength: 40 }), async (files) => {
        await withFolder(async (folder) => {
          const contents = contentsOf(...files.map((bytes, i) => fileOf(`Справка ${i}.doc`, Buffer.from(bytes))));
          const end = await writePackage(order(folder, contents));
          if (end.state !== 'written') throw new Error(JSON.stringify(end));
          const found = await unpack(end.path);
          expect(found.size).toBe(files.length + 1);
          files.forEach((bytes, i) => {
            expect(found.get(`data/files/${String(i + 1).padStart(5, '0')}.bin`)?.equals(bytes)).toBe(true);
          });
        });
      }),
      { seed: 22, numRuns: 12 },
    );
  });

  it('carries marking, evaluation, restrictions and names verbatim in the inventory', async () => {
    await withFolder(async (folder) => {
      const end = await writePackage(order(folder, contentsOf(fileOf('Boshqarma „Lochin“.jpg', noise(10)))));
      if (end.state !== 'written') throw new Error(JSON.stringify(end));
      const { inventory, header, digest } = await verifyPackage(end.path, trusting);
      expect(inventory.items[0]).toMatchObject({ ...facts, files: [{ name: 'Boshqarma „Lochin“.jpg', bytes: 10, sha256: sha(noise(10)) }] });
      expect(header).toMatchObject(label);
      expect(digest).toBe(end.digest);
    });
  });

  it('shows number, addressee, sender and date on the outside and nothing else', async () => {
    await withFolder(async (folder) => {
      const end = await writePackage(order(folder, contentsOf(fileOf('canary-name.txt', Buffer.from('canary-content'.repeat(99))))));
      if (end.state !== 'written') throw new Error(JSON.stringify(end));
      const outside = await inspectPackage(end.path);
      expect(Object.keys(outside.header).toSorted()).toEqual(['addressee', 'date', 'keys', 'number', 'sender']);
      const raw = await readFile(end.path);
      for (const secret of ['canary', 'LOWER', 'UPPER', 'MAXFIY', facts.registrationNumber, 'bagit', 'ustar', 'B2"']) {
        expect(raw.includes(secret)).toBe(false);
      }
      expect(await readdir(folder)).toEqual(['CARICC_2026-17.grifpkg']);
      // The file's time is the day on the label, not the minute of the work.
      expect((await stat(end.path)).mtime.toISOString()).toBe('2026-11-22T00:00:00.000Z');
    });
  });

  it('is opened by each key it was sealed to', async () => {
    await withFolder(async (folder) => {
      const own = { publicKey: recipient.publicKey, secretKey: recipient.secretKey };
      const end = await writePackage({ ...order(folder, contentsOf()), addresseeKeys: [new Uint8Array(32).fill(9), own.publicKey] });
      if (end.state !== 'written') throw new Error(JSON.stringify(end));
      expect((await verifyPackage(end.path, trusting)).header.keys).toHaveLength(2);
    });
  });

  it('passes its states in order and ends with written', async () => {
    await withFolder(async (folder) => {
      const states: WriteState[] = [];
      await writePackage({ ...order(folder, contentsOf(fileOf('a', noise(3 * mebi)))), onState: (state) => states.push(state) });
      const names = states.map(({ state }) => state).filter((name, i, all) => name !== all[i - 1]);
      expect(names).toEqual(['preflight', 'sealing', 'flushing', 'readingBack', 'written']);
      const sealing = states.flatMap((s) => (s.state === 'sealing' ? [s.bytes] : []));
      expect(sealing).toEqual(sealing.toSorted((a, b) => a - b));
      expect(states.findLast((s) => s.state === 'sealing')).toMatchObject({ bytes: states.flatMap((s) => (s.state === 'sealing' ? [s.of] : []))[0] });
    });
  });

  it('begins with the prefix the format describes', async () => {
    await withFolder(async (folder) => {
      const end = await writePackage(order(folder, contentsOf()));
      if (end.state !== 'written') throw new Error(JSON.stringify(end));
      const raw = await readFile(end.path);
      expect(raw.subarray(0, 12).toString('hex')).toBe('93475249460d0a1a00010001');
      expect(JSON.parse(raw.toString('utf8', prefixLength, prefixLength + raw.readUInt32BE(12)))).toMatchObject(label);
    });
  });

  it('needs no more memory for a large file than for a small one', async () => {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    if (typeof collect !== 'function') throw new Error('no gc');
    await withFolder(async (folder) => {
      const piece = noise(mebi);
      const size = 64;
      async function* stream() {
        for (let i = 0; i < size; i += 1) yield piece;
      }
      let peak = 0;
      let calls = 0;
      const measure = () => {
        if ((calls += 1) % 8 !== 0) return;
        collect();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        peak = Math.max(peak, heapUsed + arrayBuffers);
      };
      collect();
      const before = process.memoryUsage();
      const contents = contentsOf({ name: 'image.dd', bytes: size * mebi, open: stream });
      const end = await writePackage({ ...order(folder, contents), onState: measure });
      if (end.state !== 'written') throw new Error(JSON.stringify(end));
      const opened = await openPackage(end.path, { ...trusting, onProgress: measure });
      for await (const part of opened.parts()) for await (const _ of part.content) measure();
      await opened.close();
      expect(calls).toBeGreaterThan(200);
      expect((peak - before.heapUsed - before.arrayBuffers) / mebi).toBeLessThan(24);
    });
  });
});
