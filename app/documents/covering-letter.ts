import { highest, type Degree } from '../agreement/grif.ts';
import { requisiteDate } from './dates.ts';
import type { DocumentModel, Field, Signature } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Addressee, type Reference, type Requisites, type Stationery } from './stationery.ts';
import type { Wording } from './wording.ts';

export interface Enclosure {
  readonly number: string;
  /** Null: unclassified, e.g. the receipt. */
  readonly degree: Degree | null;
  readonly copy: number;
  /** Null where a carrier has no sheets. */
  readonly sheets: number | null;
  /** Originator's marking and code as given; empty where no content is passed on. */
  readonly marking: string;
  readonly evaluation: string;
  /** Restrictions in words, as instructed (Art. 9). */
  readonly restrictions: readonly string[];
  readonly consents: readonly Reference[];
}

export interface CoveringLetter {
  readonly requisites: Requisites;
  readonly addressee: Addressee;
  readonly replyTo: Reference | null;
  readonly basis: { readonly kind: 'oneOff' | 'standing'; readonly request: Reference } | { readonly kind: 'initiative' };
  /** Empty where the transfer names none; Art. 8 asks for one on each transfer (R8.8). */
  readonly purpose: string;
  readonly enclosures: readonly Enclosure[];
  readonly unclassifiedWithoutEnclosures: boolean;
  readonly signature: Signature;
}

/** P1. Its grif is the highest of its enclosures (Art. 8, 9); without a classified enclosure it has none. */
export function coveringLetter(stationery: Stationery, letter: CoveringLetter): DocumentModel {
  const degree = highest(letter.enclosures.flatMap((enclosure) => enclosure.degree ?? []));
  return paper(stationery, {
    form: 'P1',
    letter: true,
    degree,
    requisites: letter.requisites,
    grifRemark: letter.unclassifiedWithoutEnclosures ? stationery.words.forms.P1.withoutEnclosures : '',
    addressee: letter.addressee,
    replyTo: letter.replyTo,
    text: (words) => ({
      title: words.forms.P1.title,
      blocks: [
        { kind: 'paragraph', text: fill(words.forms.P1.body, { basis: basis(words, letter.basis) }) },
        ...(letter.purpose === '' ? [] : [{ kind: 'paragraph' as const, text: fill(words.forms.P1.purpose, { purpose: letter.purpose }) }]),
        { kind: 'paragraph', text: words.forms.P1.receipt },
      ],
    }),
    attachments: {
      label: stationery.words.common.attachments,
      lines: letter.enclosures.map((enclosure, index) => enclosureLine(stationery, enclosure, index + 1)),
    },
    conditions: letter.enclosures.flatMap((enclosure) => conditions(stationery.words, enclosure)),
    thirdPartyRule: degree !== null,
    signatures: [letter.signature],
    inSecondLanguage: true,
  });
}

function basis(words: Wording, given: CoveringLetter['basis']): string {
  if (given.kind === 'initiative') return words.forms.P1.initiative;
  return fill(words.forms.P1[given.kind], { number: given.request.number, date: requisiteDate(given.request.date) });
}

function enclosureLine(stationery: Stationery, enclosure: Enclosure, position: number): string {
  const { common } = stationery.words;
  const grif = enclosure.degree === null ? common.unclassified : stationery.marks[enclosure.degree];
  const values = { position, number: enclosure.number, grif, copy: enclosure.copy };
  return enclosure.sheets === null
    ? fill(common.attachmentWithoutSheets, values)
    : fill(common.attachment, { ...values, sheets: enclosure.sheets });
}

function conditions(words: Wording, enclosure: Enclosure): Field[] {
  const { common } = words;
  const named = (text: string): string => fill(common.conditionOf, { number: enclosure.number, text });
  const fields: Field[] = [];
  if (enclosure.marking !== '') fields.push({ label: common.marking, value: named(enclosure.marking), verbatim: true });
  if (enclosure.evaluation !== '') fields.push({ label: common.evaluation, value: named(enclosure.evaluation), verbatim: true });
  for (const restriction of enclosure.restrictions) fields.push({ label: common.restriction, value: named(restriction) });
  for (const consent of enclosure.consents) {
    const reference = fill(common.consentValue, { number: consent.number, date: requisiteDate(consent.date) });
    fields.push({ label: common.consent, value: named(reference) });
  }
  return fields;
}
