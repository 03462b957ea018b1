import { expect, it } from 'vitest';
import { strengthOf } from './strength.ts';

it.each([
  ['', 'tooShort'], ['коротко', 'tooShort'], ['aaaaaaaaaaaaaaaaaaaa', 'oneKind'], ['абабабабабабаб', 'oneKind'],
  ['длиннаяфраза', 'fair'], ['лодка гвоздь туман ключ', 'good'], ['Kl7-ptqz0Rw!xE', 'good'],
] as const)('%j is %s', (passphrase, strength) => expect(strengthOf(passphrase)).toBe(strength));
