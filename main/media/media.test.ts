import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leftovers } from './leftovers.ts';
import { listMedia, thisSystem } from './media.ts';
import type { MediaSystem } from './media.ts';
import { parseWindowsVolumes, windowsCommand, windowsScript } from './windows.ts';

let root: string;
let system: MediaSystem;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'grif-media-'));
  for (const folder of ['sys/dev/block', 'dev/disk/by-label', 'dev/disk/by-uuid']) await mkdir(join(root, folder), { recursive: true });
  system = { ...thisSystem, platform: 'linux', roots: { mountinfo: join(root, 'mountinfo'), sys: join(root, 'sys'), dev: join(root, 'dev') } };
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Puts a made-up disk with one partition into the tree, mounted at a folder that is there. */
async function disk(name: string, device: string, path: string, removable: string, deviceType?: string): Promise<string> {
  const block = join(root, 'sys', path, name);
  await mkdir(join(block, `${name}1`), { recursive: true });
  await writeFile(join(block, 'removable'), `${removable}\n`);
  if (deviceType) {
    await mkdir(join(block, 'device'));
    await writeFile(join(block, 'device/type'), `${deviceType}\n`);
  }
  await symlink(join(block, `${name}1`), join(root, 'sys/dev/block', device));
  const folder = join(root, 'media', name);
  await mkdir(folder, { recursive: true });
  return `40 1 ${device} / ${folder.replaceAll(' ', '\\040')} rw - vfat /dev/${name}1 rw`;
}

describe('removable media on Linux', () => {
  it('are sticks that say so, USB disks that do not, and SD cards; never the inner disk', async () => {
    const lines = [
      await disk('sdb', '8:17', 'devices/pci0000:00/ata1/block', '1'),
      await disk('sdc', '8:33', 'devices/pci0000:00/usb2/2-1/block', '0'),
      await disk('mmcblk0', '179:1', 'devices/platform/mmc_host/mmc0/block', '0', 'SD'),
      await disk('mmcblk1', '179:9', 'devices/platform/mmc_host/mmc1/block', '0', 'MMC'),
      await disk('sda', '8:1', 'devices/pci0000:00/ata2/block', '0'),
    ];
    await writeFile(system.roots.mountinfo, lines.join('\n'));
    await symlink('../../sdb1', join(root, 'dev/disk/by-label/ЖУРНАЛ\\x207'));
    await symlink('../../sdb1', join(root, 'dev/disk/by-uuid/1A2B-3C4D'));
    const { known, media } = await listMedia(system);
    expect(known).toBe(true);
    expect(media.map(({ folder }) => folder.split('/').at(-1))).toEqual(['mmcblk0', 'sdb', 'sdc']);
    expect(media[1]).toMatchObject({ label: 'ЖУРНАЛ 7', serial: '1A2B-3C4D', fileSystem: 'vfat', readOnly: false });
    expect(media[1]?.freeBytes).toBeGreaterThan(0);
  });

  it('are listed once when a part of one is mounted again, and not when pulled out meanwhile', async () => {
    const line = await disk('sdb', '8:17', 'devices/usb1/block', '1');
    const absent = (await disk('sdd', '8:49', 'devices/usb1/block', '1')).replace('/media/sdd', '/media/absent');
    await writeFile(system.roots.mountinfo, [line.replace(' / ', ' /part '), line, line, absent].join('\n'));
    expect((await listMedia(system)).media).toHaveLength(1);
  });

  it('are unknown, not absent, when the system cannot be asked', async () => {
    expect(await listMedia(system)).toEqual({ known: false, media: [] });
    expect(await listMedia({ ...system, platform: 'freebsd' })).toEqual({ known: false, media: [] });
    expect(await listMedia({ ...system, platform: 'win32', run: () => Promise.reject(new Error('no')) })).toEqual({ known: false, media: [] });
  });
});

describe('removable media on Windows', () => {
  const one = { letter: 'e', label: 'ФЛЕШКА', fileSystem: 'FAT32', size: 8e9, free: 4e9, readOnly: false, serial: '\\\\?\\Volume{0}\\' };

  it('are asked for without a shell in between', async () => {
    const asked: string[] = [];
    const run = async (file: string, args: readonly string[]) => {
      asked.push(file, ...args);
      return JSON.stringify([one]);
    };
    const { media } = await listMedia({ ...system, platform: 'win32', run, systemRoot: 'C:\\Windows' });
    expect(media).toEqual([{ folder: 'E:\\', label: 'ФЛЕШКА', fileSystem: 'fat32', totalBytes: 8e9, freeBytes: 4e9, readOnly: false, serial: one.serial }]);
    expect(asked[0]).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    expect(Buffer.from(windowsCommand('C:\\Windows').args.at(-1) ?? '', 'base64').toString('utf16le')).toBe(windowsScript);
  });

  it('come as nothing, one object or a list', () => {
    expect(parseWindowsVolumes('')).toEqual([]);
    expect(parseWindowsVolumes('\uFEFF[]\r\n')).toEqual([]);
    expect(parseWindowsVolumes(JSON.stringify(one))).toHaveLength(1);
    expect(parseWindowsVolumes(JSON.stringify([one, { ...one, letter: 'D' }])).map(({ folder }) => folder)).toEqual(['D:\\', 'E:\\']);
  });

  it('leave out empty card readers and whatever is no volume', () => {
    const odd = [{ ...one, size: 0 }, { ...one, size: null }, { ...one, letter: '' }, { ...one, letter: '..' }, null, 7, 'E', { ...one, size: -1 }];
    expect(parseWindowsVolumes(JSON.stringify(odd))).toEqual([]);
    expect(parseWindowsVolumes('Get-Disk : Access denied')).toEqual([]);
  });
});

describe('what a medium still holds from before', () => {
  it('are waste bins and packages never finished', async () => {
    for (const name of ['.Trash-1000', '$RECYCLE.BIN', 'photos']) await mkdir(join(root, name));
    for (const name of ['.A_1.grifpkg.0a1b2c3d.part', 'A_1.grifpkg', 'x.part']) await writeFile(join(root, name), '');
    expect(await leftovers(root)).toEqual({ bins: ['$RECYCLE.BIN', '.Trash-1000'], unfinished: ['.A_1.grifpkg.0a1b2c3d.part'] });
  });
});
