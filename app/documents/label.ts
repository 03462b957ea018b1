import type { Degree } from '../agreement/grif.ts';
import type { DocumentModel } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Addressee, type Stationery } from './stationery.ts';

export interface Labels {
  readonly packageNumber: string;
  readonly addressee: Addressee;
  /** Highest degree of what is inside; only the inner label bears it. */
  readonly degree: Degree;
  /** Who alone opens the inner package: a post, or a person. */
  readonly opener: string;
  /** Digits of the package's code for a scanner; empty for none. */
  readonly digits: string;
}

/** P4: inner label with grif, addressee and opener; outer label with addressee and number only (Art. 10). */
export function labels(stationery: Stationery, given: Labels): DocumentModel {
  const form = stationery.words.forms.P4;
  const to = [form.to, given.addressee.body, given.addressee.state].filter((line) => line !== '');
  const demonstration = stationery.demonstration ? stationery.words.common.demonstration : '';
  const number = fill(form.package, { number: given.packageNumber });
  return paper(stationery, {
    form: 'P4',
    sheet: 'label',
    degree: null,
    requisites: null,
    letterhead: false,
    text: () => ({
      title: '',
      blocks: [
        {
          kind: 'label',
          grif: stationery.marks[given.degree],
          lines: [number, ...to],
          note: fill(form.openOnly, { who: given.opener }),
          digits: given.digits,
          demonstration,
        },
        { kind: 'label', grif: '', lines: [number, ...to], note: '', digits: given.digits, demonstration },
      ],
    }),
  });
}
