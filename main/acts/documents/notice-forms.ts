import { dateOf } from '#app/agreement/civilDate.ts';
import { breachNotice } from '#app/documents/breach-notice.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import { similarNotice } from '#app/documents/similar-notice.ts';
import type { SingleCopyRequisites, Stationery } from '#app/documents/stationery.ts';
import { unlistedSenderLetter } from '#app/documents/unlisted-sender.ts';
import type { Language } from '#app/contract/shapes/text.ts';
import type { Context } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { findNotice, type StoredNotice } from '../../vault/queries/notices.ts';
import { officerNames } from '../../vault/queries/officers.ts';
import { addresseeOf, singleCopy, stationeryOf } from './stationery.ts';

interface Wanted {
  readonly form: 'P9' | 'P17' | 'letter';
  readonly language: Language;
  readonly second: Language | null;
  readonly reference: string;
}

const kindOf = { P9: 'similar', P17: 'breach', letter: 'unlistedSender' } as const;

/** A draft prints without a number: it is given one when it is issued. */
const numberOf = (notice: StoredNotice, stationery: Stationery): string => notice.number ?? `(${stationery.words.common.draft})`;

/** An issued notice stays the document that it became: the day and the officer of its issue, whenever and by whomever it is printed. A draft bears today's. */
function requisitesFor(context: Context, notice: StoredNotice, number: string, reference: string): SingleCopyRequisites {
  const now = singleCopy(context, number, reference);
  const { issuedAt, issuedBy } = notice;
  if (issuedAt === null || issuedBy === null) return now;
  return { ...now, date: dateOf(issuedAt), executor: officerNames(context.vault.registry).get(issuedBy) ?? issuedBy };
}

/** P9, P17 and the letter on an unlisted sender, each from the notice's own lines: what is not in them cannot be on the paper (R7.4, R14.3). */
export function noticeForm(context: Context, noticeId: string, { form, language, second, reference }: Wanted): DocumentModel {
  const { notice } = found(findNotice(context.vault, noticeId), 'notice.notFound');
  if (notice.kind !== kindOf[form] || notice.cancelled !== null) no('notice.wrongForm', { form });
  const stationery = stationeryOf(context, language, second);
  const addressee = addresseeOf(context, notice.addressee, language);
  const signature = { post: stationery.words.common.directorPost, name: '' };
  const requisites = requisitesFor(context, notice, numberOf(notice, stationery), reference);
  if (form === 'P9') {
    return similarNotice(stationery, {
      requisites, addressee, ownDegree: notice.degree ?? 'LOWER', signature,
      own: notice.lines.map(({ ownReference, ownDate, ourNumber, ourDate }) => ({ ownNumber: ownReference, ownDate: ownDate ?? '', ourNumber, ourDate })),
    });
  }
  if (form === 'P17') {
    const { incident } = notice;
    if (incident === null) no('notice.wrongForm', { form });
    return breachNotice(stationery, {
      requisites, addressee, ownDegree: notice.degree ?? 'UPPER', kind: incident.kind, object: incident.object,
      discoveredAt: incident.discoveredAt, measures: '', circumstances: '', signature,
      materials: [
        ...notice.lines.map(({ ownReference, ownDate, ourNumber }) => ({ ownNumber: ownReference, ownDate: ownDate ?? '', ourNumber })),
        ...notice.received.map(({ number: ourNumber, date }) => ({ ownNumber: '', ownDate: date, ourNumber })),
      ],
    });
  }
  const [line] = notice.lines;
  const received = line?.ourDate ?? notice.draftedAt.slice(0, 10);
  return unlistedSenderLetter(stationery, {
    requisites: { ...requisites, copy: { n: 1, of: 1 }, destinations: [stationery.words.common.back.toAddressee] }, addressee, degree: null, sender: notice.sender ?? '',
    senderReference: { number: line?.ownReference ?? '', date: line?.ownDate ?? received }, packageNumber: line?.ownReference ?? '', ourNumber: line?.ourNumber ?? '',
    receivedOn: received, signature,
  });
}
