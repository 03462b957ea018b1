import { z } from 'zod';

/** A field that stands empty until the officer fills it in: null is what is typed, never what is sent. Error: `empty`. */
export const filled = <O, I>(schema: z.ZodType<O, I>) => needed(schema, 'empty');
/** As `filled`, for one of a list. Error: `choose`. */
export const chosen = <O, I>(schema: z.ZodType<O, I>) => needed(schema, 'choose');

function needed<O, I>(schema: z.ZodType<O, I>, message: 'empty' | 'choose') {
  return schema.nullable().transform((value, context): O => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
