import { requisiteDate } from './dates.ts';
import type { DocumentModel } from './model.ts';
import { paper, type Stationery } from './stationery.ts';

/**
 * P3 goes through hands that are not cleared: it has numbers and nothing else. The type has no place for a
 * subject, a marking or a grif (Art. 10).
 */
export interface Receipt {
  readonly packageNumber: string;
  readonly sender: string;
  readonly receiver: string;
  readonly documents: readonly { readonly number: string; readonly copies: readonly number[] }[];
  /** Whoever gives it may not read all that the package can hold: for the rest, if there is any, another officer gives a receipt of its own. */
  readonly partial: boolean;
  /** Civil date; empty: to be filled in by the receiver. */
  readonly receivedOn: string;
  /** Empty: to be filled in by the receiver. */
  readonly receivedBy: string;
}

export function receipt(stationery: Stationery, given: Receipt): DocumentModel {
  return paper(stationery, {
    form: 'P3',
    degree: null,
    requisites: null,
    text: (words) => {
      const form = words.forms.P3;
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: form.body },
          {
            kind: 'fields',
            fields: [
              { label: form.package, value: given.packageNumber },
              { label: form.sender, value: given.sender },
              { label: form.receiver, value: given.receiver },
              { label: form.receivedOn, value: requisiteDate(given.receivedOn) },
            ],
          },
          {
            kind: 'table',
            columns: [
              { label: form.position, width: 10, align: 'right' },
              { label: form.number, width: 60 },
              { label: form.copies, width: 30 },
            ],
            rows: given.documents.map((document, index) => [String(index + 1), document.number, document.copies.join(', ')]),
          },
          ...(given.partial ? [{ kind: 'paragraph' as const, text: form.rest }] : []),
          { kind: 'paragraph', text: form.return },
        ],
      };
    },
    signatures: [{ post: stationery.words.forms.P3.signedBy, name: given.receivedBy }],
    stamp: true,
    inSecondLanguage: true,
  });
}
