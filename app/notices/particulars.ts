import { z } from 'zod';
import { restrictionRule } from '../contract/shapes/material.ts';
import { bodyCode, degree } from '../contract/shapes/reference.ts';
import { civilDate } from '../contract/shapes/text.ts';

/**
 * What a letter of one kind says beyond its lines, each kind with fields of its own and no other. No field takes words in which
 * one side could be told of another: what is quoted verbatim is the addressee's own, or was set for everybody who holds the material.
 */
const restrictionChange = z.strictObject({
  kind: z.literal('restrictionChange'), change: z.enum(['set', 'lifted']),
  /** Null where it may not be quoted to who holds a product (R9.7). */
  rule: restrictionRule.nullable(), from: civilDate, to: civilDate.nullable(),
  /** The addressee is not among those to whom it may still be transferred (R9.9). */
  outOfScope: z.boolean(),
});

/** To one who was given a material under a consent that was revoked since (R8.7). `consent`: as he knows it; null for a product, of which he knows none. */
const consentRevoked = z.strictObject({ kind: z.literal('consentRevoked'), revokedOn: civilDate, consent: z.strictObject({ number: z.string(), date: civilDate }).nullable() });

/** Of a later evaluation (R15.5), and of an error in personal data (R8.9), in the originator's own words; null to who holds a product, whose source they would name. */
const evaluationChange = z.strictObject({ kind: z.literal('evaluationChange'), code: z.string().nullable() });
const rectification = z.strictObject({ kind: z.literal('rectification'), text: z.string().nullable() });

/** To an originator, of its own material: the code that came, and what it is asked whether it means by it (R15.1, R15.2). */
const evaluationRequest = z.strictObject({ kind: z.literal('evaluationRequest'), typed: z.string(), suggestion: z.string().nullable() });

/** To a body, of a person of its own (R12.2). */
const clearanceRequest = z.strictObject({ kind: z.literal('clearanceRequest'), person: z.string(), degree, need: z.string() });

/**
 * To the originator alone, who cannot consent without knowing to whom (R8.4). `grantor`: the body with the right, also where another is written to for it;
 * `product`: number of the Centre's document that his information is in, null where it is the information itself. Of another source nothing has a field.
 */
const consentRequest = z.strictObject({ kind: z.literal('consentRequest'), grantor: bodyCode, recipient: bodyCode, purpose: z.string(), product: z.string().nullable() });

/** To a body, of its own request for personal data (R12.1). `rejected`: its document that did not suffice, and why; null where none came yet. */
const justificationRequest = z.strictObject({
  kind: z.literal('justificationRequest'), number: z.string(), date: civilDate, rejected: z.strictObject({ number: z.string(), date: civilDate, reason: z.string() }).nullable(),
});

/** By `kind`, which is the letter's own; a kind that needs nothing more is not among them. */
export const letterParticulars = z.discriminatedUnion('kind', [restrictionChange, consentRevoked, evaluationChange, rectification, evaluationRequest, clearanceRequest, consentRequest, justificationRequest]);
export type LetterParticulars = z.output<typeof letterParticulars>;
