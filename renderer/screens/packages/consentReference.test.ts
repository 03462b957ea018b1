import { expect, it } from 'vitest';
import { consentInWords } from './consentReference.ts';

const t = (key: string, params: object = {}) => `${key} ${Object.values(params).join(' ')}`;

it('says number and date as the officer reads them, and leaves anything else as the sender wrote it', () => {
  expect(consentInWords('17/31, 2026-11-22', t)).toBe('packages.item.consentOf 17/31 22.11.2026');
  expect(consentInWords('a, b, 2026-11-22', t)).toBe('packages.item.consentOf a, b 22.11.2026');
  for (const other of ['4/201 от 2026-06-01', '17/31, 2026-02-30', ', 2026-11-22', '2026-11-22', '17/31, 2026-11-22 и ещё', 'на словах']) expect(consentInWords(other, t)).toBe(other);
});
