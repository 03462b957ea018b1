import { expect, test } from 'vitest';
import { decideTransfer } from './transfer.ts';
import type { Consent, ConsentScope } from './consent.ts';
import { fictionalConsent, fictionalRestriction, jointMaterial, singleMaterial, transferInput } from './fictional.test-support.ts';

/**
 * The decision table T1 to T6, walked through in full against an oracle that was written from the table alone:
 * it knows the fictional bodies by heart and imports no rule.
 */
const recipients = ['UZ-01', 'UZ-02', 'RU-01', 'KG-01', 'TM-01', 'KG-09', 'UZ-90', 'CENTRE', 'OB-01', 'TP-01', 'OB-09', 'ZZ-99'] as const;
const givings = ['none', 'all', 'expired', 'elsewhere', 'withoutTajik', 'withoutUzbek', 'competentInstead'] as const;
const faults = ['none', 'purpose', 'notAdmitted', 'frozen'] as const;

interface Case {
  readonly joint: boolean;
  readonly recipient: (typeof recipients)[number];
  readonly degree: 'LOWER' | 'UPPER';
  readonly channel: 'courier' | 'post';
  readonly status: 'inForce' | 'withdrawn' | 'none';
  readonly giving: (typeof givings)[number];
  readonly restricted: boolean;
  readonly within: boolean;
  readonly scope: 'all' | 'contributors';
  readonly director: boolean;
  readonly fault: (typeof faults)[number];
}

function oracleRow(one: Case): string {
  const { recipient } = one;
  if (recipient === 'ZZ-99' || recipient === 'CENTRE' || recipient === 'UZ-90' || recipient === 'OB-09') return 'T6';
  if (recipient === 'OB-01' || recipient === 'TP-01') return 'T5';
  if (recipient === 'TM-01' || one.status !== 'inForce') return 'T4';
  if (recipient === 'KG-09') return 'T6';
  if (recipient === 'UZ-01' || (one.joint && recipient === 'RU-01')) return 'T1';
  return recipient === 'UZ-02' ? 'T3' : 'T2';
}

function oracleNeeded(one: Case, row: string): readonly string[] {
  if (row === 'T4' || row === 'T6') return [];
  if (!one.joint) {
    if (row === 'T1') return [];
    return row === 'T3' && !one.within ? [] : ['UZ-01'];
  }
  if (row === 'T5') return one.scope === 'contributors' ? ['UZ-01', 'TJ-01', 'RU-01'] : ['UZ-01', 'UZ-02', 'TJ-01', 'RU-01', 'KG-01', 'AZ-01', 'KZ-01'];
  const needed = ['UZ-01', 'TJ-01', 'RU-01'].filter((body) => body !== one.recipient);
  return one.recipient === 'UZ-02' && !one.within ? needed.filter((body) => body !== 'UZ-01') : needed;
}

function oracleGiven(one: Case): ReadonlySet<string> {
  const all = ['UZ-01', 'UZ-02', 'TJ-01', 'RU-01', 'KG-01', 'AZ-01', 'KZ-01'];
  switch (one.giving) {
    case 'all': return new Set(all);
    case 'withoutTajik': return new Set(all.filter((body) => body !== 'TJ-01'));
    case 'withoutUzbek': return new Set(all.filter((body) => body !== 'UZ-01'));
    default: return new Set();
  }
}

function oracleAllows(one: Case): boolean {
  const row = oracleRow(one);
  if (row === 'T4' || row === 'T6') return false;
  const given = oracleGiven(one);
  if (!oracleNeeded(one, row).every((body) => given.has(body))) return false;
  if ((row === 'T5' || one.joint) && !one.director) return false;
  if (one.joint && one.degree === 'LOWER') return false;
  if (one.degree === 'UPPER' && one.channel === 'post') return false;
  return !one.restricted && one.fault === 'none';
}

function consentsOf(one: Case): readonly Consent[] {
  const kind: ConsentScope['kind'] = one.recipient === 'OB-01' ? 'observer' : one.recipient === 'TP-01' ? 'thirdParty' : 'body';
  const scope: ConsentScope = { kind, codes: [one.recipient] };
  const all = ['UZ-01', 'UZ-02', 'TJ-01', 'RU-01', 'KG-01', 'AZ-01', 'KZ-01', 'TM-01'];
  const from = (bodies: readonly string[], more: Partial<Consent> = {}) => bodies.map((body) => fictionalConsent(`c-${body}`, body, { scope, ...more }));
  switch (one.giving) {
    case 'none': return [];
    case 'all': return from(all);
    case 'expired': return from(all, { validTo: '2026-05-31' });
    case 'elsewhere': return from(all, { scope: { kind, codes: ['AZ-01'] } });
    case 'withoutTajik': return from(all.filter((body) => body !== 'TJ-01'));
    case 'withoutUzbek': return from(all.filter((body) => body !== 'UZ-01'));
    case 'competentInstead': return from(['UZ-90', 'CENTRE']);
  }
}

function decide(one: Case) {
  const base = one.joint ? jointMaterial : { ...singleMaterial, sourceDegrees: ['LOWER'] };
  const state = /^(?:OB|TP|ZZ|CE)/.test(one.recipient) ? null : one.recipient.slice(0, 2);
  const { statuses } = transferInput();
  return decideTransfer(transferInput({
    recipient: one.recipient, channel: one.channel, consents: consentsOf(one),
    material: { ...base, degree: one.degree, admitted: one.fault !== 'notAdmitted', frozenBy: one.fault === 'frozen' ? 'I-1' : null },
    statuses: state === null || state === 'TM' ? statuses : { ...statuses, [state]: one.status },
    restrictions: one.restricted ? [fictionalRestriction({ kind: 'noTransfer' })] : [fictionalRestriction({ kind: 'noTransfer' }, { materialId: 'other' })],
    settings: { requireConsentWithinState: one.within, jointConsentScope: one.scope },
    directorDecision: one.director ? { number: '12', date: '2026-06-01' } : null,
    purpose: one.fault === 'purpose' ? ' ' : 'verification',
  }));
}

test('every case of the table is decided as the table says', () => {
  const both = [true, false];
  let cases = 0;
  let allowed = 0;
  const differences: Case[] = [];
  for (const joint of both) for (const recipient of recipients) for (const degree of ['LOWER', 'UPPER'] as const) for (const channel of ['courier', 'post'] as const)
    for (const status of ['inForce', 'withdrawn', 'none'] as const) for (const giving of givings) for (const restricted of both) for (const within of both)
      for (const scope of ['all', 'contributors'] as const) for (const director of both) for (const fault of faults) {
        const one: Case = { joint, recipient, degree, channel, status, giving, restricted, within, scope, director, fault };
        const decision = decide(one);
        cases += 1;
        if (decision.allowed) allowed += 1;
        const same = decision.row === oracleRow(one) && decision.allowed === oracleAllows(one)
          && (!decision.allowed || decision.consents.toSorted().join() === oracleNeeded(one, decision.row).map((body) => `c-${body}`).toSorted().join());
        if (!same) differences.push(one);
      }
  expect(differences.slice(0, 3)).toEqual([]);
  expect(cases).toBe(129_024);
  expect(allowed).toBeGreaterThan(500);
}, 60_000);
