import type { Degree } from '../agreement/grif.ts';
import { letterDate, requisiteDate } from './dates.ts';
import type { DocumentModel } from './model.ts';
import { fill } from './placeholders.ts';
import { letterToOne, type LetterToOne, type Reference, type Stationery } from './stationery.ts';

/** L4 (R8.7): to one who was given a material under a consent revoked since. It tells him only what he had from us. */
export interface ConsentRevokedNotice extends LetterToOne {
  readonly degree: Degree;
  /** Civil date of the revocation. */
  readonly revokedOn: string;
  /** Our number of the material, as it stood in the package. */
  readonly ourNumber: string;
  readonly packages: readonly Reference[];
  /** The consent, where the addressee was told of it; null for a product of the Centre. */
  readonly consent: Reference | null;
}

export function consentRevokedNotice(stationery: Stationery, notice: ConsentRevokedNotice): DocumentModel {
  return letterToOne(stationery, notice, {
    form: 'L4',
    degree: notice.degree,
    text: (words) => {
      const form = words.forms.L4;
      const reference = ({ number, date }: Reference): string => fill(form.reference, { number, date: requisiteDate(date) });
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: fill(form.body, { date: letterDate(words, notice.revokedOn) }) },
          {
            kind: 'fields',
            fields: [
              { label: form.ourNumber, value: notice.ourNumber },
              { label: form.packages, value: notice.packages.map(reference).join('\n') },
              ...(notice.consent === null ? [] : [{ label: form.consent, value: reference(notice.consent) }]),
            ],
          },
          { kind: 'paragraph', text: form.request },
        ],
      };
    },
  });
}
