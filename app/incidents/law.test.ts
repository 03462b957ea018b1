import { expect, test } from 'vitest';
import { applicableLaw, citizenship } from './law.ts';

test('a person answers by the law of the State whose citizen they are (Art. 14(2))', () => {
  expect(applicableLaw({ kind: 'one', states: ['TJ'] })).toEqual({ law: 'TJ', flag: null });
  expect(applicableLaw({ kind: 'one', states: ['TJ', 'TJ'] })).toEqual({ law: 'TJ', flag: null });
});
test('several citizenships, one of no participating State and an unknown one are flagged and never decided', () => {
  expect(applicableLaw({ kind: 'several', states: ['TJ', 'UZ'] })).toEqual({ law: null, flag: 'several' });
  expect(applicableLaw({ kind: 'several', states: ['TJ'] })).toEqual({ law: null, flag: 'several' });
  expect(applicableLaw({ kind: 'other', states: [] })).toEqual({ law: null, flag: 'other' });
  expect(applicableLaw({ kind: 'unknown', states: [] })).toEqual({ law: null, flag: 'unknown' });
});
test.each([
  { kind: 'one', states: [] }, { kind: 'one', states: ['TJ', 'UZ'] }, { kind: 'several', states: [] }, { kind: 'other', states: ['TJ'] }, { kind: 'unknown', states: ['UZ'] },
] as const)('$kind with $states contradicts itself', ({ kind, states }) => expect(applicableLaw({ kind, states: [...states] })).toBeNull());
test('each answer is one of four, with no more States than there are', () => {
  for (const kind of ['one', 'several', 'other', 'unknown']) expect(citizenship.safeParse({ kind, states: ['TJ', 'UZ'] }).success).toBe(true);
  expect(citizenship.safeParse({ kind: 'none', states: [] }).success).toBe(false);
  expect(citizenship.safeParse({ kind: 'one', states: ['ZZ'] }).success).toBe(false);
  expect(citizenship.safeParse({ kind: 'several', states: Array.from({ length: 8 }, () => 'TJ') }).success).toBe(false);
});
