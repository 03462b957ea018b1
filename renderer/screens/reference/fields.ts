import { z } from 'zod';
import { civilDate } from '#app/contract/shapes/text.ts';

/** A date that may be left open: an empty field is null for main. */
export const openDate = z.union([z.literal(''), civilDate]).transform((date) => (date === '' ? null : date));

/** One of a list, open until it is chosen. Error: `choose`. */
export const choice = <O, I>(schema: z.ZodType<O, I>) => schema.nullable().transform((value, context): O => {
  if (value !== null) return value;
  context.addIssue({ code: 'custom', message: 'choose' });
  return z.NEVER;
});
