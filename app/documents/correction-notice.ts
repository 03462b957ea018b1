import type { Degree } from '../agreement/grif.ts';
import { requisiteDate } from './dates.ts';
import type { DocumentModel } from './model.ts';
import { letterToOne, type LetterToOne, type Stationery } from './stationery.ts';

/**
 * L5 (Art. 8; R8.9) and L6 (Art. 15; R15.5): to one who was given the material, or a product of it, by the numbers under which it was. The originator, its
 * paper and other recipients are not in this type.
 */
export interface CorrectionNotice extends LetterToOne {
  readonly form: 'L5' | 'L6';
  /** Degree of what the addressee holds. */
  readonly ownDegree: Degree;
  /** The originator's words or code; null where they are not quoted to who holds a product. */
  readonly correction: string | null;
  readonly given: readonly { readonly number: string; readonly date: string }[];
}

export function correctionNotice(stationery: Stationery, notice: CorrectionNotice): DocumentModel {
  return letterToOne(stationery, notice, {
    form: notice.form,
    degree: notice.ownDegree,
    text: (words) => {
      const form = words.forms[notice.form];
      const { correction } = notice;
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: form.body },
          {
            kind: 'table',
            columns: [{ label: form.ourNumber, width: 60 }, { label: form.ourDate, width: 40 }],
            rows: notice.given.map(({ number, date }) => [number, requisiteDate(date)]),
          },
          { kind: 'fields', fields: [correction === null ? { label: form.change, value: form.notQuoted } : { label: form.change, value: correction, verbatim: true }] },
          { kind: 'paragraph', text: form.acknowledge },
        ],
      };
    },
  });
}
