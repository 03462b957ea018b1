import { z } from 'zod';
import { admission, asReceived, attachment, basis, carrierKind, evaluation, restrictionInput } from '../contract/shapes/material.ts';
import { bodyCode, degree, stateCode } from '../contract/shapes/reference.ts';
import { civilDate, civilDateTime, id } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';

/** A running number inside its own series and year; gap-free, so that a missing one shows (Art. 11). */
export const serial = z.strictObject({ year: z.int(), n: z.int().min(1) });

/**
 * Package first, then its documents: a loss before registration shows. Its outside tells no grif and no subject. It lies in the
 * sender's own holding of the lower degree; of a sender that is nobody's body, in the Centre's.
 */
export const packageRegistered = actKind('package.registered', z.strictObject({ id, number: z.string(), admission, reasons: z.array(z.string()) }), z.strictObject({
  id, number: z.string(), serial,
  sender: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('listed'), body: bodyCode }),
    z.strictObject({ kind: z.literal('unlisted'), state: stateCode.nullable(), nameAsWritten: z.string() }),
  ]),
  outerNumber: z.string(), channel: z.string(), courier: z.string(), seals: z.enum(['intact', 'broken', 'none']), sealNumbers: z.string(),
  receivedAt: civilDateTime, remarks: z.string(), sealedHash: z.string().nullable(), admission, reasons: z.array(z.string()),
}));

export const materialRecord = z.strictObject({
  id, regNo: z.string(), serial, registeredAt: civilDateTime, originator: bodyCode, degree,
  packageId: id.nullable(), packageNumber: z.string(), channel: z.string(), courier: z.string(), receivedAt: civilDateTime,
  senderNumber: z.string(), senderDate: civilDate, basis, requestId: id.nullable(),
  carrier: z.strictObject({
    code: z.string(), kind: carrierKind, number: z.string(), copyNo: z.int(), copies: z.int(), sheets: z.int().nullable(),
    markingPlace: z.enum(['carrier', 'accompanying']),
  }),
  asReceived, higherReason: z.string(), evaluation, personalData: z.boolean(), summary: z.string(),
  attachments: z.array(attachment), admission, reasons: z.array(z.string()), annex1Version: z.string(), supplementOf: id.nullable(),
  /** Sources of a Centre product, at the degree that they had when it was prepared (Art. 9); empty for a material received. */
  sources: z.array(z.strictObject({ id, degree })),
});
export type MaterialRecord = z.infer<typeof materialRecord>;

export const materialRegistered = actKind('material.registered', z.strictObject({ id, packageId: id }), materialRecord);
/** The Centre's own material, kept in the Centre's own holding; its grif is computed from its sources (Art. 9). */
export const productPrepared = actKind('product.prepared', z.strictObject({ id }), materialRecord);
export const materialAnnotated = actKind('material.annotated', z.strictObject({ id }), z.strictObject({ id, text: z.string() }));

/** Judged anew on the day: the list and the State's status then, with the director's basis (R3.3, R23.2). */
export const materialAdmitted = actKind('material.admitted', z.strictObject({ id }), z.strictObject({ id, basis: z.string() }));

export const requestRecorded = actKind('request.recorded', z.strictObject({ id }), z.strictObject({
  id, kind: z.enum(['oneOff', 'standing']), from: bodyCode, number: z.string(), date: civilDate, topic: z.string(),
  personalData: z.boolean(), justification: z.string(), validTo: civilDate.nullable(), status: z.enum(['open', 'awaitsJustification']),
}));

/**
 * The justification that a request of personal data waited for, with the document that brought it, and whether it was accepted (Art. 12, R12.1); `rejected`:
 * why not. Acts of earlier versions of the program stand for one that was accepted.
 */
export const requestJustified = actKind('request.justified', z.strictObject({ id }), z.strictObject({ id, justification: z.string(), number: z.string(), date: civilDate, rejected: z.string().optional() }));

const instruction = z.strictObject({ number: z.string(), date: civilDate });
/** The originator's later evaluation (R15.5): a version beside the one that came. */
export const evaluationRevised = actKind('evaluation.revised', z.strictObject({ id }), z.strictObject({ id, materialId: id, ...evaluation.shape, instruction }));
/** What the originator reported of an error in personal data (R8.9), beside the block as received. */
export const materialRectified = actKind('material.rectified', z.strictObject({ id }), z.strictObject({ id, materialId: id, text: z.string(), instruction }));

const link = { id, from: id, to: id, type: z.enum(['similar', 'supplementOf', 'duplicate', 'unrelated', 'derivedFrom']) };
/** A link lies with each of its sides and holds ids only (Art. 11); why the officer decided so lies with the material from which it was decided, null in the other part. */
export const linkDecided = actKind('link.decided', z.strictObject(link), z.strictObject({ ...link, reason: z.string().nullable() }));

export const restrictionRecorded = actKind('restriction.recorded', z.strictObject({ id }), z.strictObject({ id, materialId: id, ...restrictionInput.shape }));
export const restrictionLifted = actKind('restriction.lifted', z.strictObject({ id }), z.strictObject({
  id, materialId: id, instruction: z.strictObject({ number: z.string(), date: civilDate }),
}));

