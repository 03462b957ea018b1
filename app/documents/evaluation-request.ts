import type { Degree } from '../agreement/grif.ts';
import { requisiteDate } from './dates.ts';
import type { DocumentModel } from './model.ts';
import { letterToOne, type LetterToOne, type Reference, type Stationery } from './stationery.ts';

/** L2 (Art. 15; R15.1, R15.2): to the originator, for the evaluation that its material lacks. */
export interface EvaluationRequest extends LetterToOne {
  readonly degree: Degree;
  /** The addressee's own reference. */
  readonly own: Reference;
  /** The code as it came; empty where none did. */
  readonly typed: string;
  /** What it is asked whether it means; null where nothing is suggested. */
  readonly suggestion: string | null;
}

export function evaluationRequest(stationery: Stationery, letter: EvaluationRequest): DocumentModel {
  return letterToOne(stationery, letter, {
    form: 'L2',
    degree: letter.degree,
    text: (words) => {
      const form = words.forms.L2;
      const { own, typed, suggestion } = letter;
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: form.body },
          {
            kind: 'fields',
            fields: [
              { label: form.ownNumber, value: own.number, verbatim: true },
              { label: form.ownDate, value: requisiteDate(own.date) },
              typed === '' ? { label: form.received, value: words.common.notGiven } : { label: form.received, value: typed, verbatim: true },
              ...(suggestion === null ? [] : [{ label: form.suggestion, value: suggestion }]),
            ],
          },
          { kind: 'paragraph', text: form.request },
        ],
      };
    },
  });
}
