import { expect, test } from 'vitest';
import { browserEnvironment } from './locale.ts';

test('a session without a locale, or of another charset, gets one in which names of files are UTF-8', () => {
  expect(browserEnvironment({ HOME: '/home/o' })).toEqual({ HOME: '/home/o', LC_CTYPE: 'C.UTF-8' });
  expect(browserEnvironment({ LANG: 'C' })).toEqual({ LANG: 'C', LC_CTYPE: 'C.UTF-8' });
  expect(browserEnvironment({ LANG: 'ru_RU.UTF-8', LC_ALL: 'POSIX' })).toEqual({ LANG: 'ru_RU.UTF-8', LC_CTYPE: 'C.UTF-8' });
  expect(browserEnvironment({ LANG: 'ru_RU.KOI8-R' })).toEqual({ LANG: 'ru_RU.KOI8-R', LC_CTYPE: 'C.UTF-8' });
});

test('a session whose locale is UTF-8 keeps it', () => {
  for (const env of [{ LANG: 'kk_KZ.UTF-8' }, { LANG: 'C.utf8' }, { LANG: 'C', LC_ALL: 'ru_RU.UTF-8' }, { LANG: 'C', LC_CTYPE: 'en_GB.UTF-8' }]) expect(browserEnvironment(env)).toEqual(env);
});
