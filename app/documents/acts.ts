import { z } from 'zod';
import { id, language } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';

/** A form made ready under its own print reference; one that was never printed stands in the journal as what it is: shown, not printed. */
export const documentPrepared = actKind('document.prepared', z.strictObject({ printId: id, form: z.string(), language, copies: z.int() }), null);
export const documentPrinted = actKind('document.printed', z.strictObject({ printId: id, printer: z.string(), copies: z.int() }), null);
