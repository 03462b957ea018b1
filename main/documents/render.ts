import type { DocumentModel } from '#app/documents/model.ts';
import type { Printer } from '#main/shell/port.ts';
import { documentHtml } from './html.ts';
import { pageCount } from './pages.ts';

export interface RenderedDocument {
  readonly pdf: Uint8Array;
  /** Pages of the PDF, the back of the last sheet among them. */
  readonly pages: number;
}

/**
 * A document as PDF. Where it has a back it is made twice: the first time tells how many sheets the text takes.
 * `fonts`: see inlineFonts. Rejects with the printer's error.
 */
export async function renderPdf(model: DocumentModel, printer: Pick<Printer, 'pdf'>, fonts: string): Promise<RenderedDocument> {
  const front = await printer.pdf(documentHtml(model, fonts, null));
  const sheets = pageCount(front);
  if (!model.back) return { pdf: front, pages: sheets };
  const whole = await printer.pdf(documentHtml(model, fonts, sheets));
  return { pdf: whole, pages: pageCount(whole) };
}
