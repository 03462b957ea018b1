import { z } from 'zod';
import { restrictionRule } from '../contract/shapes/material.ts';
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

/** By `kind`, which is the letter's own; a kind that needs nothing more is not among them. */
export const letterParticulars = z.discriminatedUnion('kind', [restrictionChange]);
export type LetterParticulars = z.output<typeof letterParticulars>;
