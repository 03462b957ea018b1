import { z } from 'zod';

/** A refusal as it crosses the contract; the shape of `Refusal` in `refusals.ts`. */
export const refusal = z.strictObject({
  code: z.string(),
  article: z.string(),
  rule: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  missing: z.string().optional(),
  supplier: z.strictObject({ kind: z.string(), code: z.string().optional() }).optional(),
});
