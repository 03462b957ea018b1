import { describe, expect, it } from 'vitest';
import { materialDraft } from '#app/contract/shapes/material.ts';
import { documentSchema, emptyDocument, type DocumentValues } from './documentForm.ts';

// Fictional throughout.
const packageId = 'aaaaaaaaaaaaaaaaaaaa';
const whole = (more: Partial<DocumentValues> = {}): DocumentValues => ({
  ...emptyDocument(packageId, 'UZ', null), senderNumber: '4/118', senderDate: '2026-05-12', basis: 'initiative', degree: 'LOWER',
  carrier: { kind: 'paper', number: '', copyNo: 2, copies: 3, sheets: 3, markingPlace: 'carrier' }, ...more,
});
const problems = (values: DocumentValues) => (documentSchema.safeParse(values).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
const restriction = (rule: DocumentValues['restrictions'][number]['rule']): DocumentValues['restrictions'] => [{ instruction: { number: '1', date: '2026-05-01' }, rule, from: '2026-05-01', to: '' }];

describe('the form of a document', () => {
  it('chooses neither basis nor grif nor evaluation for the officer', () => {
    const values = emptyDocument(packageId, 'UZ', null);
    expect([values.basis, values.degree, values.evaluation]).toEqual([null, null, { typed: '', sourceKind: null }]);
    const told = problems(values);
    expect(told).toContainEqual(['basis', 'choose']);
    expect(told).toContainEqual(['degree', 'choose']);
    expect(told).toContainEqual(['carrier.copyNo', 'empty']);
    expect(told.map(([path]) => path)).not.toContain('evaluation.typed');
  });
  it('gives what the contract takes, once it is filled in', () => {
    const { arriving: _, markingReadAs, ...draft } = documentSchema.parse(whole({ attachments: [{ fileId: packageId, name: 'схема.pdf', size: 12 }] }));
    expect(markingReadAs).toEqual({ degree: null, reason: '' });
    expect(materialDraft.safeParse({ ...draft, markingReadAs: null }).error).toBeUndefined();
    expect(draft.attachments).toEqual([{ fileId: packageId, name: 'схема.pdf' }]);
  });
  it('sends of a restriction only what its kind uses', () => {
    const rule = { kind: 'noTransfer' as const, bodies: ['KZ-01'], states: ['RU' as const], text: 'прежнее', roles: ['analyst' as const] };
    expect(documentSchema.parse(whole({ restrictions: restriction(rule) })).restrictions[0]).toMatchObject({ rule: { kind: 'noTransfer' }, to: null });
    expect(documentSchema.parse(whole({ restrictions: restriction({ ...rule, kind: 'notTo' }) })).restrictions[0]?.rule).toEqual({ kind: 'notTo', bodies: ['KZ-01'], states: ['RU'] });
    expect(documentSchema.parse(whole({ restrictions: restriction({ ...rule, kind: 'viewOnly' }) })).restrictions[0]?.rule).toEqual({ kind: 'viewOnly', roles: ['analyst'] });
  });
  it('asks for a kind of restriction and for the purpose where one is named', () => {
    const rule = { kind: null, bodies: [], states: [], text: '', roles: [] };
    expect(problems(whole({ restrictions: restriction(rule) }))).toEqual([['restrictions.0.rule.kind', 'choose']]);
    expect(problems(whole({ restrictions: restriction({ ...rule, kind: 'purpose' }) }))).toEqual([['restrictions.0.rule.text', 'empty']]);
    expect(problems(whole({ restrictions: restriction({ ...rule, kind: 'viewOnly' }) }))).toEqual([['restrictions.0.rule.roles', 'choose']]);
  });
  it('waits for files that are still coming in', () => {
    expect(problems(whole({ arriving: 1 }))).toEqual([['arriving', 'arriving']]);
  });
  it('keeps the block as received to the byte, hidden characters and all', () => {
    const text = ' oʻtgan\u200f\r\n\tʼ ';
    const values = whole();
    expect(documentSchema.parse({ ...values, asReceived: { ...values.asReceived, text, marking: ' MAXFIY ', language: 'uz' } }).asReceived).toMatchObject({ text, marking: ' MAXFIY ' });
  });
});
