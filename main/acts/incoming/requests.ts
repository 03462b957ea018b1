import { isListed } from '#app/agreement/bodies.ts';
import { paperDateRefusals } from '#app/agreement/paper-date.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { NewAct } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import { noticeCancelled } from '#app/notices/acts.ts';
import { requestJustified, requestRecorded } from '#app/materials/acts.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { lettersOf } from '../../vault/queries/notices.ts';
import { bodiesOn } from '../../vault/queries/reference.ts';
import { findRequest, type StoredRequest } from '../../vault/queries/requests.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { holdingOf } from '../lookup.ts';
import { draftLetter, type Drafted } from '../notices/draft.ts';

/** A request may itself be classified and carries its sender's rights: it lies in the sender's own holding (R4.3). */
export const recordRequest: Handler<'requests.record'> = (input, context) => {
  const { vault, clock, newId } = context;
  const date = today(clock);
  if (input.date > date) no('date.inFuture', { date: input.date, today: date });
  if (input.validTo !== null && input.validTo < input.date) no('date.order', { earlier: input.date, later: input.validTo });
  const body = found(bodiesOn(vault.registry, input.date).find((one) => one.code === input.from), 'body.unknown', { body: input.from });
  if (!isListed(body, input.date)) no('body.notListed', { body: body.code, date: input.date }, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } });
  const id = newId();
  // Personal data without a justification waits for one, which is asked for at once (Art. 12, R12.1).
  const status = input.personalData && input.justification === '' ? 'awaitsJustification' : 'open';
  const act = actOf(requestRecorded, id, { id }, [{ holding: holdingOf(input.from, 'LOWER'), content: { id, ...input, status } }]);
  if (status === 'open') {
    vault.commit([act]);
    return { requestId: id, status, noticeId: null };
  }
  const letter = askForJustification({ id, ...input }, null, context);
  vault.commit([act, letter.act]);
  return { requestId: id, status, noticeId: letter.notice.noticeId };
};

/** P14, in the holding of the body that asked: it is about its own request and nothing else. */
function askForJustification({ id, from, number, date }: Pick<StoredRequest, 'id' | 'from' | 'number' | 'date'>, rejected: StoredRequest['rejected'], context: Context): Drafted {
  return draftLetter({
    kind: 'justificationRequest', to: from, holding: holdingOf(from, 'LOWER'), degree: 'LOWER', link: id, particulars: { kind: 'justificationRequest', number, date, rejected },
  }, context);
}

/** Drafts that would ask for what has come; `paper`: the document that brought it. */
function overtaken(vault: OpenVault, { id: requestId, from }: StoredRequest, paper: string): readonly NewAct[] {
  const holding = holdingOf(from, 'LOWER');
  const db = vault.holding(holding);
  const drafts = db === undefined ? [] : lettersOf(db, 'justificationRequest', requestId).filter(({ number }) => number === null);
  return drafts.map(({ id }) => actOf(noticeCancelled, id, { id }, [{ holding, content: { id, reason: paper } }]));
}

/**
 * The body's own document brings what the request lacked, and is accepted or not; the request as recorded stays as it is (Art. 11, 12). Of one that is not
 * accepted the body is asked anew, and the request waits on.
 */
export const justifyRequest: Handler<'requests.justify'> = ({ requestId, justification, number, date, judged, reason }, context) => {
  const { vault, clock } = context;
  const request = found(findRequest(vault, requestId), 'request.notFound');
  if (request.status !== 'awaitsJustification') no('request.notAwaiting', { number: request.number });
  refuseIfAny([
    ...paperDateRefusals(date, request.date, today(clock)),
    ...(judged === 'rejected' && reason === '' ? [refuse('request.reasonMissing')] : []),
  ]);
  const content = { id: requestId, justification, number, date, ...(judged === 'rejected' ? { rejected: reason } : {}) };
  const acts = [actOf(requestJustified, requestId, { id: requestId }, [{ holding: holdingOf(request.from, 'LOWER'), content }]), ...overtaken(vault, request, `${number}, ${date}`)];
  if (judged === 'accepted') {
    vault.commit(acts);
    return { noticeId: null };
  }
  const letter = askForJustification(request, { number, date, reason }, context);
  vault.commit([...acts, letter.act]);
  return { noticeId: letter.notice.noticeId };
};
