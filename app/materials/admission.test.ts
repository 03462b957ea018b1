import { describe, expect, test } from 'vitest';
import type { Body } from '#app/agreement/bodies.ts';
import type { PartyStatusName } from '#app/agreement/party.ts';
import { admission, partyRefusals } from './admission.ts';

// Fictional bodies.
function body(code: string, more: Partial<Body> = {}): Body {
  return {
    code, state: 'UZ', kind: 'authorised', names: { ru: code, kk: code, en: code }, listedFrom: '2026-04-09', listedTo: null,
    notifyingLetter: { number: '1', date: '2026-04-01', channel: 'diplomatic' }, channels: [], ...more,
  };
}
const bodies = [
  body('UZ-01'), body('TM-01', { state: 'TM' }), body('KZ-90', { state: 'KZ', kind: 'competent' }), body('OB-01', { state: null, kind: 'observer', listedTo: '2026-04-30' }),
  body('RU-01', { state: 'RU', listedTo: '2026-04-30' }), body('CENTRE', { state: 'CENTRE', kind: 'centre' }),
];
const statuses = { UZ: 'inForce', TM: 'none', KZ: 'inForce', RU: 'withdrawn' } as const;
const reasons = (code: string) => {
  const answer = admission({ body: code, bodies, statuses, date: '2026-05-14' });
  return answer.admitted ? [] : answer.reasons.map((reason) => reason.code);
};

test('an authorised body of a State in force, on the list on the day of dispatch, is admitted', () => expect(reasons('UZ-01')).toEqual([]));

describe('received, not admitted to use', () => {
  test('a body nobody has notified (scenario S7, KZ-99)', () => {
    const answer = admission({ body: 'KZ-99', bodies, statuses, date: '2026-05-14' });
    expect(answer).toMatchObject({ admitted: false, reasons: [{ code: 'body.unknown', rule: 'R3.3', article: '3', missing: 'notificationLetter', supplier: { kind: 'competentBody' } }] });
  });
  test('Turkmenistan without an event (scenario S7)', () => expect(reasons('TM-01')).toEqual(['party.notInForce']));
  test('all reasons together', () => expect(reasons('RU-01')).toEqual(['party.withdrawn', 'body.notListed']));
  test('neither a competent body nor an observer nor the Centre is a source', () => {
    expect(reasons('KZ-90')).toEqual(['body.notASource']);
    expect(reasons('OB-01')).toEqual(['body.notASource', 'body.notListed']);
    expect(reasons('CENTRE')).toEqual(['body.notASource']);
  });
});

test('an unknown status is a no', () => {
  expect(partyRefusals('UZ', undefined).map((one) => one.code)).toEqual(['party.statusUnknown']);
  expect(partyRefusals('UZ', JSON.parse('"friendly"')).map((one) => one.code)).toEqual(['party.statusUnknown']);
  const yes: readonly PartyStatusName[] = ['inForce', 'acceded', 'withdrawing'];
  expect(yes.flatMap((status) => partyRefusals('UZ', status))).toEqual([]);
  const no: readonly PartyStatusName[] = ['none', 'signed', 'notified', 'withdrawn'];
  expect(no.every((status) => partyRefusals('UZ', status).length === 1)).toBe(true);
});
