import type { Answer } from '#app/contract/index.ts';
import type { Context, Handler } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { locate, openHoldings } from '../../acts/lookup.ts';
import { findNotice, noticesOf, type StoredNotice } from '../../vault/queries/notices.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import type { ReadableDb } from '../../vault/store.ts';
import { progressOf, statusOf } from './status.ts';

type Row = Answer<'notices.page'>['rows'][number];

export function noticeRow(notice: StoredNotice, { vault, clock }: Context): Row {
  const { dueOn, overdueDays } = progressOf(notice, clock.now());
  return {
    id: notice.id, kind: notice.kind, addressee: notice.addressee, number: notice.number, status: statusOf(notice), draftedAt: notice.draftedAt, dueOn,
    issuedAt: notice.issuedAt, acknowledgedOn: notice.acknowledgedOn, overdue: overdueDays > 0, degree: notice.degree,
    materials: notice.lines.flatMap(({ materialId, ourNumber }) => (materialId === null ? [] : [{ id: materialId, regNo: locate(vault, materialId)?.row.regNo ?? ourNumber }])),
  };
}

/** What `read` finds in every holding that the officer can open, the newest first. */
export function noticesIn({ vault }: Context, read: (db: ReadableDb) => readonly StoredNotice[]): readonly StoredNotice[] {
  return openHoldings(vault).flatMap(({ db }) => read(db))
    .toSorted((a, b) => (a.draftedAt === b.draftedAt ? (a.id < b.id ? 1 : -1) : a.draftedAt < b.draftedAt ? 1 : -1));
}

/** The cursor is the number of rows already shown: notices are few, and drafted ones come on top only. */
const page: Handler<'notices.page'> = ({ status, kind, cursor, limit }, context) => {
  const now = context.clock.now();
  const wanted = noticesIn(context, noticesOf).filter((notice) => {
    if (kind !== null && notice.kind !== kind) return false;
    if (status === null) return true;
    return status === 'overdue' ? progressOf(notice, now).overdueDays > 0 : statusOf(notice) === status;
  });
  const from = cursor === null ? 0 : Number(cursor);
  if (!Number.isSafeInteger(from) || from < 0) no('search.badCursor');
  const rows = wanted.slice(from, from + limit).map((notice) => noticeRow(notice, context));
  return { rows, next: from + limit < wanted.length ? String(from + limit) : null, total: wanted.length };
};

/** One notice, as it will be read by its addressee: nothing of another side is in it (R7.4, R14.3). */
const card: Handler<'notices.card'> = ({ noticeId }, context) => {
  const { vault } = context;
  const { notice } = found(findNotice(vault, noticeId), 'notice.notFound');
  const { officer, acknowledgedBy, cancelled, sender, lines, received, particulars = null } = notice;
  return { row: noticeRow(notice, context), officer: officerNames(vault.registry).get(officer) ?? officer, acknowledgedBy, cancelled, sender, lines: [...lines], received: [...received], particulars };
};

export const noticesViews = { 'notices.page': page, 'notices.card': card };
