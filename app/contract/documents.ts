import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { letterForms } from '../notices/kinds.ts';
import { command, done, nothing, question } from './define.ts';
import { sheetNumber } from './recovery.ts';
import { degree } from './shapes/reference.ts';
import { civilDate, id, language, line } from './shapes/text.ts';

/** A printed form and what it is about. */
const form = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('P1'), packageId: id }),
  z.strictObject({ form: z.literal('P2'), packageId: id }),
  z.strictObject({ form: z.literal('P3'), packageId: id }),
  z.strictObject({ form: z.literal('P4'), packageId: id }),
  z.strictObject({ form: z.literal('P3in'), packageId: id }),
  z.strictObject({ form: z.literal('P6'), materialId: id }),
  z.strictObject({ form: z.literal('P7'), materialId: id }),
  z.strictObject({ form: z.enum(letterForms), noticeId: id }),
  z.strictObject({ form: z.literal('J1') }),
  z.strictObject({ form: z.literal('H1') }),
  z.strictObject({ form: z.literal('R1'), sheet: sheetNumber }),
  z.strictObject({ form: z.literal('P23'), from: civilDate, to: civilDate }),
]);

/** Forms of which one copy is made, for one addressee (R7.5), one holder or one carrier: they say so themselves. */
export const singleCopyForms: ReadonlySet<string> = new Set([...letterForms, 'P7', 'R1']);

export const documents = {
  prepare: command({
    summary: 'Makes the PDF of a form and shows it: the very bytes that will be printed, under its own print number.', articles: ['8', '9', '11', '14'],
    roles: ['director', 'registrar', 'security'], refusals: ['material.notFound', 'restriction.noPrint', 'restriction.viewOnly', 'restriction.unreadable', 'package.notFound', 'notice.notFound', 'notice.wrongForm', 'document.rolesForm', 'document.noPdf', 'document.singleCopy', 'document.tooLong', 'document.noSheet', 'grant.keyNotGiven', 'vault.missing', 'vault.damaged', 'vault.io'],
    input: z.strictObject({ of: form, language, secondLanguage: language.nullable(), copies: z.int().min(1).max(50) }),
    answer: z.strictObject({ printId: id, number: z.string(), base64: z.string(), text: z.string(), degree: degree.nullable(), pages: z.int() }),
  }),
  printers: question({ summary: 'Printers of this workstation.', roles, input: nothing, answer: z.array(z.string()) }),
  print: command({
    summary: 'Prints exactly what was shown, in the number of copies for which it was prepared, and records who printed it where.', articles: ['11'], roles: ['director', 'registrar', 'security'],
    refusals: ['document.notPrepared', 'document.printerFailed', 'document.noPrinter'],
    input: z.strictObject({ printId: id, printer: line(200), copies: z.int().min(1).max(50) }), answer: done,
  }),
};
