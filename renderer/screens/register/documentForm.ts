import { z } from 'zod';
import type { StateCode } from '#app/agreement/states.ts';
import { basis, carrierKind, materialDraft, readerRole, restrictionInput } from '#app/contract/shapes/material.ts';
import { bodyCode, degree, stateCode } from '#app/contract/shapes/reference.ts';
import { civilDate, count, id, line, materialLanguage, optionalLine } from '#app/contract/shapes/text.ts';
import { makeForm } from '../../components/form/makeForm.tsx';
import { chosen, filled } from '../../components/form/needed.ts';
import { restrictionKinds } from '../common/restrictionKinds.ts';

const { shape } = materialDraft;

type RestrictionRule = z.input<typeof restrictionInput>['rule'];

/** All that a rule may need lies side by side while it is written; what its kind does not use is not sent. */
const rule = z.strictObject({
  kind: chosen(z.enum(restrictionKinds)), bodies: z.array(bodyCode), states: z.array(stateCode), text: optionalLine(400), roles: z.array(readerRole),
}).transform(({ kind, bodies, states, text, roles }, context): RestrictionRule => {
  if (kind === 'notTo' || kind === 'onlyTo') return { kind, bodies, states };
  if (kind === 'viewOnly') {
    if (roles.length === 0) context.addIssue({ code: 'custom', message: 'choose', path: ['roles'] });
    return { kind, roles };
  }
  if (kind !== 'purpose') return { kind };
  if (text === '') context.addIssue({ code: 'custom', message: 'empty', path: ['text'] });
  return { kind, text };
});

const untilDate = z.union([z.literal(''), civilDate]).transform((date) => (date === '' ? null : date));
const restriction = z.strictObject({ instruction: z.strictObject({ number: line(60), date: civilDate }), rule, from: civilDate, to: untilDate });
export type RestrictionValues = z.input<typeof restriction>;

const stagedFile = z.strictObject({ fileId: id, name: line(240), size: z.number() }).transform(({ fileId, name }) => ({ fileId, name }));

/** The contract's draft of a material as it stands while it is being written. */
export const documentSchema = z.strictObject({
  ...shape,
  basis: chosen(basis),
  carrier: z.strictObject({ ...shape.carrier.shape, kind: chosen(carrierKind), copyNo: filled(count), copies: filled(count) }),
  asReceived: z.strictObject({ ...shape.asReceived.shape, language: chosen(materialLanguage) }),
  degree: chosen(degree),
  markingReadAs: z.strictObject({ degree: degree.nullable(), reason: optionalLine(400) }),
  restrictions: z.array(restriction).max(20),
  attachments: z.array(stagedFile).max(200),
  /** Files still streaming in: a material is not registered without what its officer has put to it. */
  arriving: z.number().refine((files) => files === 0, { error: 'arriving' }),
});

export type DocumentValues = z.input<typeof documentSchema>;
export type DocumentInput = z.output<typeof documentSchema>;

/** The language that a State's bodies write in first; shown, and changed where the document says otherwise. */
const firstLanguage: Readonly<Record<StateCode, DocumentValues['asReceived']['language']>> = { AZ: 'az', KZ: 'kk', KG: 'ky', RU: 'ru', TJ: 'tg', TM: 'tk', UZ: 'uz' };

/** Grif, basis and evaluation are nobody's but the officer's to give: they stand open (R15.1). */
export const emptyDocument = (packageId: string, state: StateCode | null, supplementOf: string | null): DocumentValues => ({
  packageId, senderNumber: '', senderDate: '', basis: null, requestId: null,
  carrier: { kind: 'paper', number: '', copyNo: null, copies: null, sheets: null, markingPlace: 'carrier' },
  asReceived: { marking: '', code: '', attributes: [], text: '', language: state === null ? null : firstLanguage[state] },
  degree: null, higherReason: '', markingReadAs: { degree: null, reason: '' }, evaluation: { typed: '', sourceKind: null },
  restrictions: [], personalData: false, summary: '', attachments: [], arriving: 0, supplementOf,
});

export const { Frame: DocumentFrame, Field: DocumentField, useValues: useDocumentValues } = makeForm(documentSchema);
