import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentCells } from './consentMatrix.ts';
import { fictionalConsent, fictionalDecision, jointMaterial, transferInput } from './fictional.test-support.ts';
import { decideTransfer } from './transfer.ts';

const states = (more: Parameters<typeof transferInput>[0]) => consentCells(transferInput(more)).cells.map(({ grantor, state, until }) => `${grantor} ${state} ${until ?? '-'}`);

describe('whose consent a transfer needs, and who has given it', () => {
  it('is missing until it is written, and ends with its term', () => {
    expect(states({})).toEqual(['UZ-01 missing -']);
    expect(states({ consents: [fictionalConsent('c', 'UZ-01', { validTo: null })] })).toEqual(['UZ-01 granted -']);
    expect(states({ consents: [fictionalConsent('c', 'UZ-01', { validTo: '2026-07-01' })] })).toEqual(['UZ-01 expiring 2026-07-01']);
    expect(states({ consents: [fictionalConsent('c', 'UZ-01', { validTo: '2026-07-02' })] })).toEqual(['UZ-01 granted 2026-07-02']);
    expect(states({ consents: [fictionalConsent('c', 'UZ-01', { validTo: '2026-06-01' })] })).toEqual(['UZ-01 expiring 2026-06-01']);
    expect(states({ consents: [fictionalConsent('c', 'UZ-01', { validTo: '2026-05-31' })] })).toEqual(['UZ-01 unfit -']);
  });
  it('is unfit where there is a paper that does not cover this transfer', () => {
    expect(states({ consents: [fictionalConsent('c', 'UZ-01', { purpose: 'the press' })] })).toEqual(['UZ-01 unfit -']);
    expect(states({ consents: [fictionalConsent('c', 'UZ-01', { scope: { kind: 'body', codes: ['TJ-01'] } })] })).toEqual(['UZ-01 unfit -']);
    expect(states({ consents: [fictionalConsent('c', 'UZ-01', { materialIds: ['other'] })] })).toEqual(['UZ-01 missing -']);
  });
  it('is nobody\'s for the one who gave it, and for a State that is not bound', () => {
    expect(consentCells(transferInput({ recipient: 'UZ-01' }))).toEqual({ cells: [], hidden: false });
    expect(consentCells(transferInput({ recipient: 'TM-01' }))).toEqual({ cells: [], hidden: false });
  });
  it('is that of every contributor but the recipient; of all bodies for an observer', () => {
    const grantors = (recipient: string) => consentCells(transferInput({ material: jointMaterial, recipient })).cells.map(({ grantor }) => grantor);
    expect(grantors('KG-01')).toEqual(['UZ-01', 'TJ-01', 'RU-01']);
    expect(grantors('RU-01')).toEqual(['UZ-01', 'TJ-01']);
    expect(grantors('OB-01')).toEqual(['AZ-01', 'KG-01', 'KZ-01', 'RU-01', 'TJ-01', 'UZ-01', 'UZ-02']);
  });
  it('tells of hidden contributors neither who nor how many nor whether they consented', () => {
    const seen = (visibleBodies: readonly string[], consents = [fictionalConsent('c', 'UZ-01')]) => consentCells(transferInput({ material: jointMaterial, visibleBodies, consents }));
    const one = seen(['UZ-01', 'TJ-01']);
    expect(one).toEqual({ hidden: true, cells: [expect.objectContaining({ grantor: 'UZ-01', state: 'expiring' }), expect.objectContaining({ grantor: 'TJ-01', state: 'missing' })] });
    expect(seen(['UZ-01', 'TJ-01'], [fictionalConsent('c', 'UZ-01'), fictionalConsent('d', 'RU-01')])).toEqual(one);
    expect(seen(['UZ-01']).hidden).toBe(true);
    expect(JSON.stringify(seen(['UZ-01']))).not.toMatch(/TJ|RU/);
  });
  it('names a body that is off the list for an observer only to those who may know of it', () => {
    const gone = transferInput().bodies.map((body) => (body.code === 'RU-01' ? { ...body, listedTo: '2026-05-01' } : body));
    const cells = (visibleBodies: readonly string[]) => consentCells(transferInput({ material: jointMaterial, recipient: 'OB-01', bodies: gone, visibleBodies }));
    expect(cells(['RU-01']).cells.map(({ grantor }) => grantor)).toContain('RU-01');
    expect(cells([])).toMatchObject({ hidden: true, cells: expect.not.arrayContaining([expect.objectContaining({ grantor: 'RU-01' })]) });
  });
  it('agrees with the decision: no consent stands against a transfer exactly where every cell is granted and nobody is hidden', () => {
    const codes = fc.constantFrom('UZ-01', 'TJ-01', 'RU-01', 'KG-01');
    const paper = fc.record({ grantor: codes, materialIds: fc.constantFrom(['m'], ['other']), validTo: fc.constantFrom(null, '2026-05-30', '2026-06-10', '2027-01-01'), purpose: fc.constantFrom('verification', 'the press'), conditions: fc.constantFrom('', 'ask before') });
    fc.assert(fc.property(fc.array(paper, { maxLength: 6 }), fc.uniqueArray(codes), fc.boolean(), fc.constantFrom('KG-01', 'UZ-02', 'RU-01', 'OB-01'), (papers, visibleBodies, joint, recipient) => {
      const input = transferInput({
        recipient, visibleBodies, ...(joint ? { material: jointMaterial } : {}), directorDecision: fictionalDecision(),
        consents: papers.map(({ grantor, ...more }, index) => fictionalConsent(`c${index}`, grantor, { scope: recipient === 'OB-01' ? { kind: 'observer', codes: [recipient] } : { kind: 'body', codes: [recipient] }, ...more })),
      });
      const { cells, hidden } = consentCells(input);
      const decision = decideTransfer(input);
      const against = decision.allowed ? [] : decision.refusals.filter(({ code }) => code.startsWith('consent.'));
      const whole = cells.every(({ state }) => state === 'granted' || state === 'expiring');
      if (!hidden) expect(whole).toBe(against.length === 0);
      if (against.some(({ code }) => code !== 'consent.missingHidden')) expect(whole).toBe(false);
    }), { seed: 20_261_201, numRuns: 300 });
  });
});
