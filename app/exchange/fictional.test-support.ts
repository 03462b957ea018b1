import type { Body } from '#app/agreement/bodies.ts';
import type { DirectorDecision } from './approval.ts';
import type { Consent } from './consent.ts';
import type { Restriction } from './restriction.ts';
import { defaultTransferSettings, type TransferInput, type TransferMaterial } from './transferInput.ts';

/** Fictional bodies and papers for tests; the names of the scenarios without their words. */
function listed(code: string, state: Body['state'], kind: Body['kind'], more: Partial<Body> = {}): Body {
  return {
    code, state, kind, names: { ru: code, kk: code, en: code }, listedFrom: '2026-04-09', listedTo: null,
    notifyingLetter: { number: `${code}/1`, date: '2026-04-01', channel: 'diplomatic' },
    channels: [{ name: 'courier', highest: 'UPPER', reference: '5/1' }, { name: 'post', highest: 'LOWER', reference: '5/2' }], ...more,
  };
}

export const fictionalBodies: readonly Body[] = [
  listed('UZ-01', 'UZ', 'authorised'), listed('UZ-02', 'UZ', 'authorised'), listed('TJ-01', 'TJ', 'authorised'), listed('RU-01', 'RU', 'authorised'),
  listed('KG-01', 'KG', 'authorised'), listed('AZ-01', 'AZ', 'authorised'), listed('KZ-01', 'KZ', 'authorised'), listed('TM-01', 'TM', 'authorised'),
  listed('KG-09', 'KG', 'authorised', { listedTo: '2026-05-01' }), listed('UZ-90', 'UZ', 'competent'),
  listed('OB-01', null, 'observer'), listed('TP-01', null, 'thirdParty'), listed('OB-09', null, 'observer', { listedTo: '2026-05-01' }), listed('CENTRE', 'CENTRE', 'centre'),
];

export function fictionalConsent(id: string, grantor: string, more: Partial<Consent> = {}): Consent {
  return {
    id, grantor, materialIds: ['m'], scope: { kind: 'body', codes: ['KG-01'] }, purpose: 'verification', number: '09-44', date: '2026-05-25', signatory: 'fictional',
    conditions: '', conditionsMet: false, validFrom: null, validTo: '2026-06-30', revokedAt: null, carrier: 'carrier 1', ...more,
  };
}

export function fictionalRestriction(rule: Restriction['rule'], more: Partial<Restriction> = {}): Restriction {
  return { id: 'x1', materialId: 'm', setBy: 'UZ-01', instruction: { number: '4/200', date: '2026-05-20' }, rule, from: '2026-05-20', to: null, ...more };
}

export const singleMaterial: TransferMaterial = {
  id: 'm', origin: { kind: 'single', originator: 'UZ-01' }, degree: 'LOWER', sourceDegrees: ['LOWER'], admitted: true, personalData: false, frozenBy: null,
};
/** Scenario S5: a review made of materials of UZ-01, TJ-01 and RU-01. */
export const jointMaterial: TransferMaterial = {
  id: 'm', degree: 'UPPER', sourceDegrees: ['LOWER', 'UPPER'], admitted: true, personalData: false, frozenBy: null,
  origin: { kind: 'joint', contributors: [{ body: 'UZ-01', materialIds: ['s1', 's4'] }, { body: 'TJ-01', materialIds: ['s2'] }, { body: 'RU-01', materialIds: ['k'] }] },
};

export const fictionalDecision = (more: Partial<DirectorDecision> = {}): DirectorDecision => ({
  number: '12', date: '2026-05-30', purpose: 'verification', validTo: null, used: false, confirmedPurposes: [], ...more,
});

/** A transfer of the single material to KG-01 that lacks nothing but the consents. */
export function transferInput(more: Partial<TransferInput> = {}): TransferInput {
  return {
    material: singleMaterial, recipient: 'KG-01', bodies: fictionalBodies, date: '2026-06-01', purpose: 'verification', channel: 'courier', consents: [], restrictions: [],
    statuses: { UZ: 'inForce', TJ: 'inForce', RU: 'inForce', KG: 'inForce', AZ: 'inForce', KZ: 'inForce', TM: 'none' },
    directorDecision: fictionalDecision(), copy: true, visibleBodies: fictionalBodies.map((body) => body.code),
    answers: null, unjustified: null, settings: defaultTransferSettings, ...more,
  };
}
