import { describe, expect, it } from 'vitest';
import { dueState, dueWithinDays, isCertified, lastOfEach, programCertifiedTo } from './due.ts';
import { appointmentRefusals, certificateRefusals, checkRefusals, staffCheckRefusals } from './refusals.ts';

const today = '2026-05-14';
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

describe('what is due', () => {
  it.each([
    ['2026-05-13', 'overdue'], ['2026-05-14', 'due'], ['2026-06-13', 'due'], ['2026-06-14', 'later'],
  ])('a day %s is %s', (day, state) => {
    expect(dueWithinDays).toBe(30);
    expect(dueState(day, today)).toBe(state);
  });

  it('of several records of one object the one of the latest date counts, of two of one date the later one; the order stays', () => {
    const rows = [{ n: 1, date: '2026-02-01', of: 'a' }, { n: 2, date: '2026-01-01', of: 'b' }, { n: 3, date: '2026-01-15', of: 'a' }, { n: 4, date: '2026-01-01', of: 'b' }];
    expect(lastOfEach(rows, ({ of }) => of).map(({ n }) => n)).toEqual([1, 4]);
  });
});

describe('the certificate of the program (R10.3)', () => {
  const program = (from: string, to: string) => ({ kind: 'program', tool: 'Grif', from, to });

  it('none recorded: nothing follows, whatever is certified beside it', () => {
    expect(programCertifiedTo([{ kind: 'workstation', tool: 'АРМ-1', from: '2020-01-01', to: '2020-02-01' }], today)).toBeNull();
    expect(isCertified([], today)).toBe(true);
  });

  it('holds to its last day and not a day longer', () => {
    expect(isCertified([program('2026-01-01', today)], today)).toBe(true);
    expect(isCertified([program('2026-01-01', '2026-05-13')], today)).toBe(false);
  });

  it('the one that runs longest counts; one that has not begun does not prolong an expired one', () => {
    expect(programCertifiedTo([program('2026-01-01', '2026-12-31'), program('2026-02-01', '2026-06-01')], today)).toBe('2026-12-31');
    expect(programCertifiedTo([program('2025-01-01', '2026-05-01'), program('2026-06-01', '2027-06-01')], today)).toBe('2026-05-01');
    expect(programCertifiedTo([program('2026-06-01', '2027-06-01')], today)).toBe('2027-06-01');
  });
});

describe('a check', () => {
  const check = { kind: 'premises' as const, object: 'помещение 12', date: today, result: 'passed' as const, remarks: '', nextDue: '2026-11-14', document: { number: 'А-1', date: today } };

  it('is of a day that has come, by a paper that is there, and the next one is later', () => {
    expect(checkRefusals(check, today)).toEqual([]);
    expect(codes(checkRefusals({ ...check, date: '2026-05-15' }, today))).toEqual(['date.inFuture']);
    expect(codes(checkRefusals({ ...check, document: { number: 'А-1', date: '2026-05-15' } }, today))).toEqual(['date.inFuture']);
    expect(codes(checkRefusals({ ...check, nextDue: today }, today))).toEqual(['check.nextNotLater']);
  });

  it.each(['remarks', 'failed'] as const)('that is not passed (%s) says why', (result) => {
    expect(codes(checkRefusals({ ...check, result }, today))).toEqual(['check.remarksMissing']);
    expect(checkRefusals({ ...check, result, remarks: 'нет пломбы' }, today)).toEqual([]);
  });

  it('of an official is held to the same days', () => {
    const staff = { officerId: 'a'.repeat(20), kind: 'periodic' as const, technicalMeans: true, date: today, code: '1', nextDue: '2027-05-14' };
    expect(staffCheckRefusals(staff, today)).toEqual([]);
    expect(codes(staffCheckRefusals({ ...staff, date: '2027-01-01', nextDue: '2026-12-31' }, today))).toEqual(['date.inFuture', 'check.nextNotLater']);
  });
});

it('a certificate does not end before it begins', () => {
  const certificate = { kind: 'program' as const, tool: 'Grif', number: 'С-1', issuer: 'орган', from: today, to: today };
  expect(certificateRefusals(certificate)).toEqual([]);
  expect(codes(certificateRefusals({ ...certificate, to: '2026-05-13' }))).toEqual(['check.periodEmpty']);
});

describe('who answers for information security', () => {
  const order = { officerId: 'a'.repeat(20), powers: 'надзор', from: today, to: '2027-05-14', document: { number: 'П-1', date: today } };

  it('is nobody who registers or analyses (R12.6)', () => {
    for (const role of ['registrar', 'analyst'] as const) expect(codes(appointmentRefusals(order, role, today))).toEqual(['responsible.unfit']);
    for (const role of ['security', 'administrator', 'director'] as const) expect(appointmentRefusals(order, role, today)).toEqual([]);
  });

  it('is appointed for a period, by an order that is there', () => {
    expect(codes(appointmentRefusals({ ...order, to: '2026-05-13', document: { number: 'П-1', date: '2026-05-15' } }, 'security', today))).toEqual(['check.periodEmpty', 'date.inFuture']);
  });
});
