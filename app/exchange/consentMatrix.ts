import { daysBetween, isCivilDate } from '#app/agreement/civilDate.ts';
import { findConsent, mayBeNamed, neededConsents, type NeededConsent } from './neededConsents.ts';
import { relationOf } from './relation.ts';
import type { TransferInput } from './transferInput.ts';

/** The Centre's own term: a consent that ends within so many days is asked for anew in time. */
export const consentWarningDays = 30;

export interface ConsentCell extends NeededConsent {
  /** `unfit`: there is a paper of this body, but it does not cover this transfer; `decideTransfer` says why. */
  readonly state: 'granted' | 'expiring' | 'unfit' | 'missing';
  /** Last day of the covering consent; null without term or without a consent. */
  readonly until: string | null;
}

export interface ConsentCells {
  readonly cells: readonly ConsentCell[];
  /** Consents of bodies of whom this officer may not know are needed too: neither which, nor how many, nor whether any is there (R5.1, R7.9). */
  readonly hidden: boolean;
}

/**
 * Whose written consent a transfer needs, and who has given it (Art. 5(2), 8, 12). A body that is not among them is not needed for this recipient.
 * Told from the same rules as the decision, so that the two cannot differ.
 */
export function consentCells(input: TransferInput): ConsentCells {
  const relation = relationOf(input);
  const needed = neededConsents(relation);
  const named = needed.filter((one) => mayBeNamed(one, relation));
  return {
    hidden: named.length < needed.length,
    cells: named.map((one) => {
      const finding = findConsent(one, relation);
      if (!finding.found) return { ...one, state: finding.refusal.code.startsWith('consent.missing') ? 'missing' : 'unfit', until: null };
      const { validTo } = finding.consent;
      return { ...one, state: validTo !== null && isCivilDate(validTo) && daysBetween(input.date, validTo) <= consentWarningDays ? 'expiring' : 'granted', until: validTo };
    }),
  };
}
