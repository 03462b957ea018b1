import { compareDates } from './civilDate.ts';
import { degrees } from './grif.ts';
import type { Degree } from './grif.ts';
import { aboveAnnex1, foldMarking, stampOnly, withoutGrif } from './markings.ts';
import type { StateCode } from './states.ts';

/** One version of the table of Annex 1; a Council decision makes the next one (Art. 9(3)), and records keep theirs (R9.4). */
export interface Annex1Version {
  readonly id: string;
  /** Civil date; the version holds from this day. */
  readonly effectiveFrom: string;
  /** Number of the Council decision; null for the table as signed. */
  readonly decision: string | null;
  readonly centre: Readonly<Record<Degree, { readonly kk: string; readonly ru: string; readonly en: string }>>;
  readonly rows: Readonly<Record<StateCode, Readonly<Record<Degree, Annex1Cell>>>>;
}

export interface Annex1Cell {
  readonly kk: string;
  readonly ru: string;
  /** Words that the State's own stamps use, for recognising them; the table itself holds none. */
  readonly national: readonly string[];
}

export type RecognisedMarking =
  | { readonly kind: 'degree'; readonly degree: Degree }
  /** A degree higher than any of Annex 1: stop, report to the Director (R2.1). */
  | { readonly kind: 'above' }
  /** No grif of Annex 1: ordinary correspondence (R2.1). */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** The version in force on a date, null before the first. */
export function annex1At(versions: readonly Annex1Version[], date: string): Annex1Version | null {
  let found: Annex1Version | null = null;
  for (const version of versions) {
    if (compareDates(version.effectiveFrom, date) > 0) continue;
    if (found === null || compareDates(version.effectiveFrom, found.effectiveFrom) >= 0) found = version;
  }
  return found;
}

/**
 * Reads a stamp, tolerant of case, diacritics, spaced-out letters and look-alikes of another alphabet.
 * Only a whole stamp is a degree: `СЕКРЕТНО` inside other words is left to a person, never guessed.
 * A mark above Annex 1 is found anywhere in the text, because overlooking it would be the worse mistake.
 */
export function recogniseMarking(text: string, state: StateCode, version: Annex1Version): RecognisedMarking {
  if (/^[\s\p{Pd}]*$/u.test(text)) return { kind: 'none' };
  const whole = foldMarking(text);
  if (aboveAnnex1(whole)) return { kind: 'above' };
  const stamp = foldMarking(stampOnly(text));
  if (withoutGrif(stamp)) return { kind: 'none' };
  for (const degree of degrees) {
    const { kk, ru, national } = version.rows[state][degree];
    const centre = version.centre[degree];
    const words = [kk, ru, ...national, centre.kk, centre.ru, centre.en];
    if (words.some((word) => foldMarking(word) === stamp)) return { kind: 'degree', degree };
  }
  return { kind: 'unknown' };
}
