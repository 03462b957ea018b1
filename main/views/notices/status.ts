import { noticeProgress, type NoticeProgress } from '#app/notices/progress.ts';
import type { StoredNotice } from '../../vault/queries/notices.ts';

export const statusOf = (notice: StoredNotice): 'draft' | 'issued' | 'acknowledged' | 'cancelled' => {
  if (notice.cancelled !== null) return 'cancelled';
  if (notice.acknowledgedOn !== null) return 'acknowledged';
  return notice.issuedAt === null ? 'draft' : 'issued';
};

/** Due and overdue are computed on the day they are asked, never stored. */
export const progressOf = (notice: StoredNotice, now: string): Pick<NoticeProgress, 'dueOn' | 'overdueDays'> =>
  notice.cancelled !== null ? { dueOn: null, overdueDays: 0 } : noticeProgress(notice, now);
