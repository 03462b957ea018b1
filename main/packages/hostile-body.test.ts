import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { inventoryLimits } from '#app/exchange/inventory.ts';
import type { Inventory } from '#app/exchange/inventory.ts';
import { bagTexts, inventoryOf } from './body-plan.ts';
import { PackageError } from './error.ts';
import { contentsOf, fileOf, forge, label, noise, sha, tarOf, trusting, withFolder } from './package.fixture.ts';
import { verifyPackage } from './verify.ts';

/** What the body of a good package holds, for one change at a time. Signed by a known sender each time. */
function goodBag(change: (inventory: Inventory) => unknown = () => undefined): Map<string, Uint8Array> {
  const content = noise(700);
  const receipt = Buffer.from('%PDF-1.7 made up');
  const sums = new Map([
    ['data/files/00001.bin', { bytes: content.length, sha256: sha(content) }],
    ['data/documents/receipt.pdf', { bytes: receipt.length, sha256: sha(receipt) }],
  ]);
  const inventory = inventoryOf(label, contentsOf(fileOf('a.txt', content)), sums);
  change(inventory);
  const bag = new Map<string, Uint8Array>([['package/data/files/00001.bin', content], ['package/data/documents/receipt.pdf', receipt]]);
  for (const [path, text] of bagTexts(label, inventory, sums)) bag.set(`package/${path}`, text);
  return bag;
}

async function verdictOf(plain: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
  return withFolder(async (folder) => {
    const path = join(folder, 'p.grifpkg');
    await writeFile(path, await forge(plain));
    return verifyPackage(path, trusting).then(() => 'ok', (error: unknown) => {
      if (error instanceof PackageError) return `${error.code} at ${error.place}`;
      throw error;
    });
  });
}

const bagWith = (path: string, bytes: Uint8Array | undefined) => {
  const bag = goodBag();
  if (bytes) bag.set(path, bytes);
  else bag.delete(path);
  return bag;
};

const onItem = (patch: object) => (i: Inventory) => Object.assign(i.items[0] ?? {}, patch);

