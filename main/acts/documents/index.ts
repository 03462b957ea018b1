import { singleCopyForms } from '#app/contract/documents.ts';
import type { Parsed } from '#app/contract/index.ts';
import { documentPrepared, documentPrinted } from '#app/documents/acts.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import { actOf } from '#app/journal/kind.ts';
import { inlineFonts } from '../../documents/fonts.ts';
import { renderPdf } from '../../documents/render.ts';
import { documentText } from '../../documents/text.ts';
import type { Context, Handler } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { located } from '../lookup.ts';
import { headForm } from './head-form.ts';
import { headerForm } from './header-form.ts';
import { cardOf, receiptIn, stampOf } from './incoming-forms.ts';
import { journalForm } from './journal-form.ts';
import { noticeForm } from './notice-forms.ts';
import { outgoingForm } from './outgoing-forms.ts';
import { sheetForm } from './sheet-form.ts';

type Wanted = Parsed<'documents.prepare'>;

/** Journal extracts are the director's and the security officer's; the security officer sees no form with content (Art. 11), and nobody but who arranged it a share of the recovery. */
function checkRole({ of }: Wanted, { vault }: Context): void {
  const { role } = vault.identity.officer;
  const journal = of.form === 'P23' || of.form === 'J1' || of.form === 'H1';
  const isOwn = of.form === 'R1' ? role === 'director' : journal === (role === 'security') || role === 'director';
  if (!isOwn) no('document.rolesForm', { form: of.form, role });
}

function modelOf({ of, language, secondLanguage: second, copies }: Wanted, context: Context, reference: string): DocumentModel | Promise<DocumentModel> {
  switch (of.form) {
    case 'P6': return cardOf(context, of.materialId, { language, second, copies, reference });
    case 'P7': return stampOf(context, of.materialId, { language });
    case 'P3in': return receiptIn(context, of.packageId, { language, second, copies, reference });
    case 'P23': return journalForm(context, of, language, reference);
    case 'R1': return sheetForm(context, of.sheet, { language, reference });
    case 'H1': return headerForm(context, { language, copies, reference });
    case 'J1': return headForm(context, { language, copies, reference });
    case 'P1': case 'P2': case 'P3': case 'P4': return outgoingForm(context, of.packageId, { form: of.form, language, second, copies, reference });
    default: return noticeForm(context, of.noticeId, { form: of.form, language, second, reference });
  }
}

let fonts: string | undefined;

/** What is shown is what will be printed: the same bytes, under a reference of their own. */
const prepare: Handler<'documents.prepare'> = async (input, context) => {
  checkRole(input, context);
  if (singleCopyForms.has(input.of.form) && input.copies !== 1) no('document.singleCopy', { copies: input.copies });
  const { vault, machine, newId, session } = context;
  const printId = newId();
  const model = await modelOf(input, context, printId);
  const printer = machine.printer ?? no('document.noPdf', { why: 'printer' });
  fonts ??= inlineFonts(machine.assets);
  const { pdf, pages } = await renderPdf(model, printer, fonts).catch(() => no('document.noPdf', { why: 'printer' }));
  vault.commit([actOf(documentPrepared, subjectOf(input), { printId, form: input.of.form, language: input.language, copies: input.copies }, concerning(input, context))]);
  session.prepared.put(printId, { pdf, copies: input.copies });
  return { printId, number: model.number, base64: Buffer.from(pdf).toString('base64'), text: documentText(model), degree: model.grif?.degree ?? null, pages };
};

/** A paper on a material is told of on its card. */
function concerning({ of }: Wanted, { vault }: Context) {
  return 'materialId' in of ? [{ holding: located(vault, of.materialId).holding, content: null }] : [];
}

function subjectOf({ of }: Wanted): string | null {
  if ('materialId' in of) return of.materialId;
  if ('noticeId' in of) return of.noticeId;
  return 'packageId' in of ? of.packageId : null;
}

const print: Handler<'documents.print'> = async ({ printId, printer, copies }, { vault, machine, session }) => {
  const prepared = found(session.prepared.get(printId), 'document.notPrepared');
  if (prepared.copies !== copies) no('document.notPrepared', { copies, prepared: prepared.copies });
  const known = await printersOf(machine);
  if (machine.printer === undefined || !known.includes(printer)) no('document.noPrinter', { printer });
  try {
    await machine.printer.print(prepared.pdf, { printer, copies });
  } catch {
    no('document.printerFailed', { printer });
  }
  vault.commit([actOf(documentPrinted, null, { printId, printer, copies }, [])]);
  return {};
};

const printers: Handler<'documents.printers'> = (_, { machine }) => printersOf(machine);

/** A workstation without a spooler has no printers; that is an answer, and printing on one is refused by name. */
async function printersOf(machine: Context['machine']): Promise<string[]> {
  try {
    return await machine.printer?.printers() ?? [];
  } catch {
    return [];
  }
}

export const documentsActs = { 'documents.prepare': prepare, 'documents.print': print, 'documents.printers': printers };
