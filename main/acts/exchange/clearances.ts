import { isListed } from '#app/agreement/bodies.ts';
import { orderRefusals, paperDateRefusals } from '#app/agreement/paper-date.ts';
import type { HoldingName } from '#app/journal/act.ts';
import { clearanceAnswered, clearanceAsked } from '#app/exchange/clearanceActs.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { clearancesOf, type StoredClearance } from '../../vault/queries/clearances.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { holdingOf, openHoldings } from '../lookup.ts';
import { draftLetter } from '../notices/draft.ts';
import { standingOn } from '../standing.ts';

/** Whoever is to be addressed by name is asked of his own body first (Art. 12; R12.2). */
export const askClearance: Handler<'clearances.ask'> = ({ body: code, person, degree, need }, context) => {
  const { vault, clock, newId } = context;
  const date = today(clock);
  const body = found(standingOn(vault.registry, date).bodies.find((one) => one.code === code), 'body.unknown', { body: code });
  if (!isListed(body, date)) no('body.notListed', { body: code, date }, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } });
  const holding = holdingOf(code, 'LOWER');
  const { act, notice } = draftLetter({ kind: 'clearanceRequest', to: code, holding, degree: 'LOWER', particulars: { kind: 'clearanceRequest', person, degree, need } }, context);
  const id = newId();
  vault.commit([act, actOf(clearanceAsked, id, { id }, [{ holding, content: { id, noticeId: notice.noticeId, body: code, person, degree, need } }])]);
  return { inquiryId: id, noticeId: notice.noticeId };
};

export const answerClearance: Handler<'clearances.answer'> = ({ inquiryId, document, confirmed, validTo }, { vault, clock }) => {
  const { holding, inquiry } = found(findInquiry(vault, inquiryId), 'clearance.inquiryNotFound');
  if (inquiry.answer !== null) no('clearance.answeredAlready', { body: inquiry.body });
  const now = today(clock);
  const asked = inquiry.askedAt.slice(0, 10);
  refuseIfAny([
    ...paperDateRefusals(document.date, asked, now),
    ...(validTo === null ? [] : orderRefusals(document.date, validTo)),
  ]);
  vault.commit([actOf(clearanceAnswered, inquiryId, { id: inquiryId }, [{ holding, content: { id: inquiryId, document, confirmed, validTo } }])]);
  return {};
};

function findInquiry(vault: OpenVault, id: string): { readonly holding: HoldingName; readonly inquiry: StoredClearance } | undefined {
  for (const { name, db } of openHoldings(vault)) {
    const inquiry = clearancesOf(db).find((one) => one.id === id);
    if (inquiry !== undefined) return { holding: name, inquiry };
  }
  return undefined;
}
