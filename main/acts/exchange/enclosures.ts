import { highest } from '#app/agreement/grif.ts';
import type { Language } from '#app/contract/shapes/text.ts';
import { coveringLetter, type CoveringLetter } from '#app/documents/covering-letter.ts';
import { inventory, type InventoryItem } from '#app/documents/inventory.ts';
import { labels } from '#app/documents/label.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import { receipt } from '#app/documents/receipt.ts';
import type { Context } from '../../context.ts';
import { inlineFonts } from '../../documents/fonts.ts';
import { renderPdf } from '../../documents/render.ts';
import type { PackageDocument } from '../../packages/contents.ts';
import { no } from '../../refused.ts';
import { findRequest } from '../../vault/queries/requests.ts';
import { addresseeOf, requisitesOf, stationeryOf } from '../documents/stationery.ts';
import { blockFiles, boundBy, documentFile } from './contents.ts';
import { dispatchOf, type Dispatch, type DispatchItem } from './dispatch.ts';

export interface PaperWanted {
  readonly form: 'P1' | 'P2' | 'P3' | 'P4';
  readonly language: Language;
  readonly second: Language | null;
  readonly copies: number;
  /** Drawn for this paper alone. */
  readonly reference: string;
}

/** A paper of a package that was sent, made from what was sealed in it. Throws `package.notFound`. */
export function enclosureForm(context: Context, packageId: string, wanted: PaperWanted): DocumentModel {
  return paperOf(context, dispatchOf(context, packageId), wanted);
}

function paperOf(context: Context, dispatch: Dispatch, wanted: PaperWanted): DocumentModel {
  const stationery = stationeryOf(context, wanted.language, wanted.second);
  const addressee = addresseeOf(context, dispatch.recipient, wanted.language);
  const requisites = { ...requisitesOf(context, dispatch.number, wanted.reference, wanted.copies, [addressee.body]), date: dispatch.date };
  switch (wanted.form) {
    case 'P1':
      return coveringLetter(stationery, {
        requisites, addressee, ...answered(context, dispatch), purpose: dispatch.purpose,
        enclosures: dispatch.items.map((item) => ({
          number: item.record.regNo, degree: item.at.row.degree, copy: item.copyNo, sheets: item.record.carrier.sheets, marking: item.record.asReceived.marking,
          evaluation: item.code, restrictions: boundBy(context, item, wanted.language), consents: item.consents,
        })),
        unclassifiedWithoutEnclosures: true, signature: { post: stationery.words.common.directorPost, name: '' },
      });
    case 'P2':
      return inventory(stationery, {
        requisites, packageNumber: dispatch.number, addressee, seal: '', items: dispatch.items.flatMap(lines),
        composedBy: context.vault.identity.officer.name, checkedBy: '',
      });
    case 'P3':
      return receipt(stationery, {
        packageNumber: dispatch.number, sender: addresseeOf(context, 'CENTRE', wanted.language).body, receiver: addressee.body,
        documents: dispatch.items.map(({ record, copyNo }) => ({ number: record.regNo, copies: [copyNo] })), partial: false, receivedOn: '', receivedBy: '',
      });
    case 'P4':
      return labels(stationery, {
        packageNumber: dispatch.number, addressee, degree: highest(dispatch.items.map(({ at }) => at.row.degree)) ?? 'UPPER', opener: dispatch.person === '' ? addressee.body : dispatch.person, digits: '',
      });
  }
}

/** What the letter answers, by the request's own number and date; an initiative answers nothing (Art. 4). */
function answered({ vault }: Context, { requestId }: Dispatch): Pick<CoveringLetter, 'replyTo' | 'basis'> {
  const found = requestId === null ? undefined : findRequest(vault, requestId);
  if (found === undefined) return { replyTo: null, basis: { kind: 'initiative' } };
  const request = { number: found.number, date: found.date };
  return { replyTo: request, basis: { kind: found.kind, request } };
}

/** A line for each file, since each has its own sum; the sheets are counted once. */
function lines(item: DispatchItem): readonly InventoryItem[] {
  const { record, at, copyNo } = item;
  return [...blockFiles(item), ...record.attachments].map(({ sha256 }, index) => ({
    number: record.regNo, degree: at.row.degree, copy: copyNo, carrier: record.carrier.kind, sheets: index === 0 ? record.carrier.sheets : null, sha256,
  }));
}

const enclosed = [['letter', 'P1'], ['inventory', 'P2'], ['receipt', 'P3']] as const;

/**
 * Covering letter, inventory and receipt as PDF, to lie in the package. Where this workstation can make no PDF the package goes
 * without them, and its inventory names none. Throws `document.noPdf` when the printer fails.
 */
export async function enclosuresOf(context: Context, dispatch: Dispatch, language: Language, signal: AbortSignal): Promise<readonly PackageDocument[]> {
  const { printer, assets } = context.machine;
  if (printer === undefined) return [];
  const fonts = inlineFonts(assets);
  const papers: PackageDocument[] = [];
  for (const [kind, form] of enclosed) {
    if (signal.aborted) no('job.cancelled');
    const model = paperOf(context, dispatch, { form, language, second: null, copies: 1, reference: context.newId() });
    const { pdf } = await renderPdf(model, printer, fonts).catch(() => no('document.noPdf', { why: 'printer' }));
    papers.push(documentFile(kind, pdf));
  }
  return papers;
}
