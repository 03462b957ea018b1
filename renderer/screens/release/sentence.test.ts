import { expect, it } from 'vitest';
import { outcomeOf, unsealed } from './sentence.ts';
import type { Decision } from './useDecisions.ts';

// Fictional ids, numbers and bodies.
const decision = (materialId: string, recipient: string, allowed: boolean): Decision =>
  ({ materialId, regNo: `UZ-01/02/2026/${materialId}`, recipient, allowed, row: 'T2', consents: [], refusals: [], approval: null, needed: { hidden: false, cells: [] }, second: false });

it('puts only allowed pairs into a package, and names every addressee that goes without', () => {
  const { leaving, staying } = outcomeOf([decision('1', 'TJ-01', true), decision('2', 'TJ-01', false), decision('1', 'KZ-01', false), decision('2', 'KZ-01', false)], ['TJ-01', 'KZ-01']);
  expect(leaving).toEqual([{ recipient: 'TJ-01', materialIds: ['1'], second: false }]);
  expect(staying.map(({ recipient, regNos, whole }) => [recipient, regNos, whole])).toEqual([
    ['TJ-01', ['UZ-01/02/2026/2'], false], ['KZ-01', ['UZ-01/02/2026/1', 'UZ-01/02/2026/2'], true],
  ]);
});

it('needs a second person for a package as soon as one of its pairs does (R13.1)', () => {
  const { leaving } = outcomeOf([decision('1', 'TJ-01', true), { ...decision('2', 'TJ-01', true), second: true }, decision('1', 'KZ-01', true)], ['TJ-01', 'KZ-01']);
  expect(leaving.map(({ recipient, second }) => [recipient, second])).toEqual([['TJ-01', true], ['KZ-01', false]]);
});

it('sends nothing to an addressee of whom nothing was decided', () => {
  expect(outcomeOf([decision('1', 'TJ-01', true)], ['KZ-01'])).toEqual({ leaving: [], staying: [] });
});

it('does not make a package twice, in whatever order its materials stand, but makes one with other materials', () => {
  const sealed = [{ recipient: 'TJ-01', materialIds: ['1', '2'] }];
  expect(unsealed([{ recipient: 'TJ-01', materialIds: ['2', '1'], second: false }, { recipient: 'KZ-01', materialIds: ['1', '2'], second: true }], sealed)).toEqual([{ recipient: 'KZ-01', materialIds: ['1', '2'], second: true }]);
  expect(unsealed([{ recipient: 'TJ-01', materialIds: ['1', '3'], second: false }], sealed)).toHaveLength(1);
});
