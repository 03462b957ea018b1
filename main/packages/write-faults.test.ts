import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemDisk } from './disk.ts';
import type { NewFile, PackageDisk } from './disk.ts';
import { contentsOf, facts, fileOf, label, noise, recipient, sender, withFolder } from './package.fixture.ts';
import { packageFileName } from './preflight.ts';
import { writePackage } from './write.ts';
import type { PackageOrder } from './write.ts';
import type { WriteEnd } from './write-state.ts';

const mebi = 1024 * 1024;
const large = noise(3 * mebi);
const base = { label, senderKeys: sender, addresseeKeys: [recipient.publicKey] };

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'write' });
}

/** A disk whose file fails with `code` at the nth write. */
function failing(code: string, at: number, more: Partial<PackageDisk> = {}): PackageDisk {
  return changedFile((file) => {
    let n = 0;
    return {
      ...file,
      write: (buffers) => ((n += 1) > at ? Promise.reject(systemError(code)) : file.write(buffers)),
    };
  }, more);
}

function changedFile(change: (file: NewFile) => NewFile, more: Partial<PackageDisk> = {}): PackageDisk {
  return { ...systemDisk, create: async (path) => change(await systemDisk.create(path)), ...more };
}

async function attempt(disk: PackageDisk, change: Partial<PackageOrder> = {}): Promise<{ end: WriteEnd; left: string[] }> {
  return withFolder(async (folder) => {
    const end = await writePackage({ ...base, folder, contents: contentsOf(fileOf('a', large)), ...change }, disk);
    return { end, left: await readdir(folder) };
  });
}

/** The volume seems another one after the nth look. */
function after(looks: number, change: (folder: string) => Promise<Awaited<ReturnType<PackageDisk['identify']>>>): Partial<PackageDisk> {
  let n = 0;
  return { identify: (folder) => ((n += 1) > looks ? change(folder) : systemDisk.identify(folder)) };
}
const gone = () => Promise.reject(systemError('ENOENT'));
const other = async (folder: string) => ({ ...(await systemDisk.identify(folder)), uuid: 'another', mount: 'another' });

describe('a medium that fails while it is written', () => {
  it.each([
    ['ENOSPC', 'full'], ['EDQUOT', 'full'], ['EROFS', 'readOnly'], ['EACCES', 'permission'], ['EIO', 'io'], ['ENODEV', 'unplugged'], ['EFBIG', 'fileTooLong'],
  ])('%s is named %s, and nothing is left', async (code, name) => {
    for (const at of [0, 1, 3]) {
      const { end, left } = await attempt(failing(code, at));
      expect(end).toMatchObject({ state: 'failed', code: name, remains: 'removed', path: null });
      expect(left).toEqual([]);
    }
  });

  it('pulled out: says so, and that the partial file could not be removed', async () => {
    for (const looks of [1, 2, 3]) {
      const { end } = await attempt(failing('EIO', looks === 1 ? 1 : 99, after(looks, gone)));
      expect(end).toMatchObject({ state: 'failed', code: 'unplugged', place: 'medium', remains: 'left' });
    }
  });

  it('swapped between any two steps: says so, and writes nothing to the other', async () => {
    for (const looks of [1, 2, 3]) {
      const { end } = await attempt(failing('EIO', looks === 1 ? 1 : 99, after(looks, other)));
      expect(end).toMatchObject({ state: 'failed', code: 'swapped', remains: 'left' });
    }
  });

  it('a flush or a rename that fails is a failure', async () => {
    const noSync = changedFile((file) => ({ ...file, sync: () => Promise.reject(systemError('EIO')) }));
    expect(await attempt(noSync)).toMatchObject({ end: { state: 'failed', code: 'io', remains: 'removed' }, left: [] });
    const noRename = { ...systemDisk, rename: () => Promise.reject(systemError('EIO')) };
    expect(await attempt(noRename)).toMatchObject({ end: { state: 'failed', code: 'io', remains: 'removed' }, left: [] });
  });

  it('a partial file that cannot be removed is named', async () => {
    const { end, left } = await attempt(failing('EIO', 1, { remove: () => Promise.reject(systemError('EIO')) }));
    expect(end).toMatchObject({ state: 'failed', code: 'io', remains: 'left' });
    expect(left).toHaveLength(1);
    expect(end.state === 'failed' ? end.path : '').toContain(left[0]);
  });

  it('a really full disk is found full before and during the work', async ({ skip }) => {
    await withFolder(async (folder) => {
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'grif-test', folder], { stdio: 'ignore' });
      } catch {
        skip('mounting needs root');
      }
      try {
        const order = { ...base, folder, contents: contentsOf(fileOf('a', large)) };
        expect(await writePackage(order)).toMatchObject({ state: 'failed', code: 'full', place: 'folder', remains: 'none' });
        const blind = { ...systemDisk, freeBytes: async () => 2 ** 40 };
        expect(await writePackage(order, blind)).toMatchObject({ state: 'failed', code: 'full', place: 'system ENOSPC', remains: 'removed' });
        expect(await readdir(folder)).toEqual([]);
        execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'ignore' });
        expect(await writePackage({ ...order, contents: contentsOf() })).toMatchObject({ state: 'failed', code: 'readOnly', remains: 'none' });
      } finally {
        execFileSync('umount', [folder]);
      }
    });
  });
});