describe('a body that a known sender signed', () => {
  it('passes when it is what it says', async () => {
    expect(await verdictOf(tarOf(goodBag()))).toBe('ok');
  });

  it('is refused when a file is missing, is one too many or was changed', async () => {
    expect(await verdictOf(tarOf(bagWith('package/data/files/00001.bin', undefined)))).toBe('manifestMismatch at data/files/00001.bin');
    expect(await verdictOf(tarOf(bagWith('package/data/files/00002.bin', noise(3))))).toBe('manifestMismatch at data/files/00002.bin');
    expect(await verdictOf(tarOf(bagWith('package/data/files/00001.bin', noise(700, 8))))).toBe('manifestMismatch at data/files/00001.bin');
    expect(await verdictOf(tarOf(bagWith('package/readme.txt', noise(3))))).toMatch(/^manifestMismatch/u);
    expect(await verdictOf(tarOf(bagWith('elsewhere/a.txt', noise(3))))).toMatch(/^manifestMismatch/u);
  });

  it('is refused when a file of the bag itself is missing or changed', async () => {
    for (const name of ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt', 'data/inventory.json']) {
      expect(await verdictOf(tarOf(bagWith(`package/${name}`, undefined)))).toMatch(/^manifestMismatch/u);
      expect(await verdictOf(tarOf(bagWith(`package/${name}`, Buffer.from('x\n'))))).toMatch(/^(?:manifestMismatch|schema)/u);
    }
  });

  it('is refused when the inventory contradicts the files or the label', async () => {
    const cases: [(inventory: Inventory) => unknown, string][] = [
      [(i) => (i.package = 'CARICC/2026-18'), 'manifestMismatch at inventory.package'],
      [(i) => (i.addressee = 'KZ-01'), 'manifestMismatch at inventory.addressee'],
      [(i) => (i.sender = 'KZ-01'), 'manifestMismatch at inventory.sender'],
      [(i) => (i.date = '2026-11-21'), 'manifestMismatch at inventory.date'],
      [(i) => i.items.splice(0), 'manifestMismatch at inventory.items'],
      [(i) => Object.assign(i.items[0]?.files[0] ?? {}, { bytes: 699 }), 'manifestMismatch at data/files/00001.bin'],
      [(i) => Object.assign(i.items[0]?.files[0] ?? {}, { sha256: 'a'.repeat(64) }), 'manifestMismatch at data/files/00001.bin'],
      [(i) => Object.assign(i.items[0]?.files[0] ?? {}, { path: 'data/files/00009.bin' }), 'manifestMismatch at data/files/00009.bin'],
    ];
    for (const [change, expected] of cases) expect(await verdictOf(tarOf(goodBag(change)))).toBe(expected);
  });

  it('is refused when the inventory has not the described form', async () => {
    const names = ['../../etc/passwd', 'a\0b', 'gnp.\u202Eexe', 'CON', 'nul.txt', 'a/b', 'a\\b', '..', '', 'x'.repeat(256), 'a\nb', 'end.', 'C:stream', '\ud800'];
    for (const name of names) {
      expect(await verdictOf(tarOf(goodBag((i) => Object.assign(i.items[0]?.files[0] ?? {}, { name }))))).toBe('schema at inventory.items.0.files.0.name');
    }
    expect(await verdictOf(tarOf(goodBag(onItem({ grif: 'TOP' }))))).toBe('schema at inventory.items.0.grif');
    expect(await verdictOf(tarOf(goodBag(onItem({ extra: 1 }))))).toMatch(/^schema/u);
    expect(await verdictOf(tarOf(goodBag(onItem({ markingVerbatim: 'x'.repeat(501) }))))).toBe('schema at inventory.items.0.markingVerbatim');
    expect(await verdictOf(tarOf(goodBag(onItem({ restrictions: Array.from({ length: 51 }, () => 'x') }))))).toBe('schema at inventory.items.0.restrictions');
    expect(await verdictOf(tarOf(goodBag((i) => Object.assign(i.items[0]?.files[0] ?? {}, { path: '../outside' }))))).toBe('schema at inventory.items.0.files.0.path');
    expect(await verdictOf(tarOf(goodBag((i) => Object.assign(i, { schema: 'grif-inventory/2' }))))).toBe('schema at inventory.schema');
  });

  it('is refused for an inventory too long to be read', async () => {
    const bag = bagWith('package/data/inventory.json', Buffer.alloc(inventoryLimits.jsonBytes + 1, 0x20));
    expect(await verdictOf(tarOf(bag))).toBe('tooLarge at data/inventory.json');
  });

  it('is refused for names that reach outside, links, devices and long-name records', async () => {
    type Header = Parameters<ReturnType<typeof pack>['entry']>[0];
    const cases: Header[] = [
      { name: '../../etc/passwd' }, { name: '/etc/passwd' }, { name: 'package/../x' }, { name: 'package//x' }, { name: './package/x' },
      { name: 'package/data/files/00001.bin', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'package/data/files/00001.bin', type: 'link', linkname: '/etc/passwd' },
      { name: 'package/data', type: 'directory' }, { name: 'package/x', type: 'fifo' }, { name: 'package/x', type: 'block-device' },
      { name: 'package/имя.txt' }, { name: 'package/a\u202Eb' }, { name: `package/${'x/'.repeat(80)}x` }, { name: 'package\\x' }, { name: 'C:x' },
    ];
    for (const header of cases) {
      const archive = pack();
      archive.entry(header, '');
      archive.finalize();
      expect([header.name, (await verdictOf(Readable.from(archive))).split(' ')[0]]).toEqual([header.name, 'hostilePath']);
    }
  });

  it('is refused when a name comes twice', async () => {
    const bag = goodBag();
    const archive = pack();
    for (const [name, bytes] of [...bag, ...[...bag].slice(0, 1)]) archive.entry({ name }, Buffer.from(bytes));
    archive.finalize();
    expect(await verdictOf(Readable.from(archive))).toBe('manifestMismatch at data/files/00001.bin');
  });

  it('is refused when something hides behind the end of the archive, or the end is missing', async () => {
    const parts: Uint8Array[] = [];
    for await (const part of tarOf(goodBag())) parts.push(Uint8Array.from(part));
    const archive = Buffer.concat(parts);
    expect(await verdictOf([archive, Buffer.alloc(9216)])).toBe('ok');
    expect(await verdictOf([archive, Buffer.from('hidden')])).toBe('schema at tar end');
    expect(await verdictOf([archive.subarray(0, -1024)])).toBe('schema at tar end');
    expect(await verdictOf([archive.subarray(0, -512)])).toBe('schema at tar end');
    expect(await verdictOf([])).toBe('schema at tar end');
    expect(await verdictOf([noise(5000)])).toMatch(/^schema at tar entry 0/u);
  });
});
