import type { Degree } from '../agreement/grif.ts';
import type { DocumentModel } from './model.ts';
import { letterToOne, type LetterToOne, type Stationery } from './stationery.ts';

/** P15 (Art. 12, R12.2): to a body, whether a person of its own is cleared. */
export interface ClearanceRequest extends LetterToOne {
  readonly degree: Degree;
  /** Name as it is to stand on the package. */
  readonly person: string;
  /** Degree up to which he is to be addressed. */
  readonly asked: Degree;
  readonly need: string;
}

export function clearanceRequest(stationery: Stationery, letter: ClearanceRequest): DocumentModel {
  return letterToOne(stationery, letter, {
    form: 'P15',
    degree: letter.degree,
    text: (words) => {
      const form = words.forms.P15;
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: form.body },
          {
            kind: 'fields',
            fields: [
              { label: form.person, value: letter.person },
              { label: form.level, value: stationery.marks[letter.asked] },
              { label: form.need, value: letter.need },
            ],
          },
          { kind: 'paragraph', text: form.request },
        ],
      };
    },
  });
}
