import type { Degree } from '../agreement/grif.ts';
import { requisiteDate } from './dates.ts';
import type { DocumentModel } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Stationery } from './stationery.ts';

export interface RegistrationStamp {
  /** Registration number of the material. */
  readonly number: string;
  /** Civil date of the registration. */
  readonly date: string;
  /** The Centre's own degree, never below the originator's (Art. 8). */
  readonly degree: Degree;
  readonly carrier: {
    /** Digits of the code on the carrier's label. */
    readonly code: string;
    readonly copyNo: number;
    readonly copies: number;
    /** Null for a carrier that has no sheets. */
    readonly sheets: number | null;
    readonly markingPlace: 'carrier' | 'accompanying';
  };
}

/**
 * P7, what is stamped on a carrier at its registration: number, date, copy, sheets and the Centre's comparable grif beside the originator's own (Art. 8, 9).
 * It has nothing of the content. Of a carrier that cannot be marked it goes on the accompanying document, and says so (Art. 1, R1.3).
 */
export function registrationStamp(stationery: Stationery, { number, date, degree, carrier }: RegistrationStamp): DocumentModel {
  const { common, forms: { P7: form } } = stationery.words;
  return paper(stationery, {
    form: 'P7',
    sheet: 'label',
    degree,
    requisites: null,
    letterhead: false,
    text: () => ({
      title: '',
      blocks: [{
        kind: 'label',
        grif: stationery.marks[degree],
        lines: [
          fill(form.number, { number }), form.title, fill(form.registeredOn, { date: requisiteDate(date) }), fill(common.copy, { n: carrier.copyNo, of: carrier.copies }),
          ...(carrier.sheets === null ? [] : [fill(form.sheets, { sheets: carrier.sheets })]),
        ],
        note: carrier.markingPlace === 'accompanying' ? form.accompanying : '',
        digits: carrier.code,
        demonstration: stationery.demonstration ? common.demonstration : '',
      }],
    }),
  });
}
