import { dateOf } from '#app/agreement/civilDate.ts';
import { findBody, isListed } from '#app/agreement/bodies.ts';
import { paperDateRefusals } from '#app/agreement/paper-date.ts';
import { refuse, type Refusal } from '#app/contract/refusals.ts';
import { actOf } from '#app/journal/kind.ts';
import { partyRefusals } from '#app/materials/admission.ts';
import { formatNumber } from '#app/materials/numbering.ts';
import { letterKinds } from '#app/notices/kinds.ts';
import { noticeAcknowledged, noticeCancelled, noticeIssued } from '#app/notices/acts.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { findNotice, nextOutgoing } from '../../vault/queries/notices.ts';
import { holdingOf } from '../lookup.ts';
import { standingOn, type Standing } from '../standing.ts';

/** Why a body may not be told of similar information on the day: its State is not bound, or it left the list (R23.2, R3.3). */
function exchangeRefusals(code: string, { bodies, statuses, date }: Standing): readonly Refusal[] {
  const body = findBody(code, bodies);
  if (body === null) return [refuse('body.unknown', { body: code }, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } })];
  const unlisted = refuse('body.notListed', { body: code, date }, { missing: 'notificationLetter', supplier: { kind: 'competentBody', ...(body.state === null ? {} : { code: body.state }) } });
  return [
    ...(body.state === null || body.state === 'CENTRE' ? [] : partyRefusals(body.state, statuses[body.state])),
    ...(isListed(body, date) ? [] : [unlisted]),
  ];
}

/** A draft becomes a document: the addressee's next number and today's date. Each notice its own number, its own addressee (R7.5). */
const issue: Handler<'notices.issue'> = ({ noticeId }, { vault, clock }) => {
  const { holding, notice } = found(findNotice(vault, noticeId), 'notice.notFound');
  if (notice.number !== null || notice.cancelled !== null) no('notice.notADraft');
  // Some letters go to those only who exchange today; of a breach or a change those who left are told too (R9.6, R22.2).
  if (letterKinds[notice.kind].exchangeOnly) refuseIfAny(exchangeRefusals(notice.addressee, standingOn(vault.registry, today(clock))));
  const year = Number(clock.now().slice(0, 4));
  // The series is the addressee's own, whatever the notice is about.
  const series = holdingOf(notice.addressee, 'LOWER');
  const n = nextOutgoing(vault.holding(series), year);
  const number = formatNumber({ kind: 'outgoing', body: notice.addressee, year, n });
  vault.commit([actOf(noticeIssued, noticeId, { id: noticeId, addressee: notice.addressee, serial: { year, n } }, [
    { holding, content: { part: 'notice', id: noticeId, number } },
    // Where the notice lies may be none of those who have the series.
    { holding: series, subject: null, content: { part: 'number', serial: { year, n } } },
  ])]);
  return { number };
};

const acknowledge: Handler<'notices.acknowledge'> = ({ noticeId, number, date }, { vault, clock }) => {
  const { holding, notice } = found(findNotice(vault, noticeId), 'notice.notFound');
  const { issuedAt } = notice;
  if (issuedAt === null || notice.acknowledgedOn !== null) no('notice.notIssued');
  const now = today(clock);
  refuseIfAny([
    ...paperDateRefusals(date, dateOf(issuedAt), now),
  ]);
  vault.commit([actOf(noticeAcknowledged, noticeId, { id: noticeId }, [{ holding, content: { id: noticeId, number, date } }])]);
  return {};
};

/**
 * What the Agreement obliges the Centre to tell must go out (Art. 7, 9, 14): the draft stands until it is sent. One that may not be sent on the day,
 * as its addressee no longer exchanges, may be dropped, and so may every other draft; with a reason.
 */
const cancel: Handler<'notices.cancel'> = ({ noticeId, reason }, { vault, clock }) => {
  const { holding, notice } = found(findNotice(vault, noticeId), 'notice.notFound');
  if (notice.number !== null || notice.cancelled !== null) no('notice.notADraft');
  const { mustBeSent, exchangeOnly } = letterKinds[notice.kind];
  const barred = exchangeOnly && exchangeRefusals(notice.addressee, standingOn(vault.registry, today(clock))).length > 0;
  if (mustBeSent && !barred) no('notice.mustBeSent');
  vault.commit([actOf(noticeCancelled, noticeId, { id: noticeId }, [{ holding, content: { id: noticeId, reason } }])]);
  return {};
};

export const noticesActs = { 'notices.issue': issue, 'notices.acknowledge': acknowledge, 'notices.cancel': cancel };
