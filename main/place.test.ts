import { expect, it } from 'vitest';
import { dataFolder } from './place.ts';

const linux = { words: [], env: {}, platform: 'linux', home: '/home/officer' } as const;

it('follows the XDG specification, and ignores a relative XDG path', () => {
  expect(dataFolder(linux)).toBe('/home/officer/.local/share/grif');
  expect(dataFolder({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/grif');
  expect(dataFolder({ ...linux, env: { XDG_DATA_HOME: 'data' } })).toBe('/home/officer/.local/share/grif');
});

it('lets the command line win over the environment', () => {
  expect(dataFolder({ ...linux, env: { GRIF_DATA: '/e' } })).toBe('/e');
  expect(dataFolder({ ...linux, env: { GRIF_DATA: '/e' }, words: ['--data', '/w'] })).toBe('/w');
});
