import { createHash } from 'node:crypto';
import { dateOf } from '#app/agreement/civilDate.ts';
import type { Language } from '#app/contract/shapes/text.ts';
import { requisites, requisitesFileName, textFileName } from '#app/exchange/requisites.ts';
import { fill } from '#app/documents/placeholders.ts';
import { restrictionInWords } from '#app/documents/restriction-words.ts';
import type { Context } from '../../context.ts';
import type { PackageDocument, PackageFile, PackageItem } from '../../packages/contents.ts';
import { stationeryOf } from '../documents/stationery.ts';
import { goesHome, type Dispatch, type DispatchItem } from './dispatch.ts';

/** A file made here and now; its sum is known before the package is begun. */
function fileOf(name: string, text: string): PackageFile & { readonly sha256: string } {
  const bytes = Buffer.from(text, 'utf8');
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), open: () => once(bytes) };
}

// oxlint-disable-next-line require-await -- the package reads its sources as streams
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The block as received, made of the record alone: the same bytes whenever it is asked for. */
export function blockFiles({ record }: DispatchItem): readonly (PackageFile & { readonly sha256: string })[] {
  const { text, ...beside } = record.asReceived;
  const about = requisites.parse({ schema: 'grif-requisites/1', registrationDate: dateOf(record.registeredAt), ...beside });
  // Both always, even of an empty text: else an attachment of the same name would stand where the text is looked for.
  return [fileOf(textFileName, text), fileOf(requisitesFileName, JSON.stringify(about, null, 1))];
}

/** The inventory's lines hold no control characters; where the originator's own do, the block beside has them to the byte. */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is replaced
const printable = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu, '\uFFFD');

/**
 * Restrictions in words, and what the consent ties the transfer to (Art. 8, 9(4)): the addressee has to keep to both. A purpose and
 * a condition say what they are, since in the package they stand in one list with the restrictions.
 */
export function boundBy(context: Context, { restrictions, consents }: DispatchItem, language: Language): readonly string[] {
  const { words } = stationeryOf(context, language, null);
  return [
    ...restrictions.map((restriction) => restrictionInWords(words, restriction)),
    ...consents.flatMap(({ purpose, conditions }) => [
      ...(purpose === '' ? [] : [fill(words.common.restrictionKinds.purpose, { text: purpose })]),
      ...(conditions === '' ? [] : [fill(words.common.consentCondition, { text: conditions })]),
    ]),
  ];
}

/** What is sealed: each material with its block and its attachments, streamed out of its holding as they are read. */
export function itemsOf(context: Context, dispatch: Dispatch, language: Language): readonly PackageItem[] {
  return dispatch.items.map((item): PackageItem => {
    const { record, at } = item;
    const [consent] = item.consents;
    return {
      registrationNumber: record.regNo,
      copyNumber: String(item.copyNo),
      sheets: record.carrier.sheets,
      markingVerbatim: printable(record.asReceived.marking),
      grif: at.row.degree,
      evaluationVerbatim: item.code === '' ? null : printable(item.code),
      restrictions: [...boundBy(context, item, language)],
      consentReference: consent === undefined ? null : `${consent.number}, ${consent.date}`,
      originatorReference: goesHome(context, item, dispatch.recipient) ? `${record.senderNumber}, ${record.senderDate}` : null,
      files: [
        ...blockFiles(item),
        ...record.attachments.map(({ fileId, name, size, sha256 }) => ({ name, bytes: size, sha256, open: () => context.vault.files.read(at.holding, fileId) })),
      ],
    };
  });
}

/** A paper made for the package. */
export function documentFile(kind: PackageDocument['kind'], pdf: Uint8Array): PackageDocument {
  return { kind, bytes: pdf.length, open: () => once(pdf) };
}
