import type { Degree } from '../agreement/grif.ts';
import { requisiteDate } from './dates.ts';
import type { DocumentModel } from './model.ts';
import { fill } from './placeholders.ts';
import { letterToOne, type LetterToOne, type Reference, type Stationery } from './stationery.ts';

/** P14 (Art. 12, R12.1): to a body that asked for personal data, for what its request lacks. */
export interface JustificationRequest extends LetterToOne {
  readonly degree: Degree;
  /** The addressee's own. */
  readonly asked: Reference;
  /** Its document that did not suffice, and why; null where none came yet. */
  readonly rejected: (Reference & { readonly reason: string }) | null;
}

export function justificationRequest(stationery: Stationery, letter: JustificationRequest): DocumentModel {
  return letterToOne(stationery, letter, {
    form: 'P14',
    degree: letter.degree,
    text: (words) => {
      const form = words.forms.P14;
      const { asked, rejected } = letter;
      const reference = ({ number, date }: Reference): string => fill(form.reference, { number, date: requisiteDate(date) });
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: form.body },
          {
            kind: 'fields',
            fields: [
              { label: form.yourRequest, value: reference(asked) },
              ...(rejected === null ? [] : [{ label: form.answer, value: reference(rejected) }, { label: form.reason, value: rejected.reason }]),
            ],
          },
          ...(rejected === null ? [{ kind: 'paragraph', text: form.missing } as const] : []),
          { kind: 'paragraph', text: form.request },
        ],
      };
    },
  });
}
