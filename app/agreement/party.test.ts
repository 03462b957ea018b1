import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, compareDates } from './civilDate.ts';
import { checkEvent, earliestExit, noticeInTime } from './events.ts';
import type { AgreementEvent, EventKind } from './events.ts';
import { generalForce, defaultPartySettings } from './force.ts';
import { depositaryNoticeDue, mayExchange, partyStatus, partyStatusNames } from './party.ts';
import { stateCodes } from './states.ts';
import type { StateCode } from './states.ts';

// All dates and documents are invented.
let serial = 0;
function event(kind: EventKind, state: StateCode | null, date: string, effectiveDate: string | null = null): AgreementEvent {
  serial += 1;
  return { id: `e${String(serial)}`, kind, state, date, document: `fictional ${String(serial)}`, effectiveDate };
}
const signatories = ['AZ', 'TJ', 'KZ', 'KG', 'UZ', 'RU'] as const;
const signatures = signatories.map((state) => event('signature', state, '2025-06-01'));
const four = [
  event('notification', 'KZ', '2025-09-01'), event('notification', 'UZ', '2025-11-15'),
  event('notification', 'TJ', '2026-01-20'), event('notification', 'KG', '2026-03-10'),
];
const inForce = [...signatures, ...four];
const at = (state: StateCode, date: string, events: readonly AgreementEvent[]) => {
  const { status, since } = partyStatus(state, date, events);
  return since === undefined ? status : `${status} ${since}`;
};

describe('entry into force (Art. 20)', () => {
  test('30 days after the fourth notification, for the first four together', () => {
    for (const state of ['KZ', 'UZ', 'TJ', 'KG'] as const) {
      expect(partyStatus(state, '2026-04-08', inForce).status).toBe('notified');
      expect(at(state, '2026-04-09', inForce)).toBe('inForce 2026-04-09');
    }
    expect(at('RU', '2026-04-09', inForce)).toBe('signed 2025-06-01');
    expect(at('KZ', '2025-05-31', inForce)).toBe('none');
    expect(at('KZ', '2025-08-31', inForce)).toBe('signed 2025-06-01');
  });

  test('the literal reading is a setting', () => {
    expect(partyStatus('KZ', '2026-04-09', inForce, { generalDays: 31, laterDays: 30 }).status).toBe('notified');
    expect(partyStatus('KZ', '2026-04-10', inForce, { generalDays: 31, laterDays: 30 })).toMatchObject({ status: 'inForce', since: '2026-04-10' });
  });

  test('a later signatory has its own thirty days', () => {
    const events = [...inForce, event('notification', 'RU', '2026-06-01')];
    expect(at('RU', '2026-06-30', events)).toBe('notified 2026-06-01');
    expect(at('RU', '2026-07-01', events)).toBe('inForce 2026-07-01');
  });

  test('a fifth on the day of the fourth belongs to the first group', () => {
    const events = [...inForce, event('notification', 'AZ', '2026-03-10')];
    expect(at('AZ', '2026-04-09', events)).toBe('inForce 2026-04-09');
    const literal = { generalDays: 31, laterDays: 29 };
    expect(partyStatus('AZ', '2026-04-10', events, literal)).toMatchObject({ status: 'inForce', since: '2026-04-10' });
  });

  test('one day after the fourth, never before the general date', () => {
    const events = [...inForce, event('notification', 'AZ', '2026-03-11')];
    expect(at('AZ', '2026-04-10', events)).toBe('inForce 2026-04-10');
    expect(partyStatus('AZ', '2026-04-10', events, { generalDays: 31, laterDays: 29 })).toMatchObject({ since: '2026-04-10' });
  });

  test('a notification of a State that has not signed is not one of the four', () => {
    const events = [...signatures, ...four.slice(0, 3), event('notification', 'TM', '2026-03-10')];
    expect(generalForce(events, defaultPartySettings).date).toBeNull();
    expect(at('KZ', '2027-01-01', events)).toBe('notified 2025-09-01');
    expect(at('TM', '2027-01-01', events)).toBe('none');
  });

  test('a second notification of one State does not count twice', () => {
    const events = [...signatures, ...four.slice(0, 3), event('notification', 'KZ', '2026-03-10')];
    expect(generalForce(events, defaultPartySettings).date).toBeNull();
  });

  test('the depositary overrides the computed dates', () => {
    const general = [...inForce, event('depositaryNotice', null, '2026-04-20', '2026-04-10')];
    expect(at('KZ', '2026-04-09', general)).toBe('notified 2025-09-01');
    expect(at('KZ', '2026-04-10', general)).toBe('inForce 2026-04-10');
    const own = [...general, event('depositaryNotice', 'KZ', '2026-04-21', '2026-04-12')];
    expect(at('KZ', '2026-04-11', own)).toBe('notified 2025-09-01');
    expect(at('KZ', '2026-04-12', own)).toBe('inForce 2026-04-12');
    expect(at('UZ', '2026-04-10', own)).toBe('inForce 2026-04-10');
  });

  test('the depositary alone makes no party, and a notice without a date overrides nothing', () => {
    expect(at('TM', '2026-12-01', [...inForce, event('depositaryNotice', 'TM', '2026-09-02', '2026-09-01')])).toBe('none');
    expect(at('KZ', '2026-04-09', [...inForce, event('depositaryNotice', 'KZ', '2026-04-20')])).toBe('inForce 2026-04-09');
  });

  test('a general date from the depositary serves even when fewer than four notifications are on file', () => {
    const events = [...signatures, event('notification', 'KZ', '2026-01-01'), event('depositaryNotice', null, '2026-04-20', '2026-04-10')];
    expect(at('KZ', '2026-04-10', events)).toBe('inForce 2026-04-10');
  });

  test('the arithmetic is shown step by step', () => {
    const codes = partyStatus('KZ', '2026-04-09', inForce).steps.map(({ code, date, from }) => [code, date, from]);
    expect(codes).toEqual([
      ['signed', '2025-06-01', null], ['notified', '2025-09-01', null], ['fourthNotification', '2026-03-10', null],
      ['generalForce', '2026-04-09', '2026-03-10'], ['force', '2026-04-09', '2026-03-10'],
    ]);
  });
});

