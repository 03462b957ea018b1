import { z } from 'zod';
import { bodyCode, degree } from '../contract/shapes/reference.ts';
import { civilDate, id } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';

/** A body is asked whether a person of its own is cleared (Art. 12; R12.2). It lies in that body's own holding of the lower degree: a name is nobody else's. */
export const clearanceAsked = actKind('clearance.asked', z.strictObject({ id }), z.strictObject({ id, noticeId: id, body: bodyCode, person: z.string(), degree, need: z.string() }));

/** The body's written answer; `confirmed` null for a refusal. */
export const clearanceAnswered = actKind('clearance.answered', z.strictObject({ id }), z.strictObject({
  id, document: z.strictObject({ number: z.string(), date: civilDate, carrier: z.string() }), confirmed: degree.nullable(), validTo: civilDate.nullable(),
}));
