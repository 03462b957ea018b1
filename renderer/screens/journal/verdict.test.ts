import { expect, it } from 'vitest';
import { asked, filterOf, isEmpty, noFilter } from './filter.ts';
import { isWhole, standingOf, type Verdict } from './verdict.ts';

const whole: Verdict = { acts: 10, head: 'a', broken: null, differences: [], lost: [], damage: [] };

it('says of an act only what the last check has seen', () => {
  expect(standingOf(3, undefined)).toBe('chainUnknown');
  expect(standingOf(10, whole)).toBe('chainOk');
  expect(standingOf(11, whole)).toBe('chainUnknown');
  const broken: Verdict = { ...whole, acts: 4, broken: { seq: 5, reason: 'hash' } };
  expect([4, 5, 6].map((seq) => standingOf(seq, broken))).toEqual(['chainOk', 'chainBroken', 'chainBroken']);
});

it('calls a vault whole only when nothing at all differs', () => {
  expect(isWhole(whole)).toBe(true);
  expect(isWhole({ ...whole, broken: { seq: 1, reason: 'gap' } })).toBe(false);
  expect(isWhole({ ...whole, differences: [{ table: 'registry body', rows: 1 }] })).toBe(false);
  expect(isWhole({ ...whole, lost: [{ seq: 2, holding: 'UZ-01/LOWER' }] })).toBe(false);
});

it('takes from another screen only what reads as a filter, and asks nothing by a date that is none', () => {
  expect(isEmpty(filterOf({}))).toBe(true);
  expect(isEmpty(filterOf({ subject: '../x', officer: 'DROP', result: 'maybe', from: '2026-02-30' }))).toBe(true);
  expect(filterOf({ subject: 'abcdefghij0123456789', from: '2026-05-01' })).toEqual({ ...noFilter, subject: 'abcdefghij0123456789', from: '2026-05-01' });
  expect(asked({ ...noFilter, from: '31.02', to: '2026-05-31' })).toMatchObject({ from: null, to: '2026-05-31' });
});
