import { z } from 'zod';
import { bodyCode, degree } from './reference.ts';
import { civilDate, line } from './text.ts';

export const paperDocument = z.strictObject({ number: line(60), date: civilDate });

/** Certificate of clearance of the authorised body that the official represents (Art. 10). */
export const clearance = z.strictObject({ issuer: line(160), number: line(60), degree, from: civilDate, to: civilDate });

/** Bodies whose holdings are opened, and up to which degree. */
export const scope = z.strictObject({ bodies: z.union([z.literal('all'), z.array(bodyCode).min(1).max(200)]), degree });
