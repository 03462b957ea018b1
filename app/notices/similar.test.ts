import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noticeProgress } from './progress.ts';
import { similarNotices } from './similar.ts';
import type { SimilarSide } from './similar.ts';

/** Scenario S2; all numbers fictional. */
const uzbek: SimilarSide = { materialId: 'mat-a', originator: 'UZ-01', reference: { number: '4/118', date: '2026-05-12' }, incoming: { number: 'UZ-01/02/2026/0001', date: '2026-05-14' }, degree: 'LOWER' };
const tajik: SimilarSide = { materialId: 'mat-b', originator: 'TJ-01', reference: { number: '09-31', date: '2026-05-18' }, incoming: { number: 'TJ-01/001/2026/0004', date: '2026-05-20' }, degree: 'UPPER' };

describe('scenario S2', () => {
  const { drafts, refusals } = similarNotices({ a: uzbek, b: tajik });
  test('two notices, each to its own originator with its own numbers', () => {
    expect(refusals).toEqual([]);
    expect(drafts).toEqual([
      { kind: 'similar', addressee: 'UZ-01', about: [{ materialId: 'mat-a', reference: uzbek.reference, incoming: uzbek.incoming }], degree: 'LOWER' },
      { kind: 'similar', addressee: 'TJ-01', about: [{ materialId: 'mat-b', reference: tajik.reference, incoming: tajik.incoming }], degree: 'UPPER' },
    ]);
  });
  test('the one for UZ-01 knows nothing of TJ-01', () => {
    expect(JSON.stringify(drafts[0])).not.toMatch(/TJ|09-31|mat-b|2026-05-18|2026-05-20|UPPER|0004/);
    expect(JSON.stringify(drafts[1])).not.toMatch(/UZ|118|mat-a|2026-05-12|2026-05-14|LOWER|0001/);
  });
});

test('whatever the other side is, the notice is the same: it cannot tell anything of it', () => {
  const text = fc.string({ minLength: 1, maxLength: 12 }).filter((one) => one.trim() !== '');
  const reference = fc.record({ number: text, date: text });
  const side = fc.record({ materialId: text.map((one) => `b${one}`), originator: text.map((one) => `T${one}`), reference, incoming: reference, degree: fc.constantFrom('LOWER' as const, 'UPPER' as const) });
  fc.assert(fc.property(side, side, fc.boolean(), (b, c, turned) => {
    const mine = (other: SimilarSide) => similarNotices(turned ? { a: other, b: uzbek } : { a: uzbek, b: other }).drafts.filter((draft) => draft.addressee === 'UZ-01');
    expect(mine(b)).toEqual(mine(c));
    expect(mine(b)).toHaveLength(1);
  }), { seed: 81, numRuns: 500 });
});

test('one body that sent both gets one notice with both its numbers', () => {
  const both = similarNotices({ a: uzbek, b: { ...tajik, originator: 'UZ-01' } }).drafts;
  expect(both).toHaveLength(1);
  expect(both[0]).toMatchObject({ addressee: 'UZ-01', degree: 'UPPER', about: [{ reference: { number: '4/118' } }, { reference: { number: '09-31' } }] });
});

test('two bodies of one State are still told apart', () => {
  const { drafts } = similarNotices({ a: uzbek, b: { ...tajik, originator: 'UZ-02' } });
  expect(drafts.map((draft) => draft.about.length)).toEqual([1, 1]);
});

test('nobody is told of the Centre\'s own product, and a material is not similar to itself', () => {
  expect(similarNotices({ a: uzbek, b: { ...tajik, originator: null } }).drafts.map((draft) => draft.addressee)).toEqual(['UZ-01']);
  expect(similarNotices({ a: uzbek, b: uzbek })).toMatchObject({ drafts: [], refusals: [{ code: 'link.toItself' }] });
});

test('a side without its own number is refused; the other is told all the same', () => {
  const bare = { ...tajik, reference: { number: ' ', date: '2026-05-18' } };
  expect(similarNotices({ a: uzbek, b: bare })).toMatchObject({ drafts: [{ addressee: 'UZ-01' }], refusals: [{ code: 'notice.ownReferenceMissing', params: { body: 'TJ-01' } }] });
  expect(similarNotices({ a: { ...uzbek, incoming: { number: '', date: '' } }, b: tajik }).drafts.map((draft) => draft.addressee)).toEqual(['TJ-01']);
});

describe('progress', () => {
  const draft = { kind: 'similar', draftedAt: '2026-05-20T17:00:00', issuedAt: null, acknowledgedOn: null } as const;
  test('a draft is due after the Centre\'s own term, that day included', () => {
    expect(noticeProgress(draft, '2026-05-23T23:59:59')).toEqual({ stage: 'draft', dueOn: '2026-05-23', overdueDays: 0 });
    expect(noticeProgress(draft, '2026-05-25')).toEqual({ stage: 'draft', dueOn: '2026-05-23', overdueDays: 2 });
    expect(noticeProgress({ ...draft, kind: 'unlistedSender' }, '2026-05-20').dueOn).toBe('2026-05-23');
  });
  test('a breach is due the same day', () => expect(noticeProgress({ ...draft, kind: 'breach' }, '2026-05-21')).toMatchObject({ dueOn: '2026-05-20', overdueDays: 1 }));
  test('once issued, the acknowledgement is awaited; then nothing', () => {
    expect(noticeProgress({ ...draft, issuedAt: '2026-05-21T09:00:00' }, '2026-06-05')).toEqual({ stage: 'issued', dueOn: '2026-06-04', overdueDays: 1 });
    expect(noticeProgress({ ...draft, issuedAt: '2026-05-21T09:00:00', acknowledgedOn: '2026-05-30' }, '2027-01-01')).toEqual({ stage: 'acknowledged', dueOn: null, overdueDays: 0 });
  });
});
