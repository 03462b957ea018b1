import { addDays, dateOf, daysBetween } from '#app/agreement/civilDate.ts';

export type NoticeKind = 'similar' | 'breach' | 'unlistedSender';

/** The Centre's own terms in days; the Agreement sets none for Art. 7, and for Art. 14 "immediately" (R7.10). */
export interface NoticeSettings {
  readonly similarNoticeTargetDays: number;
  readonly unlistedSenderTargetDays: number;
  readonly acknowledgementTargetDays: number;
}
export const defaultNoticeSettings: NoticeSettings = { similarNoticeTargetDays: 3, unlistedSenderTargetDays: 3, acknowledgementTargetDays: 14 };

export interface NoticeDates {
  readonly kind: NoticeKind;
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

function targetDays(kind: NoticeKind, settings: NoticeSettings): number {
  switch (kind) {
    case 'similar':
      return settings.similarNoticeTargetDays;
    case 'unlistedSender':
      return settings.unlistedSenderTargetDays;
    case 'breach':
      return 0;
  }
}

/** Where a notice stands on `now`, a civil date or date-time. Throws RangeError on unreal dates. */
export function noticeProgress(notice: NoticeDates, now: string, settings: NoticeSettings = defaultNoticeSettings): NoticeProgress {
  if (notice.acknowledgedOn !== null) return { stage: 'acknowledged', dueOn: null, overdueDays: 0 };
  const dueOn = notice.issuedAt === null
    ? addDays(dateOf(notice.draftedAt), targetDays(notice.kind, settings))
    : addDays(dateOf(notice.issuedAt), settings.acknowledgementTargetDays);
  return { stage: notice.issuedAt === null ? 'draft' : 'issued', dueOn, overdueDays: Math.max(0, daysBetween(dueOn, dateOf(now))) };
}
