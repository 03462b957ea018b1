import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/agreement/civilDate.ts';
import type { Body } from '#app/agreement/bodies.ts';
import { consentCovers } from './consent.ts';
import type { Consent, ConsentScope } from './consent.ts';
import { checkConsentRecord } from './recordConsent.ts';
import { fictionalBodies, fictionalConsent } from './fictional.test-support.ts';

function named(code: string): Body {
  const body = fictionalBodies.find((one) => one.code === code);
  if (body === undefined) throw new Error(`no fictional body ${code}`);
  return body;
}
const ask = (more: Partial<Consent>, question: Partial<Parameters<typeof consentCovers>[1]> = {}) => {
  const answer = consentCovers(fictionalConsent('c1', 'TJ-01', more), { material: 'm', originator: 'TJ-01', recipient: named('KG-01'), date: '2026-06-01', purpose: 'verification', confirmedPurposes: [], ...question });
  return answer.covers ? 'covers' : answer.reason;
};

describe('a written consent covers', () => {
  test('this material, this recipient, this day', () => expect(ask({})).toBe('covers'));
  test('until the last day, included (scenario S3)', () => {
    expect(ask({}, { date: '2026-06-30' })).toBe('covers');
    expect(ask({}, { date: '2026-07-01' })).toBe('consent.expired');
  });
  test('from its own date and from the start of its term', () => {
    expect(ask({}, { date: '2026-05-25' })).toBe('covers');
    expect(ask({}, { date: '2026-05-24' })).toBe('consent.afterDispatch');
    expect(ask({ validFrom: '2026-06-02' })).toBe('consent.notYetValid');
    expect(ask({ validFrom: '2026-06-01', validTo: null })).toBe('covers');
  });
  test('not another material, not a supplement (R8.6)', () => expect(ask({}, { material: 's' })).toBe('consent.otherMaterial'));
  test('only of the originator itself, not of its competent body', () => {
    expect(ask({ grantor: 'KZ-01' })).toBe('consent.notOriginators');
    expect(ask({}, { originator: 'UZ-01' })).toBe('consent.notOriginators');
  });
  test('not after its revocation', () => {
    expect(ask({ revokedAt: '2026-06-02' })).toBe('covers');
    expect(ask({ revokedAt: '2026-06-01' })).toBe('consent.revoked');
  });
  test('only when its conditions are met', () => {
    expect(ask({ conditions: 'orally only' })).toBe('consent.conditionsOpen');
    expect(ask({ conditions: 'orally only', conditionsMet: true })).toBe('covers');
  });
  test('for what it was given, in the same words or in words confirmed as the same', () => {
    expect(ask({}, { purpose: '  Verification.' })).toBe('covers');
    expect(ask({}, { purpose: 'the press' })).toBe('consent.purposeDiffers');
    expect(ask({}, { purpose: 'the press', confirmedPurposes: ['c2'] })).toBe('consent.purposeDiffers');
    expect(ask({}, { purpose: 'a check', confirmedPurposes: ['c1'] })).toBe('covers');
    expect(ask({ purpose: '?!' }, { purpose: '?!' })).toBe('consent.purposeDiffers');
  });
  test('its purpose is asked last: what no confirmation can settle comes before', () => {
    expect(ask({ validTo: '2026-05-31' }, { purpose: 'the press' })).toBe('consent.expired');
    expect(ask({ conditions: 'orally only' }, { purpose: 'the press' })).toBe('consent.conditionsOpen');
  });
  test('a purpose that is not said yet contradicts none', () => expect(ask({}, { purpose: ' ' })).toBe('covers'));
  test.each<Partial<Consent>>([{ number: '' }, { signatory: ' ' }, { carrier: '' }, { date: '2026-02-30' }])('not unless written: %j', (more) => expect(ask(more)).toBe('consent.notWritten'));
  test.each<Partial<Consent>>([{ validFrom: 'x' }, { validTo: 'x' }, { revokedAt: 'x' }])('unreadable dates never help: %j', (more) => expect(ask(more)).not.toBe('covers'));
  test('an unreal day of dispatch', () => expect(ask({}, { date: 'today' })).toBe('consent.afterDispatch'));
});

