import { addDays, dateOf, daysBetween } from '#app/agreement/civilDate.ts';
import { letterKinds, type LetterKind, type LetterTerms } from './kinds.ts';

/** Until the Centre decides otherwise. */
export const defaultLetterTerms: LetterTerms = {
  similarNoticeTargetDays: 3, unlistedSenderTargetDays: 3, changeNoticeTargetDays: 1, acknowledgementTargetDays: 14,
};

export interface NoticeDates {
  readonly kind: LetterKind;
  /** Civil date-time or date on which it was drafted: the similarity confirmed, the breach discovered. */
  readonly draftedAt: string;
  readonly issuedAt: string | null;
  readonly acknowledgedOn: string | null;
}

export interface NoticeProgress {
  readonly stage: 'draft' | 'issued' | 'acknowledged';
  /** Civil date by which the next step is due; null when nothing is awaited. */
  readonly dueOn: string | null;
  /** Whole days past due, 0 when in time; the due day itself is in time. */
  readonly overdueDays: number;
}

function targetDays(kind: LetterKind, terms: LetterTerms): number {
  const { term } = letterKinds[kind];
  return term === 'atOnce' ? 0 : terms[term];
}

/** Where a notice stands on `now`, a civil date or date-time. Throws RangeError on unreal dates. */
export function noticeProgress(notice: NoticeDates, now: string, terms: LetterTerms = defaultLetterTerms): NoticeProgress {
  if (notice.acknowledgedOn !== null) return { stage: 'acknowledged', dueOn: null, overdueDays: 0 };
  const dueOn = notice.issuedAt === null
    ? addDays(dateOf(notice.draftedAt), targetDays(notice.kind, terms))
    : addDays(dateOf(notice.issuedAt), terms.acknowledgementTargetDays);
  return { stage: notice.issuedAt === null ? 'draft' : 'issued', dueOn, overdueDays: Math.max(0, daysBetween(dueOn, dateOf(now))) };
}
