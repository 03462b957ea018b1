import { expect, test } from 'vitest';
import { addresseeClearance, type ClearanceAnswer } from './addressee.ts';

const answer = (more: Partial<ClearanceAnswer> = {}): ClearanceAnswer => ({ person: 'К. Условный', body: 'KG-01', date: '2026-05-20', confirmed: 'UPPER', validTo: '2026-06-30', ...more });
const ask = (answers: readonly ClearanceAnswer[], date = '2026-06-01', person = 'К. Условный') => addresseeClearance(answers, { person, body: 'KG-01' }, date);

test('a person is cleared as his own body confirmed him, to the last day', () => {
  expect(ask([answer()])).toBe('UPPER');
  expect(ask([answer()], '2026-06-30')).toBe('UPPER');
  expect(ask([answer()], '2026-07-01')).toBeNull();
  expect(ask([answer({ validTo: null })], '2030-01-01')).toBe('UPPER');
  expect(ask([answer()], '2026-05-19')).toBeNull();
  expect(ask([answer()], '2026-06-01', '  к. условный ')).toBe('UPPER');
});
test('another person, another body, nobody asked: not confirmed', () => {
  expect(ask([])).toBeNull();
  expect(ask([answer()], '2026-06-01', 'К. Другой')).toBeNull();
  expect(ask([answer({ body: 'KZ-01' })])).toBeNull();
});
test('the latest answer counts, also when it takes an earlier one back; of two of one day the more careful', () => {
  expect(ask([answer(), answer({ date: '2026-05-25', confirmed: null })])).toBeNull();
  expect(ask([answer({ date: '2026-05-25', confirmed: null }), answer({ date: '2026-05-26', confirmed: 'LOWER' })])).toBe('LOWER');
  expect(ask([answer(), answer({ confirmed: 'LOWER' })])).toBe('LOWER');
  expect(ask([answer(), answer({ confirmed: null })])).toBeNull();
});
test.each([{ validTo: 'x' }, { date: 'x' }])('what cannot be read confirms nothing: %j', (more) => expect(ask([answer(more)])).toBeNull());
test('nor does an unreal day of dispatch', () => expect(ask([answer()], 'today')).toBeNull());
