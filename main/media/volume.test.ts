import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linuxRoots } from './roots.ts';
import { freeBytes, onOneVolume, sameVolume, volumeIdentity, volumeSince } from './volume.ts';
import type { VolumeIdentity } from './volume.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grif-volume-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stick: VolumeIdentity = { device: '2065', mount: '40 8:17 /dev/sdb1', uuid: '1A2B-3C4D', size: '19780 4096 1000', folder: '1' };

describe('the identity of a volume', () => {
  it('stays while files come and go', async () => {
    const before = await volumeIdentity(folder);
    await writeFile(join(folder, 'a'), Buffer.alloc(1 << 20));
    expect(await volumeSince(before, folder)).toBe('same');
    expect(await freeBytes(folder)).toBeGreaterThan(0);
    expect(await onOneVolume(folder, tmpdir())).toBe(true);
  });

  it('is another for each thing in which two sticks in one socket can differ', () => {
    expect(sameVolume(stick, { ...stick })).toBe(true);
    for (const change of [{ device: 'x' }, { mount: 'x' }, { uuid: 'x' }, { size: 'x' }, { folder: 'x' }]) {
      expect(sameVolume(stick, { ...stick, ...change })).toBe(false);
    }
  });

  it('reads the volume\'s UUID where the system shows it', async () => {
    await mkdir(join(folder, 'dev'));
    await writeFile(join(folder, 'mountinfo'), `40 1 8:17 / / rw - vfat /dev/sdb1 rw`);
    expect(await volumeIdentity(folder, { ...linuxRoots, mountinfo: join(folder, 'mountinfo'), dev: join(folder, 'dev') })).toMatchObject({ mount: '40 8:17 /dev/sdb1', uuid: '' });
  });
});

describe('a medium looked at again', () => {
  const seeing = (now: Record<string, VolumeIdentity>) => async (path: string) => {
    const found = now[path];
    if (!found) throw new Error('ENOENT');
    return found;
  };

  it('is unplugged when its folder has gone, or only the bare mount point is left', async () => {
    expect(await volumeSince(stick, '/media/s', seeing({}))).toBe('unplugged');
    const inner = { ...stick, device: '1', mount: '1 8:1 /dev/sda1', uuid: 'inner' };
    expect(await volumeSince(stick, '/media/s', seeing({ '/media/s': inner, '/media': inner }))).toBe('unplugged');
  });

  it('is swapped when another volume is mounted there, also under the same device number', async () => {
    const inner = { ...stick, device: '1' };
    expect(await volumeSince(stick, '/media/s', seeing({ '/media/s': { ...stick, uuid: 'FFFF-0000' }, '/media': inner }))).toBe('swapped');
    expect(await volumeSince(stick, '/media/s', seeing({ '/media/s': { ...stick, device: '2081' }, '/media': inner }))).toBe('swapped');
  });
});
