import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mountOf, parseMountinfo } from './mountinfo.ts';

const line = (folder: string, more = '', device = '8:17') => `36 35 ${device} / ${folder} rw,nosuid ${more}- vfat /dev/sdb1 rw,errors=remount-ro`;

/** As the kernel writes a path. */
function escaped(text: string): string {
  return [...Buffer.from(text)].map((b) => (b === 0x20 || b === 9 || b === 10 || b === 0x5c ? `\\${b.toString(8).padStart(3, '0')}` : String.fromCodePoint(b))).join('');
}

describe('mountinfo', () => {
  it('gives back any path, with spaces, newlines, backslashes and Cyrillic', () => {
    for (const path of ['/media/u/ФЛЕШКА 1', '/media/a\tb', '/media/a\nb', '/media/a\\040b', '/media/\\']) {
      const raw = Buffer.from(line(escaped(path)), 'latin1').toString('utf8');
      expect(parseMountinfo(raw)).toMatchObject([{ folder: path, device: '8:17', fsType: 'vfat', source: '/dev/sdb1', readOnly: false }]);
    }
    fc.assert(
      fc.property(fc.stringMatching(/^\/[a-zа-я \\\t0-9]{0,20}$/u), (path) => {
        const raw = Buffer.from(line(escaped(path)), 'latin1').toString('utf8');
        expect(parseMountinfo(raw)[0]?.folder).toBe(path);
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  it('reads any number of optional fields, and none', () => {
    for (const more of ['', 'shared:1 ', 'shared:1 master:2 unbindable ']) expect(parseMountinfo(line('/m', more))).toMatchObject([{ fsType: 'vfat' }]);
  });

  it('takes a mount for read-only when either the mount or the file system is', () => {
    expect(parseMountinfo(line('/m').replace('rw,nosuid', 'ro,nosuid'))[0]?.readOnly).toBe(true);
    expect(parseMountinfo(line('/m').replace('rw,errors=remount-ro', 'ro'))[0]?.readOnly).toBe(true);
  });

  it('passes over what it does not understand', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => Array.isArray(parseMountinfo(text))), { seed: 10 });
    expect(parseMountinfo('\n36 35\n - \ngarbage')).toEqual([]);
  });

  it('finds the mount a path lies on, not one whose name merely begins alike', () => {
    const mounts = parseMountinfo([line('/', '', '1:1'), line('/media/a'), line('/media/a', '', '8:33')].join('\n'));
    expect(mountOf(mounts, '/media/a/b')?.device).toBe('8:33');
    expect(mountOf(mounts, '/media/ab')?.device).toBe('1:1');
  });
});
