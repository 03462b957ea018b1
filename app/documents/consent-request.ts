import type { Degree } from '../agreement/grif.ts';
import { requisiteDate } from './dates.ts';
import type { DocumentModel } from './model.ts';
import { fill } from './placeholders.ts';
import { letterToOne, type Addressee, type LetterToOne, type Reference, type Stationery } from './stationery.ts';

/**
 * P10 (Art. 8, 12; R8.4, R5.2): to an originator, whether what it gave may be transferred. It names its own information, the recipient and the purpose;
 * whose else is in a document of the Centre has no place in this type.
 */
export interface ConsentRequest extends LetterToOne {
  readonly degree: Degree;
  /** What the addressee gave, by its own numbers and ours; none where it is asked as one of all bodies (Art. 12). */
  readonly own: readonly { readonly ownNumber: string; readonly ownDate: string | null; readonly our: Reference }[];
  /** Number of the Centre's document that would be transferred; null where it is the information itself. */
  readonly product: string | null;
  readonly recipient: Addressee;
  readonly purpose: string;
}

export function consentRequest(stationery: Stationery, letter: ConsentRequest): DocumentModel {
  return letterToOne(stationery, letter, {
    form: 'P10',
    degree: letter.degree,
    text: (words) => {
      const form = words.forms.P10;
      const reference = (number: string, date: string | null): string => (date === null ? number : fill(form.reference, { number, date: requisiteDate(date) }));
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: form.body },
          ...(letter.own.length === 0 ? [] : [{
            kind: 'table', columns: [{ label: form.ownNumber, width: 50 }, { label: form.ourNumber, width: 50 }],
            rows: letter.own.map(({ ownNumber, ownDate, our }) => [reference(ownNumber, ownDate), reference(our.number, our.date)]),
          } as const]),
          {
            kind: 'fields',
            fields: [
              ...(letter.product === null ? [] : [{ label: form.product, value: letter.product }]),
              { label: form.recipient, value: [letter.recipient.body, letter.recipient.state].filter((part) => part !== '').join(', ') },
              { label: form.purpose, value: letter.purpose },
            ],
          },
          { kind: 'paragraph', text: form.request },
          { kind: 'paragraph', text: form.answer },
          { kind: 'fields', fields: [form.given, form.terms, form.until, form.paper].map((label) => ({ label, value: form.blank })) },
        ],
      };
    },
  });
}
