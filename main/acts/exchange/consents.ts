import { checkConsentRecord } from '#app/exchange/recordConsent.ts';
import { consentRecorded, consentRevoked } from '#app/exchange/acts.ts';
import { refuse, type Refusal } from '#app/contract/refusals.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { no, refuseIfAny } from '../../refused.ts';
import { findConsentIn } from '../../vault/queries/exchange.ts';
import { byHolding, located, openHoldings } from '../lookup.ts';
import { originatorsOf, originOf } from './origin.ts';
import { standingOn } from '../standing.ts';

/**
 * A written consent of an originator (Art. 8, fourth duty). It must be the originator's for every material that it names,
 * and is kept in each holding with that holding's materials only (Art. 11).
 */
export const recordConsent: Handler<'consents.record'> = (input, { vault, clock, newId }) => {
  const consent = { ...input, materialIds: [...new Set(input.materialIds)] };
  const materials = consent.materialIds.map((id) => located(vault, id));
  const around = { bodies: standingOn(vault.registry, today(clock)).bodies, today: today(clock) };
  refuseIfAny(once(materials.flatMap((at) => checkConsentRecord(consent, { ...around, originators: originatorsOf(originOf(vault, at)) }))));

  const id = newId();
  const parts = [...byHolding(materials, ({ holding }) => holding)]
    .map(([holding, here]) => ({ holding, content: { ...consent, id, materialIds: here.map(({ row }) => row.id) } }));
  vault.commit([actOf(consentRecorded, id, { id }, parts)]);
  return { consentId: id };
};

/** What is wrong with the paper itself is wrong for each material; it is said once. */
function once(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...new Map(refusals.map((refusal) => [JSON.stringify([refusal.code, refusal.params]), refusal])).values()];
}

export const revokeConsent: Handler<'consents.revoke'> = ({ consentId, number, date }, { vault, clock }) => {
  const parts = openHoldings(vault).flatMap(({ name, db }) => {
    const consent = findConsentIn(db, consentId);
    return consent === undefined ? [] : [{ holding: name, consent }];
  });
  const [part] = parts;
  if (part === undefined) return no('consent.notFound');
  if (part.consent.revokedAt !== null) no('consent.revoked', { body: part.consent.grantor });
  const now = today(clock);
  refuseIfAny([
    ...(date > now ? [refuse('date.inFuture', { date, today: now })] : []),
    ...(date < part.consent.date ? [refuse('date.order', { earlier: part.consent.date, later: date })] : []),
  ]);
  vault.commit([actOf(consentRevoked, consentId, { id: consentId }, parts.map(({ holding }) => ({ holding, content: { id: consentId, number, date } })))]);
  return {};
};
