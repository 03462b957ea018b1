import { expect, test } from 'vitest';
import { secondNeeded, transfersByTwo, type TransfersByTwo } from './second.ts';
import type { TransferRow } from './transferInput.ts';

const rows: readonly TransferRow[] = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'];

test.each<[TransfersByTwo, (row: TransferRow, joint: boolean) => boolean]>([
  ['never', () => false], ['outside', (row) => row === 'T5'], ['joint', (row, joint) => joint || row === 'T5'], ['always', () => true],
])('by the rule "%s"', (rule, expected) => {
  for (const row of rows) for (const joint of [true, false]) for (const degree of ['LOWER', 'UPPER']) expect(secondNeeded({ row, joint, degree }, rule)).toBe(expected(row, joint));
});

test('a rule that nobody knows, and a degree that cannot be read, ask for two', () => {
  expect(secondNeeded({ row: 'T2', joint: false, degree: 'LOWER' }, JSON.parse('"sometimes"'))).toBe(true);
  expect(secondNeeded({ row: 'T2', joint: false, degree: 'ДСП' }, 'joint')).toBe(true);
  expect(transfersByTwo).toHaveLength(4);
});
