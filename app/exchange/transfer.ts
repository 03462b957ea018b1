import type { Refusal } from '#app/contract/refusals.ts';
import { findConsent, neededConsents } from './neededConsents.ts';
import { samePurpose } from './purpose.ts';
import { relationOf } from './relation.ts';
import { secondNeeded } from './second.ts';
import { restrictionsInForce, transferChecks } from './transferChecks.ts';
import type { TransferInput, TransferRow } from './transferInput.ts';

export type { TransferInput, TransferMaterial, TransferRow, TransferSettings } from './transferInput.ts';
export { defaultTransferSettings } from './transferInput.ts';

export type TransferDecision =
  /** `bound`: what the consents of bodies visible to the officer tie the transfer to; the covering letter says it. */
  | {
      readonly allowed: true;
      readonly row: TransferRow;
      readonly consents: readonly string[];
      /** Whether a second officer has to check it with the one who sends it (R13.1). */
      readonly second: boolean;
      /** Ids of the consents and restrictions that let it pass because their purpose was confirmed to cover this one. */
      readonly confirmed: readonly string[];
      readonly bound: readonly { readonly consent: string; readonly purpose: string; readonly conditions: string }[];
    }
  | { readonly allowed: false; readonly row: TransferRow; readonly refusals: readonly Refusal[] };

/**
 * Decides one material for one recipient on one day, by the decision table T1 to T6 and then whatever else stands against
 * it. There is no rule that allows in general: every transfer is decided in its own case (Art. 5(1)). All failing
 * checks are answered together, each with its article, and none names a contributor whom the officer may not know.
 */
export function decideTransfer(input: TransferInput): TransferDecision {
  const relation = relationOf(input);
  const refusals = transferChecks.flatMap(({ check }) => check(relation));
  if (refusals.length > 0) return { allowed: false, row: relation.row, refusals };
  const used = neededConsents(relation).flatMap((needed) => {
    const finding = findConsent(needed, relation);
    return finding.found ? [finding.consent] : [];
  });
  const worded = [
    ...used.map(({ id, purpose }) => ({ id, purpose })),
    ...restrictionsInForce(relation).flatMap(({ id, rule }) => (rule.kind === 'purpose' ? [{ id, purpose: rule.text }] : [])),
  ];
  return {
    allowed: true,
    row: relation.row,
    consents: used.map((consent) => consent.id),
    second: secondNeeded({ row: relation.row, joint: relation.joint, degree: input.material.degree }, input.settings.transferByTwo),
    confirmed: worded.filter(({ purpose }) => !samePurpose(purpose, input.purpose)).map(({ id }) => id),
    bound: used.filter((consent) => input.visibleBodies.includes(consent.grantor)).map(({ id, purpose, conditions }) => ({ consent: id, purpose, conditions })),
  };
}