describe('scope', () => {
  const to = (code: string, scope: ConsentScope) => ask({ scope }, { recipient: named(code) });
  test.each<[string, ConsentScope, string]>([
    ['KG-01', { kind: 'state', codes: ['KG'] }, 'covers'], ['KG-01', { kind: 'state', codes: ['UZ'] }, 'consent.otherRecipient'],
    ['OB-01', { kind: 'observer', codes: ['OB-01'] }, 'covers'], ['OB-01', { kind: 'body', codes: ['OB-01'] }, 'consent.otherRecipient'], ['OB-01', { kind: 'thirdParty', codes: ['OB-01'] }, 'consent.otherRecipient'],
    ['TP-01', { kind: 'thirdParty', codes: ['TP-01'] }, 'covers'], ['TP-01', { kind: 'observer', codes: ['TP-01'] }, 'consent.otherRecipient'],
    ['KG-01', { kind: 'observer', codes: ['KG-01'] }, 'consent.otherRecipient'], ['UZ-90', { kind: 'body', codes: ['UZ-90'] }, 'consent.otherRecipient'], ['UZ-90', { kind: 'state', codes: ['UZ'] }, 'consent.otherRecipient'],
  ])('%s under %j', (code, scope, expected) => expect(to(code, scope)).toBe(expected));
  test('naming nobody is naming nobody', () => {
    for (const kind of ['body', 'state', 'observer', 'thirdParty'] as const) expect(to('KG-01', { kind, codes: [] })).toBe('consent.emptyScope');
  });
  test('a kind of scope nobody knows covers nobody', () => expect(to('KG-01', JSON.parse('{"kind":"everybody","codes":["KG-01"]}'))).toBe('consent.otherRecipient'));
  test('a body without a State is in no State', () => expect(ask({ scope: { kind: 'state', codes: ['KG'] } }, { recipient: { ...named('KG-01'), state: null } })).toBe('consent.otherRecipient'));
});

test('a consent never widens by time: once it has ended it does not come back', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n));
  const consent = fc.record({ date: day, validFrom: fc.option(day), validTo: fc.option(day), revokedAt: fc.option(day) });
  fc.assert(fc.property(consent, (dates) => {
    const covered = Array.from({ length: 420 }, (_, n) => ask(dates, { date: addDays('2026-01-01', n) }) === 'covers');
    const changes = covered.filter((one, n) => n > 0 && one !== covered[n - 1]).length;
    expect(changes).toBeLessThanOrEqual(covered[0] === true ? 1 : 2);
  }), { seed: 51, numRuns: 100 });
});

describe('recording a consent', () => {
  const { id: _id, revokedAt: _revokedAt, ...sound } = fictionalConsent('c1', 'TJ-01');
  const codes = (more: Partial<Consent>, originators: readonly string[] = ['TJ-01']) =>
    checkConsentRecord({ ...sound, ...more }, { originators, bodies: fictionalBodies, today: '2026-06-01' }).map((refusal) => refusal.code);
  test('a sound one passes', () => expect(codes({})).toEqual([]));
  test('not of a stranger to the material, save for an observer', () => {
    expect(codes({ grantor: 'KZ-01' })).toEqual(['consent.notOriginators']);
    expect(codes({ grantor: 'KZ-01', scope: { kind: 'observer', codes: ['OB-01'] } })).toEqual([]);
    expect(codes({ grantor: 'KZ-01', scope: { kind: 'thirdParty', codes: ['TP-01'] } })).toEqual([]);
  });
  test('everything wrong at once', () => {
    expect(codes({ grantor: 'ZZ-01', scope: { kind: 'body', codes: [] }, materialIds: [], number: '', date: '2026-06-02', validTo: '2026-06-01' })).toEqual([
      'body.unknown', 'consent.notOriginators', 'consent.emptyScope', 'consent.otherMaterial', 'consent.notWritten', 'date.inFuture', 'date.order',
    ]);
    expect(codes({ date: 'x', validFrom: 'y', validTo: 'z' })).toEqual(['date.invalid', 'date.invalid', 'date.invalid']);
    expect(codes({ date: 'x' })).toEqual(['date.invalid']);
    expect(codes({ validFrom: '2026-07-10', validTo: null })).toEqual([]);
  });
});
