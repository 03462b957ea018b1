import { paperDateRefusals } from '#app/agreement/paper-date.ts';
import { checkConsentRecord } from '#app/exchange/recordConsent.ts';
import { consentConditionMet, consentRecorded, consentRevoked } from '#app/exchange/acts.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import type { HoldingName } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { no, refuseIfAny } from '../../refused.ts';
import { findConsentIn, type StoredConsent } from '../../vault/queries/exchange.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { byHolding, located, openHoldings } from '../lookup.ts';
import { standingOn } from '../standing.ts';
import { originatorsOf, originOf } from './origin.ts';
import { lettersAfterRevocation } from './revoked.ts';

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

/** The parts of a consent in the holdings that this officer can open. */
function partsOf(vault: OpenVault, consentId: string): readonly { readonly holding: HoldingName; readonly consent: StoredConsent }[] {
  return openHoldings(vault).flatMap(({ name, db }) => {
    const consent = findConsentIn(db, consentId);
    return consent === undefined ? [] : [{ holding: name, consent }];
  });
}

/** Of an officer who saw some of the holdings only, an earlier paper lies in those only: what is left is told of now. */
const left = <P extends { readonly consent: StoredConsent }>(parts: readonly P[]): readonly [P, ...P[]] => {
  const [first, ...more] = parts.filter(({ consent }) => consent.revokedAt === null);
  const [known] = parts;
  if (first !== undefined) return [first, ...more];
  return known === undefined ? no('consent.notFound') : no('consent.revoked', { body: known.consent.grantor });
};

/** What was given under a condition is given once it is met, shown by a paper (Art. 8; R8.4). */
export const conditionMet: Handler<'consents.conditionMet'> = ({ consentId, document }, { vault, clock }) => {
  const standing = left(partsOf(vault, consentId));
  const [{ consent }] = standing;
  const open = standing.filter((part) => part.consent.conditions.trim() !== '' && !part.consent.conditionsMet);
  if (open.length === 0) no('consent.conditionsMet', { body: consent.grantor });
  refuseIfAny(paperDateRefusals(document.date, consent.date, today(clock)));
  vault.commit([actOf(consentConditionMet, consentId, { id: consentId }, open.map(({ holding }) => ({ holding, content: { id: consentId, document } })))]);
  return {};
};

/** From its day on it covers nothing; whoever was given something under it is told (R8.7). */
export const revokeConsent: Handler<'consents.revoke'> = ({ consentId, number, date }, context) => {
  const { vault, clock } = context;
  const standing = left(partsOf(vault, consentId));
  refuseIfAny(paperDateRefusals(date, standing[0].consent.date, today(clock)));
  const letters = standing.flatMap((part) => lettersAfterRevocation(part, date, context));
  vault.commit([
    actOf(consentRevoked, consentId, { id: consentId }, standing.map(({ holding }) => ({ holding, content: { id: consentId, number, date } }))),
    ...letters.map(({ act }) => act),
  ]);
  return { notices: letters.map(({ notice }) => notice) };
};
