import type { Degree } from '../agreement/grif.ts';
import { letterDate, requisiteDate } from './dates.ts';
import type { Back, Block, DocumentModel, Field, FormCode, SecondText, Sheet, Signature } from './model.ts';
import { fill } from './placeholders.ts';
import type { Wording } from './wording.ts';

/** What all papers of one vault have in common. */
export interface Stationery {
  readonly words: Wording;
  /** Wording of a second language, printed below the first; null for one language. */
  readonly second: Wording | null;
  /** The Centre's own grifs of Annex 1 in the one language in which they are printed. */
  readonly marks: Readonly<Record<Degree, string>>;
  readonly demonstration: boolean;
}

export interface Addressee {
  readonly state: string;
  readonly body: string;
}

export interface Reference {
  readonly number: string;
  /** Civil date. */
  readonly date: string;
}

/** Requisites of a paper of which one copy is made, for its addressee: notices (Art. 7, 14). */
export interface SingleCopyRequisites extends Reference {
  readonly executor: string;
  readonly printedBy: string;
  readonly workstation: string;
  readonly file: string;
  readonly draft: 'destroyed' | 'none';
  /**
   * Reference to the act of printing. On a notice it must not be a running number: two notices printed one
   * after the other would tell their addressees of each other (R7.5). A hash of the act will do.
   */
  readonly printEvent: string;
}

export interface Requisites extends SingleCopyRequisites {
  readonly copy: { readonly n: number; readonly of: number };
  /** Where each copy goes, copy No. 1 first. */
  readonly destinations: readonly string[];
}

interface Part {
  readonly form: FormCode;
  readonly sheet?: Sheet;
  /** Null: unclassified, without grif, copy number and back. */
  readonly degree: Degree | null;
  readonly requisites: Requisites | null;
  readonly letter?: boolean;
  readonly grifRemark?: string;
  readonly letterhead?: boolean;
  readonly replyTo?: Reference | null;
  readonly addressee?: Addressee | null;
  readonly text: (words: Wording) => { title: string; blocks: readonly Block[] };
  readonly attachments?: DocumentModel['attachments'];
  readonly conditions?: readonly Field[];
  readonly thirdPartyRule?: boolean;
  /** The text quotes the Agreement. */
  readonly quotes?: boolean;
  readonly signatures?: readonly Signature[];
  readonly stamp?: boolean;
  readonly inSecondLanguage?: boolean;
}

/** Puts a form on the stationery: every requisite of the common block that the form has, worded and dated. */
export function paper(stationery: Stationery, part: Part): DocumentModel {
  const { words } = stationery;
  const { common } = words;
  const { requisites, degree } = part;
  const classified = degree !== null;
  const copy = classified && requisites ? { ...requisites.copy, text: fill(common.copy, requisites.copy) } : null;
  const second = part.inSecondLanguage === true ? secondText(stationery.second, part.text) : null;
  const { title, blocks } = part.text(words);
  return {
    form: part.form,
    sheet: part.sheet ?? 'portrait',
    language: words.language,
    secondLanguage: second?.language ?? null,
    classified,
    grif: degree === null ? null : { degree, text: stationery.marks[degree], remark: part.grifRemark ?? '' },
    copy,
    centre: part.letterhead === false ? null : { name: common.centreName, place: common.place },
    number: requisites ? fill(common.number, { number: requisites.number }) : '',
    date: requisites ? (part.letter === true ? letterDate(words, requisites.date) : requisiteDate(requisites.date)) : '',
    replyTo: part.replyTo ? fill(common.replyTo, { number: part.replyTo.number, date: requisiteDate(part.replyTo.date) }) : '',
    addressee: part.addressee ? [part.addressee.body, part.addressee.state].filter((line) => line !== '') : [],
    title,
    blocks,
    attachments: part.attachments ?? null,
    conditions: part.conditions ?? [],
    thirdPartyRule: part.thirdPartyRule === true ? common.thirdPartyRule : '',
    second,
    signatures: part.signatures ?? [],
    stamp: part.stamp === true ? common.stamp : '',
    back: classified && requisites ? back(words, requisites) : null,
    printEvent: classified && requisites ? fill(common.printEvent, { event: requisites.printEvent }) : '',
    unofficialTranslation: words.status.forms === 'unofficial translation',
    agreementNote:
      (part.quotes === true || part.thirdPartyRule === true) && words.status.agreement !== 'authentic' ? common.agreementTranslation : '',
    demonstration: stationery.demonstration,
    furniture: {
      registration: requisites && classified ? fill(common.registration, { number: requisites.number }) : '',
      copy: copy?.text ?? '',
      sheetOf: common.sheetOf,
      backOf: common.backOf,
      demonstration: stationery.demonstration ? common.demonstration : '',
      translation: common.unofficialTranslation,
    },
  };
}

function secondText(words: Wording | null, text: Part['text']): SecondText | null {
  if (!words) return null;
  const note = words.status.forms === 'unofficial translation' ? words.common.unofficialTranslation : '';
  return { language: words.language, note, ...text(words) };
}

function back(words: Wording, requisites: Requisites): Back {
  const text = words.common.back;
  return {
    title: text.title,
    lines: [
      fill(text.copies, { count: requisites.copy.of }),
      ...requisites.destinations.map((where, index) => fill(text.destination, { n: index + 1, where })),
      fill(text.executor, { name: requisites.executor }),
      fill(text.printedBy, { name: requisites.printedBy }),
      fill(text.date, { date: requisiteDate(requisites.date) }),
      fill(text.workstation, { name: requisites.workstation }),
      fill(text.file, { file: requisites.file }),
      requisites.draft === 'destroyed' ? text.draftDestroyed : text.draftNone,
    ],
  };
}

/** A notice is one copy, for one addressee; its back tells of no other (Art. 7, 14, R7.5). */
export function toAddresseeOnly(stationery: Stationery, requisites: SingleCopyRequisites): Requisites {
  return { ...requisites, copy: { n: 1, of: 1 }, destinations: [stationery.words.common.back.toAddressee] };
}

/** What every letter has that is made in one copy, for one addressee. */
export interface LetterToOne {
  readonly requisites: SingleCopyRequisites;
  readonly addressee: Addressee;
  readonly signature: Signature;
}

/** A letter in one copy, for one addressee, with the grif of `degree` and the text of its form (Art. 7-9, 12, 14). */
export function letterToOne(stationery: Stationery, { requisites, addressee, signature }: LetterToOne, { form, degree, text }: Pick<Part, 'form' | 'degree' | 'text'>): DocumentModel {
  return paper(stationery, {
    form, letter: true, degree, requisites: toAddresseeOnly(stationery, requisites), addressee, text, quotes: true, signatures: [signature], inSecondLanguage: true,
  });
}