describe('Turkmenistan and accession (Art. 21; scenario S7)', () => {
  const founding = event('councilDecision', 'TM', '2026-08-01');
  const accession = event('accession', 'TM', '2026-09-01');

  test('none until events are entered', () => expect(at('TM', '2026-12-31', inForce)).toBe('none'));

  test('in force from the day of receipt, without thirty days', () => {
    const events = [...inForce, founding, accession];
    expect(at('TM', '2026-08-31', events)).toBe('none');
    expect(at('TM', '2026-09-01', events)).toBe('acceded 2026-09-01');
    expect(at('TM', '2026-09-01', [...inForce, event('foundingAccession', 'TM', '2026-08-01'), accession])).toBe('acceded 2026-09-01');
  });

  test('not without the condition, nor before it, nor before the Agreement itself', () => {
    const bare = partyStatus('TM', '2026-12-01', [...inForce, accession]);
    expect(bare.status).toBe('none');
    expect(bare.steps.map((step) => step.code)).toContain('foundingMissing');
    expect(at('TM', '2026-09-10', [...inForce, event('councilDecision', 'TM', '2026-09-20'), accession])).toBe('notified 2026-09-01');
    expect(at('TM', '2026-09-20', [...inForce, event('councilDecision', 'TM', '2026-09-20'), accession])).toBe('acceded 2026-09-20');
    const early = [...inForce, event('councilDecision', 'TM', '2026-01-01'), event('accession', 'TM', '2026-02-01')];
    expect(at('TM', '2026-04-08', early)).toBe('notified 2026-02-01');
    expect(at('TM', '2026-04-09', early)).toBe('acceded 2026-04-09');
    expect(at('TM', '2026-12-01', [founding, accession])).toBe('notified 2026-09-01');
  });
});

describe('withdrawal (Art. 22)', () => {
  test('three months are counted back from the exit', () => {
    expect(noticeInTime('2027-02-28', '2027-05-31')).toBe(true);
    expect(noticeInTime('2027-03-01', '2027-05-31')).toBe(false);
    expect(earliestExit('2027-01-31')).toBe('2027-05-01');
    expect(earliestExit('2027-02-15')).toBe('2027-05-15');
  });

  test('the earliest exit is lawful and the day before is not', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
      const notice = addDays('1990-01-01', n);
      const exit = earliestExit(notice);
      expect(noticeInTime(notice, exit)).toBe(true);
      expect(noticeInTime(notice, addDays(exit, -1))).toBe(false);
    }), { seed: 7, numRuns: 500 });
  });

  const leaving = [...inForce, event('withdrawalNotice', 'KG', '2027-02-28', '2027-05-31')];
  test('party until the exit, out from that day', () => {
    expect(at('KG', '2027-02-27', leaving)).toBe('inForce 2026-04-09');
    expect(at('KG', '2027-05-30', leaving)).toBe('withdrawing 2027-02-28');
    expect(at('KG', '2027-05-31', leaving)).toBe('withdrawn 2027-05-31');
    expect(mayExchange('withdrawing')).toBe(true);
    expect(mayExchange('withdrawn')).toBe(false);
  });

  test('an exit announced too late is moved to the earliest lawful day', () => {
    const late = [...inForce, event('withdrawalNotice', 'KG', '2027-01-31', '2027-04-30')];
    expect(at('KG', '2027-04-30', late)).toBe('withdrawing 2027-01-31');
    expect(at('KG', '2027-05-01', late)).toBe('withdrawn 2027-05-01');
    expect(at('KG', '2027-05-01', [...inForce, event('withdrawalNotice', 'KG', '2027-01-31')])).toBe('withdrawn 2027-05-01');
  });

  test('of two notices the earlier exit holds, and the depositary may state another', () => {
    expect(at('KG', '2027-05-31', [...leaving, event('withdrawalNotice', 'KG', '2027-03-15', '2027-09-01')])).toBe('withdrawn 2027-05-31');
    const stated = [...leaving, event('depositaryNotice', 'KG', '2027-03-10', '2027-06-15')];
    expect(at('KG', '2027-05-31', stated)).toBe('withdrawing 2027-02-28');
    expect(at('KG', '2027-06-15', stated)).toBe('withdrawn 2027-06-15');
  });
});

