import { compareDates, isCivilDate } from '#app/agreement/civilDate.ts';
import { samePurpose } from './purpose.ts';

/** A written decision of the Director, for one package with this material for this recipient (Art. 5(1), "in each individual case"). */
export interface DirectorDecision {
  readonly number: string;
  readonly date: string;
  /** Null where it named none. */
  readonly purpose: string | null;
  /** Last day on which it may be used; null without term. */
  readonly validTo: string | null;
  /** A package has gone by it. */
  readonly used: boolean;
  /** Ids of consents and restrictions whose purpose, in other words, he found to cover this one. */
  readonly confirmedPurposes: readonly string[];
}

export type ApprovalFault = 'missing' | 'used' | 'expired' | 'purposeDiffers';

/**
 * Why a decision of the Director does not stand for a transfer on a date for a purpose; null when it does. One that is not written, of a
 * date that cannot be read or that is still to come is none; so is one used or run out: the next case is decided anew (Art. 5).
 */
export function approvalFault(decision: DirectorDecision | null, { date, purpose }: { readonly date: string; readonly purpose: string }): ApprovalFault | null {
  if (decision === null || decision.number.trim() === '' || !isCivilDate(decision.date) || !isCivilDate(date) || compareDates(decision.date, date) > 0) return 'missing';
  if (decision.used) return 'used';
  if (decision.validTo !== null && (!isCivilDate(decision.validTo) || compareDates(date, decision.validTo) > 0)) return 'expired';
  // A purpose that is not said yet is refused by itself.
  if (decision.purpose !== null && purpose.trim() !== '' && !samePurpose(decision.purpose, purpose)) return 'purposeDiffers';
  return null;
}
