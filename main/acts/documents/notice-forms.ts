import { dateOf } from '#app/agreement/civilDate.ts';
import type { DocumentModel, Signature } from '#app/documents/model.ts';
import type { Addressee, SingleCopyRequisites, Stationery } from '#app/documents/stationery.ts';
import type { Language } from '#app/contract/shapes/text.ts';
import { letterKinds, type LetterForm, type LetterKind } from '#app/notices/kinds.ts';
import type { Context } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { findNotice, type StoredNotice } from '../../vault/queries/notices.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import { breachPaper } from './letters/breach.ts';
import { clearanceRequestPaper } from './letters/clearance-request.ts';
import { consentRequestPaper } from './letters/consent-request.ts';
import { consentRevokedPaper } from './letters/consent-revoked.ts';
import { correctionPaper, evaluationRequestPaper } from './letters/correction.ts';
import { justificationRequestPaper } from './letters/justification-request.ts';
import { restrictionPaper } from './letters/restriction.ts';
import { similarPaper } from './letters/similar.ts';
import { unlistedSenderPaper } from './letters/unlisted-sender.ts';
import { addresseeOf, singleCopy, stationeryOf } from './stationery.ts';

interface Wanted {
  readonly form: LetterForm;
  readonly language: Language;
  readonly second: Language | null;
  readonly reference: string;
}

/** A draft prints without a number: it is given one when it is issued. */
const numberOf = (notice: StoredNotice, stationery: Stationery): string => notice.number ?? `(${stationery.words.common.draft})`;

/** An issued notice stays the document that it became: the day and the officer of its issue, whenever and by whomever it is printed. A draft bears today's. */
function requisitesFor(context: Context, notice: StoredNotice, number: string, reference: string): SingleCopyRequisites {
  const now = singleCopy(context, number, reference);
  const { issuedAt, issuedBy } = notice;
  if (issuedAt === null || issuedBy === null) return now;
  return { ...now, date: dateOf(issuedAt), executor: officerNames(context.vault.registry).get(issuedBy) ?? issuedBy };
}

/** What a form of a letter is made from: the notice, and what is the same on each of them. */
export interface Paper {
  readonly stationery: Stationery;
  readonly notice: StoredNotice;
  readonly requisites: SingleCopyRequisites;
  readonly addressee: Addressee;
  readonly signature: Signature;
  /** A body that a letter may name beside its addressee, in the language of the paper. */
  readonly bodyNamed: (code: string) => Addressee;
}

/** The form of each kind of letter, made from the notice's own lines: what is not in them cannot be on the paper (R7.4, R14.3). Undefined where a notice lacks what its form needs. */
const papers: Readonly<Record<LetterKind, (paper: Paper) => DocumentModel | undefined>> = {
  similar: similarPaper, restrictionChange: restrictionPaper, clearanceRequest: clearanceRequestPaper, consentRequest: consentRequestPaper, consentRevoked: consentRevokedPaper, breach: breachPaper,
  unlistedSender: unlistedSenderPaper, evaluationChange: correctionPaper, rectification: correctionPaper, evaluationRequest: evaluationRequestPaper,
  justificationRequest: justificationRequestPaper,
};

/** A letter in the form of its kind, and in no other. */
export function noticeForm(context: Context, noticeId: string, { form, language, second, reference }: Wanted): DocumentModel {
  const { notice } = found(findNotice(context.vault, noticeId), 'notice.notFound');
  if (letterKinds[notice.kind].form !== form || notice.cancelled !== null) no('notice.wrongForm', { form });
  const stationery = stationeryOf(context, language, second);
  return papers[notice.kind]({
    stationery, notice, requisites: requisitesFor(context, notice, numberOf(notice, stationery), reference),
    addressee: addresseeOf(context, notice.addressee, language), signature: { post: stationery.words.common.directorPost, name: '' },
    bodyNamed: (code) => addresseeOf(context, code, language),
  }) ?? no('notice.wrongForm', { form });
}
