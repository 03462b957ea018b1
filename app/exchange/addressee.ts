import { compareDates, isCivilDate } from '#app/agreement/civilDate.ts';
import type { Degree } from '#app/agreement/grif.ts';
import { samePurpose as sameWords } from './purpose.ts';

/** What a body answered to the question whether a person of its own is cleared (Art. 12; R12.2). */
export interface ClearanceAnswer {
  /** Name as in the letter. */
  readonly person: string;
  readonly body: string;
  /** Civil date of the answer. */
  readonly date: string;
  /** Highest degree confirmed; null for a refusal. */
  readonly confirmed: Degree | null;
  /** Last day of the clearance; null without term. */
  readonly validTo: string | null;
}

/**
 * The highest degree to which a person is confirmed by his body on a date; null when he is not. The latest answer counts, also when it takes
 * back an earlier one; of two of one day the more careful. A term that cannot be read is over.
 */
export function addresseeClearance(answers: readonly ClearanceAnswer[], { person, body }: { readonly person: string; readonly body: string }, date: string): Degree | null {
  if (!isCivilDate(date)) return null;
  const own = answers.filter((one) => one.body === body && sameWords(one.person, person) && isCivilDate(one.date) && compareDates(one.date, date) <= 0);
  const latest = own.toSorted((a, b) => compareDates(b.date, a.date)).filter((one, _, [first]) => one.date === first?.date);
  if (latest.length === 0) return null;
  const degrees = latest.map(({ confirmed, validTo }) => (validTo !== null && (!isCivilDate(validTo) || compareDates(date, validTo) > 0) ? null : confirmed));
  if (degrees.includes(null)) return null;
  return degrees.includes('LOWER') ? 'LOWER' : 'UPPER';
}
