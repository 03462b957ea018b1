import type { Degree } from '../agreement/grif.ts';
import { requisiteDate } from './dates.ts';
import type { DocumentModel } from './model.ts';
import { letterToOne, type LetterToOne, type Stationery } from './stationery.ts';

/** One of the addressee's own materials, by its own number and by ours. */
export interface OwnMaterial {
  readonly ownNumber: string;
  /** Civil date; empty where the originator gave none. */
  readonly ownDate: string;
  readonly ourNumber: string;
  readonly ourDate: string;
}

/**
 * P9 (Art. 7, 8; R7.4, R7.5). Nothing of the other side can pass through this type: not its name, State,
 * number, date, grif, evaluation, language, text, nor how many there are.
 */
export interface SimilarNotice extends LetterToOne {
  /** Degree of the addressee's own material: a higher one would tell the other side's grif. */
  readonly ownDegree: Degree;
  /** Usually one; two where both similar materials came from this addressee (R7.6). */
  readonly own: readonly OwnMaterial[];
}

export function similarNotice(stationery: Stationery, notice: SimilarNotice): DocumentModel {
  return letterToOne(stationery, notice, {
    form: 'P9',
    degree: notice.ownDegree,
    text: (words) => {
      const form = words.forms.P9;
      return {
        title: form.title,
        blocks: [
          { kind: 'paragraph', text: form.body },
          {
            kind: 'table',
            columns: [
              { label: form.yourNumber, width: 28 },
              { label: form.yourDate, width: 18 },
              { label: form.ourNumber, width: 32 },
              { label: form.ourDate, width: 22 },
            ],
            rows: notice.own.map((material) => [
              material.ownNumber,
              requisiteDate(material.ownDate),
              material.ourNumber,
              requisiteDate(material.ourDate),
            ]),
          },
          { kind: 'paragraph', text: form.further },
          { kind: 'paragraph', text: form.acknowledge },
        ],
      };
    },
  });
}