const flip = (place: number): PackageDisk => ({
  ...systemDisk,
  async readBack(path) {
    const bytes = await readFile(path);
    const at = place < 0 ? bytes.length + place : place;
    bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
    return { direct: false, chunks: pieces(bytes) };
  },
});

const resized = (by: number): PackageDisk => ({
  ...systemDisk,
  async readBack(path) {
    const bytes = await readFile(path);
    return { direct: false, chunks: pieces(by < 0 ? bytes.subarray(0, by) : Buffer.concat([bytes, Buffer.alloc(by)])) };
  },
});

async function* broken(): AsyncGenerator<Uint8Array> {
  yield noise(100);
  throw systemError('EIO');
}

describe('a medium that does not give back what was written', () => {
  it('is found by reading back, and the package does not stay', async () => {
    for (const place of [0, 60, 100, 160, 2000, mebi, -1]) {
      const { end, left } = await attempt(flip(place));
      expect(end).toMatchObject({ state: 'failed', code: 'readBackDiffers', remains: 'removed' });
      expect(left).toEqual([]);
    }
  });

  it('is found when it gives back less or more', async () => {
    for (const by of [-1, -20, -3 * mebi, 1, 16, 4096]) {
      expect((await attempt(resized(by))).end).toMatchObject({ state: 'failed', code: 'readBackDiffers' });
    }
  });

  it('is found when nothing but the medium\'s own lie went wrong: bits lost on the way to it', async () => {
    const lossy = changedFile((file) => ({ ...file, write: (buffers) => file.write(buffers.map((b) => (b.length > 1000 ? Buffer.alloc(b.length) : b))) }));
    expect(await attempt(lossy)).toMatchObject({ end: { state: 'failed', code: 'readBackDiffers' }, left: [] });
  });
});

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += mebi) yield bytes.subarray(at, at + mebi);
}

describe('an officer who stops the work', () => {
  it('at any moment leaves nothing on the medium', async () => {
    const total = await attempt(systemDisk);
    expect(total.end.state).toBe('written');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 14 }), async (step) => {
        const stop = new AbortController();
        let n = 0;
        const onState = () => {
          if ((n += 1) > step) stop.abort();
        };
        const { end, left } = await attempt(systemDisk, { signal: stop.signal, onState });
        if (end.state === 'written') {
          // Too late to stop: it was written before the stop came.
          expect(left).toHaveLength(1);
        } else {
          expect(end).toMatchObject({ state: 'cancelled', path: null });
          expect(left).toEqual([]);
        }
      }),
      { seed: 3, numRuns: 18 },
    );
  });

  it('before it begins creates nothing', async () => {
    expect(await attempt(systemDisk, { signal: AbortSignal.abort() })).toEqual({ end: { state: 'cancelled', remains: 'none', path: null }, left: [] });
  });
});

describe('a target looked at before writing', () => {
  it('is refused when it is not there, no folder, a link, or holds the number already', async () => {
    await withFolder(async (folder) => {
      const order = { ...base, folder, contents: contentsOf(fileOf('a', noise(10))) };
      await writeFile(join(folder, 'file'), '');
      await mkdir(join(folder, 'real'));
      await symlink(join(folder, 'real'), join(folder, 'link'));
      const codeFor = async (change: Partial<PackageOrder>) => {
        const end = await writePackage({ ...order, ...change });
        return end.state === 'failed' ? `${end.code} ${end.remains}` : end.state;
      };
      expect(await codeFor({ folder: join(folder, 'absent') })).toBe('noFolder none');
      expect(await codeFor({ folder: join(folder, 'file') })).toBe('noFolder none');
      expect(await codeFor({ folder: join(folder, 'link') })).toBe('symlink none');
      expect(await codeFor({ vaultFolder: folder })).toBe('vaultFolder none');
      await mkdir(join(folder, 'vault', 'within'), { recursive: true });
      await mkdir(join(folder, 'vault-beside'));
      await symlink(join(folder, 'vault'), join(folder, 'way'));
      for (const within of ['vault', 'vault/within', 'way/within', 'vault/../vault/within']) {
        for (const vault of ['vault', 'way']) {
          expect(await codeFor({ folder: `${folder}/${within}`, vaultFolder: join(folder, vault), allowVaultDisk: true }), within).toBe('vaultFolder none');
        }
      }
      for (const path of [relative(process.cwd(), folder), '.', '']) expect(await codeFor({ folder: path }), path).toBe('noFolder none');
      expect(await codeFor({ folder: join(folder, 'vault-beside'), vaultFolder: join(folder, 'vault'), allowVaultDisk: true })).toBe('written');
      expect(await codeFor({ vaultFolder: join(folder, 'vault'), allowVaultDisk: true })).toBe('written');
      expect(await codeFor({})).toBe('exists none');
      expect(await readdir(join(folder, 'real'))).toEqual([]);
      expect(await readdir(join(folder, 'vault', 'within'))).toEqual([]);
    });
  });

  it('is refused when its file system cannot hold so long a file', async () => {
    expect((await attempt({ ...systemDisk, maxFileBytes: async () => 2 * mebi })).end).toMatchObject({ state: 'failed', code: 'fileTooLong', remains: 'none' });
  });
});

