import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRestriction, restrictionHolds, restrictionRefusal } from './restriction.ts';
import type { Restriction, RestrictionRule } from './restriction.ts';
import { fictionalBodies, fictionalRestriction } from './fictional.test-support.ts';

const code = (rule: RestrictionRule, recipient: string, more: { purpose?: string; copy?: boolean; confirmedPurposes?: readonly string[] } = {}) => {
  const body = fictionalBodies.find((one) => one.code === recipient);
  if (body === undefined) throw new Error('no such fictional body');
  return restrictionRefusal(fictionalRestriction(rule), { recipient: body, purpose: 'verification', copy: true, confirmedPurposes: [], ...more })?.code ?? 'passes';
};

test('no transfer at all', () => expect(code({ kind: 'noTransfer' }, 'KG-01')).toBe('restriction.forbids'));

test('not to, and only to, by body and by State', () => {
  expect(code({ kind: 'notTo', bodies: ['KG-01'], states: [] }, 'KG-01')).toBe('restriction.forbids');
  expect(code({ kind: 'notTo', bodies: [], states: ['KG'] }, 'KG-01')).toBe('restriction.forbids');
  expect(code({ kind: 'notTo', bodies: ['KG-01'], states: ['KG'] }, 'AZ-01')).toBe('passes');
  expect(code({ kind: 'onlyTo', bodies: ['KG-01'], states: [] }, 'KG-01')).toBe('passes');
  expect(code({ kind: 'onlyTo', bodies: [], states: ['KG'] }, 'KG-01')).toBe('passes');
  expect(code({ kind: 'onlyTo', bodies: ['KG-01'], states: ['KG'] }, 'OB-01')).toBe('restriction.forbids');
});

test('an empty set of addressees never allows', () => {
  fc.assert(fc.property(fc.constantFrom(...fictionalBodies.map((body) => body.code)), fc.constantFrom('notTo' as const, 'onlyTo' as const), (recipient, kind) => {
    expect(code({ kind, bodies: [], states: [] }, recipient)).toBe('restriction.emptyAddressees');
  }), { seed: 61 });
});

test('a purpose passes when it is the same, or confirmed by the officer', () => {
  const rule: RestrictionRule = { kind: 'purpose', text: 'Только для проверки' };
  expect(code(rule, 'KG-01', { purpose: 'только  для проверки.' })).toBe('passes');
  expect(code(rule, 'KG-01')).toBe('restriction.purposeDiffers');
  expect(code(rule, 'KG-01', { confirmedPurposes: ['x1'] })).toBe('passes');
  expect(code({ kind: 'purpose', text: '...' }, 'KG-01', { purpose: '!' })).toBe('restriction.purposeDiffers');
});

test('no copy forbids a copy and not the original', () => {
  expect(code({ kind: 'noCopy' }, 'KG-01')).toBe('restriction.noCopy');
  expect(code({ kind: 'noCopy' }, 'KG-01', { copy: false })).toBe('passes');
});

test('a rule that nobody can read forbids', () => expect(code(JSON.parse('{"kind":"weekdaysOnly"}'), 'KG-01')).toBe('restriction.unreadable'));

test('in force from the first day to the last; unreadable dates restrict', () => {
  const one = fictionalRestriction({ kind: 'noTransfer' }, { to: '2026-06-30' });
  expect(['2026-05-19', '2026-05-20', '2026-06-30', '2026-07-01'].map((date) => restrictionHolds(one, date))).toEqual([false, true, true, false]);
  expect(restrictionHolds({ ...one, from: 'x' }, '2026-05-01')).toBe(true);
  expect(restrictionHolds({ ...one, to: 'x' }, '2027-05-01')).toBe(true);
  expect(restrictionHolds(one, 'x')).toBe(true);
});

describe('recording a restriction', () => {
  const codes = (rule: RestrictionRule, more: Partial<Restriction> = {}) => checkRestriction(fictionalRestriction(rule, more)).map((refusal) => refusal.code);
  test('sound ones pass', () => {
    expect(codes({ kind: 'noTransfer' })).toEqual([]);
    expect(codes({ kind: 'onlyTo', bodies: [], states: ['KG'] }, { to: '2026-05-20' })).toEqual([]);
    expect(codes({ kind: 'notTo', bodies: ['KG-01'], states: [] })).toEqual([]);
  });
  test('everything wrong at once', () => {
    expect(codes({ kind: 'onlyTo', bodies: [], states: [] }, { instruction: { number: ' ', date: '2026-05-20' }, to: '2026-05-19' })).toEqual([
      'restriction.instructionMissing', 'date.order', 'restriction.emptyAddressees',
    ]);
    expect(codes({ kind: 'purpose', text: ' ' }, { instruction: { number: '1', date: 'x' }, from: 'y', to: 'z' })).toEqual([
      'restriction.instructionMissing', 'date.invalid', 'date.invalid', 'restriction.unreadable',
    ]);
  });
});
