import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import file from '#assets/reference/annex1.json' with { type: 'json' };
import { annex1File } from '#app/agreement/reference.ts';
import { isBelow, isDegree } from '#app/agreement/grif.ts';
import { checkIntake } from './intake.ts';
import type { IntakeDraft } from './intake.ts';

const [version] = annex1File.parse(file).versions;
if (version === undefined) throw new Error('no version of Annex 1');
const today = '2026-05-14';

/** Scenario S1: a fictional material of UZ-01. */
const s1: IntakeDraft = {
  state: 'UZ', senderNumber: '4/118', senderDate: '2026-05-12', receivedOn: '2026-05-14', basis: 'initiative', requestId: null, marking: 'MAXFIY',
  degree: 'LOWER', higherReason: '', copyNo: 2, copies: 2, sheets: 3, evaluation: 'B2', sourceKind: 'official_body',
};
const intake = (more: Partial<IntakeDraft>) => checkIntake({ ...s1, ...more }, version, today);
const codes = (more: Partial<IntakeDraft>) => {
  const answer = intake(more);
  return answer.accepted ? [] : answer.refusals.map((refusal) => refusal.code);
};

test('S1 is accepted with the sender\'s degree and its code', () => {
  expect(intake({})).toEqual({ accepted: true, sendersDegree: 'LOWER', evaluation: { kind: 'code', source: 'B', accuracy: '2', normalised: 'B2', typed: 'B2' }, hints: [] });
});

describe('grif', () => {
  test('never below the sender\'s', () => expect(codes({ marking: 'MUTLAQO MAXFIY' })).toEqual(['grif.belowSenders']));
  test('higher only with a reason', () => {
    expect(codes({ degree: 'UPPER', higherReason: '  ' })).toEqual(['grif.higherNeedsReason']);
    expect(codes({ degree: 'UPPER', higherReason: 'kept with UPPER papers' })).toEqual([]);
  });
  test('above Annex 1 stops, whatever the officer makes of it', () => {
    const answer = intake({ marking: 'Oʻta muhim', readAs: { degree: 'UPPER', reason: 'seems so' } });
    expect(answer).toMatchObject({ accepted: false, refusals: [{ code: 'marking.aboveAnnex1', supplier: { kind: 'director' } }] });
  });
  test('no grif goes to ordinary correspondence, an unknown stamp is not guessed', () => {
    expect(codes({ marking: '' })).toEqual(['marking.none']);
    expect(codes({ marking: 'GIZLIN', readAs: null })).toEqual(['marking.unknown']);
    expect(codes({ marking: 'GIZLIN', readAs: { degree: 'LOWER', reason: ' ' } })).toEqual(['marking.unknown']);
    expect(codes({ marking: 'GIZLIN', readAs: { degree: 'LOWER', reason: 'fictional letter 5' } })).toEqual([]);
    expect(codes({ marking: 'GIZLIN', degree: 'LOWER', readAs: { degree: 'UPPER', reason: 'fictional letter 5' } })).toEqual(['grif.belowSenders']);
  });
  test('a degree of no table', () => {
    expect(codes({ degree: '002' })).toEqual(['grif.unknown']);
    expect(codes({ degree: '', marking: '' })).toEqual(['marking.none', 'grif.unknown']);
  });
  test('whatever is accepted is not below what the sender gave', () => {
    const draft = fc.record({ marking: fc.constantFrom('MAXFIY', 'MUTLAQO MAXFIY', 'Oʻta muhim', '', '?'), degree: fc.constantFrom('LOWER', 'UPPER', 'lower'), higherReason: fc.constantFrom('', 'why') });
    fc.assert(fc.property(draft, (more) => {
      const answer = intake(more);
      if (answer.accepted) expect(isDegree(more.degree) && !isBelow(more.degree, answer.sendersDegree)).toBe(true);
    }), { seed: 21 });
  });
});

test('a request stands behind the first two forms of exchange and none behind the third', () => {
  expect(codes({ basis: 'oneOff' })).toEqual(['basis.requestMissing']);
  expect(codes({ basis: 'standing', requestId: '' })).toEqual(['basis.requestMissing']);
  expect(codes({ basis: 'standing', requestId: 'r1' })).toEqual([]);
  expect(codes({ requestId: 'r1' })).toEqual(['basis.requestNotAllowed']);
  expect(codes({ basis: 'telephone' })).toEqual(['basis.unknown']);
  expect(codes({ otherTreaty: 'fictional treaty' })).toEqual(['basis.otherTreaty']);
  expect(codes({ otherTreaty: null })).toEqual([]);
});

test('dates are real, past and in order', () => {
  expect(codes({ senderDate: '2026-02-30' })).toEqual(['date.invalid']);
  expect(codes({ receivedOn: '2026-05-15' })).toEqual(['date.inFuture']);
  expect(codes({ senderDate: '2026-05-14', receivedOn: '2026-05-13' })).toEqual(['date.order']);
  expect(codes({ senderDate: 'x', receivedOn: '2026-13-01' })).toEqual(['date.invalid', 'date.invalid']);
});

test.each([[{ copyNo: 0 }, 'count.invalid'], [{ copies: -1 }, 'count.invalid'], [{ sheets: 1.5 }, 'count.invalid'], [{ sheets: Number.NaN }, 'count.invalid'], [{ copyNo: 3 }, 'count.copyBeyondTotal']])('%j', (more, code) => {
  expect(codes(more)).toContain(code);
});
test('a carrier without sheets counts none', () => expect(codes({ sheets: null })).toEqual([]));

test('evaluation: missing is allowed and said, foreign is kept and said, nonsense is refused', () => {
  expect(intake({ evaluation: '' })).toMatchObject({ accepted: true, hints: ['evaluationMissing'], evaluation: { kind: 'missing' } });
  expect(intake({ evaluation: 'X3' })).toMatchObject({ accepted: true, hints: ['evaluationForeign'], evaluation: { kind: 'foreign', typed: 'X3', suggestion: 'D3' } });
  expect(intake({ evaluation: 'В3' })).toMatchObject({ accepted: true, hints: ['linkCorroborating'], evaluation: { normalised: 'B3', typed: 'В3' } });
  expect(codes({ evaluation: 'Д4' })).toEqual(['evaluation.invalid']);
  expect(codes({ sourceKind: 'spy' })).toEqual(['evaluation.sourceKindUnknown']);
  expect(codes({ sourceKind: null })).toEqual([]);
});

test('everything wrong is said at once', () => {
  expect(codes({ marking: 'MUTLAQO MAXFIY', basis: 'oneOff', senderNumber: ' ', senderDate: '2026-02-30', copyNo: 5, evaluation: '??', otherTreaty: 'x' })).toEqual([
    'grif.belowSenders', 'basis.requestMissing', 'basis.otherTreaty', 'reference.missing', 'date.invalid', 'count.copyBeyondTotal', 'evaluation.invalid',
  ]);
});
