import { isListed } from '#app/agreement/bodies.ts';
import { paperDateRefusals } from '#app/agreement/paper-date.ts';
import { actOf } from '#app/journal/kind.ts';
import { requestJustified, requestRecorded } from '#app/materials/acts.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { bodiesOn } from '../../vault/queries/reference.ts';
import { findRequest } from '../../vault/queries/requests.ts';
import { holdingOf } from '../lookup.ts';

/** A request may itself be classified and carries its sender's rights: it lies in the sender's own holding (R4.3). */
export const recordRequest: Handler<'requests.record'> = (input, { vault, clock, newId }) => {
  const date = today(clock);
  if (input.date > date) no('date.inFuture', { date: input.date, today: date });
  if (input.validTo !== null && input.validTo < input.date) no('date.order', { earlier: input.date, later: input.validTo });
  const body = found(bodiesOn(vault.registry, input.date).find((one) => one.code === input.from), 'body.unknown', { body: input.from });
  if (!isListed(body, input.date)) no('body.notListed', { body: body.code, date: input.date }, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } });
  const id = newId();
  // Personal data without a justification waits for one (Art. 12, R12.1).
  const status = input.personalData && input.justification === '' ? 'awaitsJustification' : 'open';
  vault.commit([actOf(requestRecorded, id, { id }, [{ holding: holdingOf(input.from, 'LOWER'), content: { id, ...input, status } }])]);
  return { requestId: id, status };
};

/** The body's own document brings what the request lacked; the request as recorded stays as it is (Art. 11, 12). */
export const justifyRequest: Handler<'requests.justify'> = ({ requestId, justification, number, date }, { vault, clock }) => {
  const request = found(findRequest(vault, requestId), 'request.notFound');
  if (request.status !== 'awaitsJustification') no('request.notAwaiting', { number: request.number });
  const now = today(clock);
  refuseIfAny(paperDateRefusals(date, request.date, now));
  vault.commit([actOf(requestJustified, requestId, { id: requestId }, [{ holding: holdingOf(request.from, 'LOWER'), content: { id: requestId, justification, number, date } }])]);
  return {};
};