test('the status never depends on the order in which events are entered', () => {
  const all = [...inForce, event('notification', 'RU', '2026-06-01'), event('depositaryNotice', null, '2026-04-20', '2026-04-10'), event('withdrawalNotice', 'KG', '2027-02-28', '2027-05-31')];
  fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.integer({ min: 0, max: 900 }), fc.constantFrom(...stateCodes), (shuffled, n, state) => {
    const date = addDays('2025-05-01', n);
    expect(at(state, date, shuffled)).toBe(at(state, date, all));
  }), { seed: 8 });
});

test('no State exchanges before it has acted, whatever else happens', () => {
  const kinds = fc.constantFrom<EventKind>('signature', 'notification', 'accession', 'depositaryNotice', 'withdrawalNotice');
  const others = fc.constantFrom<StateCode | null>('KZ', 'UZ', 'TJ', 'KG', 'RU', 'AZ', null);
  const day = fc.integer({ min: 0, max: 1000 }).map((n) => addDays('2025-01-01', n));
  const events = fc.array(fc.record({ id: fc.string(), kind: kinds, state: others, date: day, document: fc.constant('fictional'), effectiveDate: fc.option(day) }), { maxLength: 25 });
  fc.assert(fc.property(events, day, (list, date) => {
    expect(mayExchange(partyStatus('TM', date, list).status)).toBe(false);
    for (const state of ['KZ', 'UZ'] as const) {
      const { status, since } = partyStatus(state, date, list);
      if (mayExchange(status)) expect(compareDates(since ?? '', date)).toBeLessThanOrEqual(0);
      if (mayExchange(status)) expect(list.some((one) => one.state === state && (one.kind === 'notification' || one.kind === 'accession'))).toBe(true);
    }
  }), { seed: 9, numRuns: 300 });
});

test('only three statuses exchange', () => {
  expect(partyStatusNames.filter(mayExchange)).toEqual(['inForce', 'acceded', 'withdrawing']);
  expect(depositaryNoticeDue('2026-04-09')).toBe('2026-05-09');
});

describe('recording an event', () => {
  const codes = (draft: Partial<Parameters<typeof checkEvent>[0]>) =>
    checkEvent({ kind: 'signature', state: 'KZ', date: '2026-01-10', document: 'fictional 1', ...draft }, signatures, '2026-06-01').map((refusal) => refusal.code);

  test('a sound one passes', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ kind: 'depositaryNotice', state: null, effectiveDate: '2026-04-09' })).toEqual([]);
    expect(codes({ kind: 'notification', state: 'UZ' })).toEqual([]);
  });

  test('everything wrong is said at once', () => {
    expect(codes({ kind: 'party', state: 'XX', date: '2026-02-30', document: ' ', effectiveDate: 'soon' })).toEqual([
      'event.kindUnknown', 'event.stateUnknown', 'event.documentMissing', 'event.dateInvalid', 'event.dateInvalid',
    ]);
    expect(codes({ date: '2026-06-02', state: null })).toEqual(['event.stateUnknown', 'event.inFuture']);
  });

  test('conditions of notification, accession and withdrawal', () => {
    expect(codes({ kind: 'notification', state: 'TM' })).toEqual(['event.signatureMissing']);
    expect(codes({ kind: 'accession', state: 'TM' })).toEqual(['event.foundingMissing']);
    expect(codes({ kind: 'notification', state: null })).toEqual(['event.stateUnknown', 'event.signatureMissing']);
    expect(codes({ kind: 'accession', state: null })).toEqual(['event.stateUnknown', 'event.foundingMissing']);
    expect(codes({ kind: 'withdrawalNotice', date: '2026-01-31', effectiveDate: '2026-04-30' })).toEqual(['event.withdrawalTooEarly']);
    expect(codes({ kind: 'withdrawalNotice', date: '2026-01-31', effectiveDate: '2026-05-01' })).toEqual([]);
    expect(codes({ kind: 'withdrawalNotice' })).toEqual(['event.dateInvalid']);
  });
});
