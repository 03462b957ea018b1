import { expect, test } from 'vitest';
import { evaluationRequestRefusals, rectificationRefusals, revisionRefusals, suggestedCode, type Correction } from './correction.ts';

const correction = (more: Partial<Correction> = {}): Correction =>
  ({ product: false, originator: 'UZ-01', senderDate: '2026-05-08', instruction: { number: '4/150', date: '2026-05-12' }, today: '2026-05-12', ...more });
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);
const revised = (typed: string, before: string, more: Partial<Correction> = {}) => codes(revisionRefusals(correction(more), typed, before));

test('a later evaluation is recorded when it is a code and says something new', () => {
  expect(revised('A1', 'B2')).toEqual([]);
  expect(revised('A1', '')).toEqual([]);
  expect(revised('X2', 'B2')).toEqual([]);
  expect(revised('В2', 'B2')).toEqual(['evaluation.unchanged']);
  expect(revised(' X2', 'X2')).toEqual(['evaluation.unchanged']);
  expect(revised('', 'B2')).toEqual(['evaluation.invalid']);
  expect(revised('надёжно', 'B2')).toEqual(['evaluation.invalid']);
});

test('neither without a paper of its time nor for a product of the Centre; all that is wrong at once', () => {
  expect(revised('', 'B2', { product: true, instruction: { number: '4/150', date: '2026-05-13' } })).toEqual(['correction.ofProduct', 'date.inFuture', 'evaluation.invalid']);
  expect(codes(rectificationRefusals(correction({ instruction: { number: '4/150', date: '2026-05-07' } })))).toEqual(['date.order']);
  expect(codes(rectificationRefusals(correction()))).toEqual([]);
});

test('the originator is asked once, where it gave none or one of another scheme', () => {
  const asked = (typed: string, before = false, product = false) => codes(evaluationRequestRefusals({ product, originator: 'UZ-01', typed, asked: before }));
  expect([asked(''), asked('X2'), asked('F6')]).toEqual([[], [], []]);
  expect(asked('B2')).toEqual(['evaluation.given']);
  expect(asked('', true)).toEqual(['evaluation.askedAlready']);
  expect(asked('', false, true)).toEqual(['correction.ofProduct']);
});

test('a conversion is suggested where the schemes have one, and nowhere else', () => {
  expect(['X2', 'F6', 'B2', ''].map(suggestedCode)).toEqual(['D2', null, null, null]);
});