describe('an order that is refused', () => {
  it('names no addressee, or keys that are none', async () => {
    for (const addresseeKeys of [[], [new Uint8Array(31)], Array.from({ length: 17 }, () => recipient.publicKey)]) {
      expect((await attempt(systemDisk, { addresseeKeys })).end).toMatchObject({ state: 'failed', code: 'noAddressee', remains: 'none' });
    }
  });

  it('has contents that the receiver would refuse', async () => {
    const file = fileOf('a', noise(5));
    const bad: [PackageOrder['contents'], string][] = [
      [contentsOf({ ...file, name: '../a' }), 'inventory.items.0.files.0.name'],
      [contentsOf({ ...file, name: 'a\u202Efdp.exe' }), 'inventory.items.0.files.0.name'],
      [contentsOf({ ...file, name: 'NUL.txt' }), 'inventory.items.0.files.0.name'],
      [contentsOf({ ...file, bytes: 2 * 1024 ** 3 + 1 }), 'inventory.items.0.files.0.bytes'],
      [contentsOf({ ...file, bytes: 0.5 }), 'inventory.items.0.files.0.bytes'],
      [{ items: [{ ...facts, markingVerbatim: 'a\0', files: [] }], documents: [] }, 'inventory.items.0.markingVerbatim'],
      [{ items: [], documents: [] }, 'inventory'],
      [{ items: [], documents: [{ kind: 'letter', ...file }, { kind: 'letter', ...file }] }, 'inventory.documents'],
    ];
    for (const [contents, place] of bad) {
      expect((await attempt(systemDisk, { contents })).end).toMatchObject({ state: 'failed', code: 'contents', place, remains: 'none' });
    }
    for (const number of ['', '../x', 'a\nb', 'x'.repeat(41), 'a/', '№']) {
      expect((await attempt(systemDisk, { label: { ...label, number } })).end).toMatchObject({ code: 'contents', place: 'inventory.package' });
    }
    expect((await attempt(systemDisk, { label: { ...label, date: '2026-02-30' } })).end).toMatchObject({ code: 'contents', place: 'inventory.date' });
  });

  it('has content that is not what was announced, or cannot be read', async () => {
    const file = fileOf('a', noise(5000));
    const bad: [PackageOrder['contents'], string][] = [
      [contentsOf({ ...file, bytes: 4999 }), 'contentChanged'], [contentsOf({ ...file, bytes: 5001 }), 'contentChanged'],
      [contentsOf({ ...file, sha256: 'a'.repeat(64) }), 'contentChanged'], [contentsOf({ ...file, open: broken }), 'contentUnreadable'],
    ];
    for (const [contents, code] of bad) {
      expect(await attempt(systemDisk, { contents })).toMatchObject({ end: { state: 'failed', code, place: 'data/files/00001.bin', remains: 'removed' }, left: [] });
    }
  });
});

describe('the name of a package\'s file', () => {
  it('is plain, different for different numbers, and never a path', () => {
    expect(packageFileName('CARICC/2026-17')).toBe('CARICC_2026-17.grifpkg');
    expect(packageFileName('П-77')).not.toBe(packageFileName('Р-77'));
    expect(packageFileName('A 1')).not.toBe(packageFileName('A/1'));
    expect(packageFileName('CON')).toMatch(/^[0-9a-f]{8}-CON\.grifpkg$/u);
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (number) => /^[A-Za-z0-9._-]+\.grifpkg$/u.test(packageFileName(number))), { seed: 4, numRuns: 40 });
  });
});
