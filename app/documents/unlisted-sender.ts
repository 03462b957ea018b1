import type { Degree } from '../agreement/grif.ts';
import { letterDate, requisiteDate } from './dates.ts';
import type { DocumentModel, Signature } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Addressee, type Reference, type Requisites, type Stationery } from './stationery.ts';

/** Letter to a competent body about a sender not on the State's list (Art. 3, R3.3): requisites, no content. */
export interface UnlistedSenderLetter {
  readonly requisites: Requisites;
  /** The competent body of the sender's State. */
  readonly addressee: Addressee;
  /** Null where nothing in the letter is classified. */
  readonly degree: Degree | null;
  /** Name as written in the document received. */
  readonly sender: string;
  readonly senderReference: Reference;
  readonly packageNumber: string;
  readonly ourNumber: string;
  /** Civil date. */
  readonly receivedOn: string;
  readonly signature: Signature;
}

export function unlistedSenderLetter(stationery: Stationery, letter: UnlistedSenderLetter): DocumentModel {
  return paper(stationery, {
    form: 'L1',
    letter: true,
    degree: letter.degree,
    requisites: letter.requisites,
    addressee: letter.addressee,
    text: (words) => {
      const form = words.forms.L1;
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: fill(form.body, { date: letterDate(words, letter.receivedOn) }) },
          {
            kind: 'fields',
            fields: [
              { label: form.sender, value: letter.sender, verbatim: true },
              {
                label: form.senderReference,
                value: fill(form.reference, { number: letter.senderReference.number, date: requisiteDate(letter.senderReference.date) }),
              },
              { label: form.package, value: letter.packageNumber },
              { label: form.ourNumber, value: letter.ourNumber },
            ],
          },
          { kind: 'paragraph', text: form.status },
          { kind: 'paragraph', text: form.request },
        ],
      };
    },
    quotes: true,
    signatures: [letter.signature],
    inSecondLanguage: true,
  });
}
