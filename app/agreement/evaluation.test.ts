import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { consistencyHints, isSourceKind, readEvaluation } from './evaluation.ts';

test.each([['B2', 'B2'], ['b2', 'B2'], [' B 2 ', 'B2'], ['B-2', 'B2'], ['А1', 'A1'], ['в2', 'B2'], ['С3', 'C3'], ['с/4', 'C4'], ['D4', 'D4']])('%j is read as %s, the typed text kept', (typed, normalised) => {
  expect(readEvaluation(typed)).toMatchObject({ kind: 'code', normalised, typed });
});

test.each(['', '   ', '\t'])('%j is missing, never defaulted', (typed) => expect(readEvaluation(typed)).toEqual({ kind: 'missing', typed }));

test('a foreign code is kept with its scheme; X is suggested as D for the originator, never applied', () => {
  expect(readEvaluation('X3')).toEqual({ kind: 'foreign', typed: 'X3', scheme: 'europol', suggestion: 'D3' });
  expect(readEvaluation('Х1')).toMatchObject({ kind: 'foreign', scheme: 'europol', suggestion: 'D1' });
  expect(readEvaluation('F6')).toEqual({ kind: 'foreign', typed: 'F6', scheme: 'admiralty' });
  expect(readEvaluation('A5')).toEqual({ kind: 'foreign', typed: 'A5', scheme: 'admiralty' });
  expect(readEvaluation('B21')).toEqual({ kind: 'foreign', typed: 'B21', scheme: 'other' });
});

test.each(['Д4', '2B', 'B', '2', 'B0', 'B9', 'X5', 'G1', 'BB2', 'B2; DROP', '💥1', 'B２', 'В2В2'])('%j is no code', (typed) => {
  expect(readEvaluation(typed)).toEqual({ kind: 'invalid', typed });
});

test('nothing is ever dropped of what was typed, and only sixteen codes exist', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 6 }), (typed) => {
    const read = readEvaluation(typed);
    expect(read.typed).toBe(typed);
    if (read.kind === 'code') expect(read.normalised).toMatch(/^[A-D][1-4]$/);
  }), { seed: 5, numRuns: 2000 });
});

test('hints warn of odd pairs only', () => {
  expect(consistencyHints('B', '3')).toEqual(['linkCorroborating']);
  expect(consistencyHints('A', '4')).toEqual(['reliableButUncorroborated']);
  expect(consistencyHints('D', '1')).toEqual(['unassessedButCertain']);
  expect(consistencyHints('B', '2')).toEqual([]);
});

test('kinds of source are the six of the footnote', () => {
  expect(isSourceKind('citizen')).toBe(true);
  expect(isSourceKind('police')).toBe(false);
});
