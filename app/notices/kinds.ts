import { z } from 'zod';

/** The Centre's own terms in days; the Agreement sets none for Art. 7, 9 and 12, and for Art. 14 "immediately" (R7.10). */
export interface LetterTerms {
  readonly similarNoticeTargetDays: number;
  readonly unlistedSenderTargetDays: number;
  /** Of a change of restrictions (Art. 9) or of a consent (Art. 8): whoever holds the material works by the old ones until told; and of what a dispatch waits for (Art. 12). */
  readonly changeNoticeTargetDays: number;
  /** From the issue of a notice to its acknowledgement. */
  readonly acknowledgementTargetDays: number;
}

interface LetterRule {
  /** Code of its form in the catalogue. */
  readonly form: string;
  /** Number of the article that asks for it. */
  readonly article: string;
  /** Which term runs from its drafting to its issue. */
  readonly term: 'atOnce' | Exclude<keyof LetterTerms, 'acknowledgementTargetDays'>;
  /** The Agreement obliges the Centre to send it: a draft of it is not cancelled. */
  readonly mustBeSent: boolean;
  /** Only to those who exchange on the day: a body on the list, of a State that is bound (R23.2). The others reach those who left too (R9.6, R22.2). */
  readonly exchangeOnly: boolean;
  /** Bears the grif of what it is about; an unclassified letter names no material. */
  readonly classified: boolean;
}

/** Every letter that the Centre writes on its own: which form, under which article, by when. One table: no kind is treated apart elsewhere. */
export const letterKinds = {
  similar: { form: 'P9', article: '7', term: 'similarNoticeTargetDays', mustBeSent: true, exchangeOnly: true, classified: true },
  restrictionChange: { form: 'P13', article: '9', term: 'changeNoticeTargetDays', mustBeSent: true, exchangeOnly: false, classified: true },
  /** A proposal to ask (R8.4, R5.2): nothing goes out before it is answered, so it may be dropped. */
  consentRequest: { form: 'P10', article: '8', term: 'changeNoticeTargetDays', mustBeSent: false, exchangeOnly: false, classified: true },
  evaluationChange: { form: 'L6', article: '15', term: 'changeNoticeTargetDays', mustBeSent: true, exchangeOnly: false, classified: true },
  rectification: { form: 'L5', article: '8', term: 'changeNoticeTargetDays', mustBeSent: true, exchangeOnly: false, classified: true },
  evaluationRequest: { form: 'L2', article: '15', term: 'changeNoticeTargetDays', mustBeSent: false, exchangeOnly: false, classified: true },
  /** Nothing is answered before it is (R12.1), so a draft overtaken by the justification may be dropped. */
  justificationRequest: { form: 'P14', article: '12', term: 'changeNoticeTargetDays', mustBeSent: false, exchangeOnly: false, classified: true },
  clearanceRequest: { form: 'P15', article: '12', term: 'changeNoticeTargetDays', mustBeSent: false, exchangeOnly: false, classified: true },
  consentRevoked: { form: 'L4', article: '8', term: 'changeNoticeTargetDays', mustBeSent: true, exchangeOnly: false, classified: true },
  breach: { form: 'P17', article: '14', term: 'atOnce', mustBeSent: true, exchangeOnly: false, classified: true },
  unlistedSender: { form: 'L1', article: '3', term: 'unlistedSenderTargetDays', mustBeSent: false, exchangeOnly: false, classified: false },
} as const satisfies Readonly<Record<string, LetterRule>>;

export type LetterKind = keyof typeof letterKinds;
export type LetterForm = (typeof letterKinds)[LetterKind]['form'];

export const letterKindNames = Object.keys(letterKinds) as [LetterKind, ...LetterKind[]];
export const letterKind = z.enum(letterKindNames);

/** The same forms, each once. */
export const letterForms = letterKindNames.map((kind) => letterKinds[kind].form) as [LetterForm, ...LetterForm[]];
