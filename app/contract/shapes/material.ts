import { z } from 'zod';
import { sourceKinds } from '../../agreement/evaluation.ts';
import { bodyCode, degree, stateCode } from './reference.ts';
import { civilDate, civilDateTime, count, hash, id, line, materialLanguage, optionalLine, verbatim } from './text.ts';

export const basis = z.enum(['oneOff', 'standing', 'initiative']);
export const carrierKind = z.enum(['paper', 'optical', 'flash', 'photo', 'sample', 'oral', 'other']);
export const sourceKind = z.enum(sourceKinds);

/** Ten million characters: a long report, not an accident with the clipboard. */
export const textLimit = 10_000_000;

/** What the sender gave, kept to the byte and never changed (Art. 11). */
export const asReceived = z.strictObject({
  marking: verbatim(200),
  code: verbatim(60),
  attributes: z.array(z.strictObject({ name: verbatim(200), value: verbatim(4000) })).max(100),
  text: verbatim(textLimit),
  language: materialLanguage,
});

export const attachment = z.strictObject({
  fileId: id, name: line(240), size: z.int().min(0), sha256: hash,
});

/** Roles that content may be open to (`app/access/roles.ts`). */
export const readerRole = z.enum(['director', 'registrar', 'analyst']);

export const restrictionRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('noTransfer') }),
  z.strictObject({ kind: z.literal('notTo'), bodies: z.array(bodyCode).max(100), states: z.array(stateCode).max(7) }),
  z.strictObject({ kind: z.literal('onlyTo'), bodies: z.array(bodyCode).max(100), states: z.array(stateCode).max(7) }),
  z.strictObject({ kind: z.literal('purpose'), text: line(400) }),
  z.strictObject({ kind: z.literal('noCopy') }),
  z.strictObject({ kind: z.literal('noPrint') }),
  z.strictObject({ kind: z.literal('noProduct') }),
  /** Which roles of the Centre may read the content. */
  z.strictObject({ kind: z.literal('viewOnly'), roles: z.array(readerRole).min(1).max(3) }),
]);

/** An additional restriction, set on the originator's instruction only (Art. 9). */
export const restrictionInput = z.strictObject({
  instruction: z.strictObject({ number: line(60), date: civilDate }),
  rule: restrictionRule,
  from: civilDate,
  to: civilDate.nullable(),
});

export const evaluation = z.strictObject({
  /** `A`-`D` and `1`-`4`; null where the sender gave none: there is no default (R15.1). */
  source: z.enum(['A', 'B', 'C', 'D']).nullable(),
  accuracy: z.enum(['1', '2', '3', '4']).nullable(),
  /** What the officer typed, Cyrillic letters and all. */
  typed: z.string(),
  sourceKind: sourceKind.nullable(),
});

/** A foreign scheme's code (R15.2) or none is registered as it came; the two axes then stay empty. */
export const materialDraft = z.strictObject({
  packageId: id,
  senderNumber: line(60),
  senderDate: civilDate,
  basis,
  requestId: id.nullable(),
  carrier: z.strictObject({
    kind: carrierKind, number: optionalLine(60), copyNo: count, copies: count, sheets: count.nullable(),
    markingPlace: z.enum(['carrier', 'accompanying']),
  }),
  asReceived,
  degree,
  higherReason: optionalLine(400),
  /** What a person made of a stamp that Annex 1 does not recognise, and why; null otherwise. */
  markingReadAs: z.strictObject({ degree, reason: line(400) }).nullable(),
  evaluation: z.strictObject({ typed: z.string().max(10), sourceKind: sourceKind.nullable() }),
  restrictions: z.array(restrictionInput).max(20),
  personalData: z.boolean(),
  summary: optionalLine(300),
  attachments: z.array(z.strictObject({ fileId: id, name: line(240) })).max(200),
  supplementOf: id.nullable(),
});
export type MaterialDraft = z.infer<typeof materialDraft>;

export const admission = z.enum(['admitted', 'notAdmitted']);

/** A row of the list of materials. */
export const materialRow = z.strictObject({
  id, regNo: z.string(), registeredAt: civilDateTime, receivedOn: civilDate,
  originator: bodyCode, senderNumber: z.string(), senderDate: civilDate,
  degree, marking: z.string(), evaluation: z.string(), sourceKind: sourceKind.nullable(), basis,
  summary: z.string(), excerpt: z.string(), language: materialLanguage,
  admission, personalData: z.boolean(), restricted: z.boolean(), frozen: z.boolean(),
  attachments: z.int(), product: z.boolean(),
});
export type MaterialRow = z.infer<typeof materialRow>;

/** Why a material is proposed: what it shares, in the words of both sides. */
export const similarReason = z.strictObject({ kind: z.string(), here: z.string(), there: z.string() });
export const proposal = z.strictObject({
  material: materialRow,
  strength: z.enum(['strong', 'likely', 'weak']),
  reasons: z.array(similarReason),
});
