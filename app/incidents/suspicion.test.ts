import { expect, test } from 'vitest';
import { isAlteration, receiptOverdue } from './suspicion.ts';

test('a receipt is overdue after its term, and the last day of it is in time', () => {
  expect(receiptOverdue('2026-05-01T23:59:59', '2026-05-31')).toBe(false);
  expect(receiptOverdue('2026-05-01T00:00:00', '2026-06-01')).toBe(true);
  expect(receiptOverdue('2026-01-30T10:00:00', '2026-02-02', 2)).toBe(true);
});
test('a package cut short by its medium raises no suspicion, one whose content is not what was signed does', () => {
  expect(['manifestMismatch', 'altered', 'badSignature'].every(isAlteration)).toBe(true);
  expect(['truncated', 'notAPackage', 'unreadable', 'newer'].some(isAlteration)).toBe(false);
});
