import { daysBetween } from '../agreement/civilDate.ts';

/** Days before a check or the end of a certificate from which it is called due; not approved by the Council (R13.1). */
export const dueWithinDays = 30;

export type DueState = 'later' | 'due' | 'overdue';

/** How a day stands to today: past, within the warning, or later. Civil dates. */
export function dueState(day: string, today: string): DueState {
  const left = daysBetween(today, day);
  if (left < 0) return 'overdue';
  return left <= dueWithinDays ? 'due' : 'later';
}

/** Of several things recorded of the same object only the last one counts: its next day is the one that is awaited. The order of what is given stays. */
export function lastOfEach<T extends { readonly date: string }>(all: readonly T[], objectOf: (one: T) => string): readonly T[] {
  const last = new Map<string, T>();
  for (const one of all) {
    const before = last.get(objectOf(one));
    if (before === undefined || one.date >= before.date) last.set(objectOf(one), one);
  }
  return all.filter((one) => last.get(objectOf(one)) === one);
}

export interface Certificate {
  readonly kind: string;
  readonly tool: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The last day on which the program is certified, by all certificates recorded for it; null when none ever was: then nothing follows, for a registry that has just been
 * set up has yet to be told of its certificate (Art. 10, R10.3).
 */
export function programCertifiedTo(certificates: readonly Certificate[], today: string): string | null {
  const own = certificates.filter(({ kind }) => kind === 'program');
  const begun = own.filter(({ from }) => from <= today);
  return (begun.length === 0 ? own : begun).reduce<string | null>((latest, { to }) => (latest === null || to > latest ? to : latest), null);
}

/** Whether the program may be worked with in full: an expired certificate leaves reading alone (R10.3). */
export const isCertified = (certificates: readonly Certificate[], today: string): boolean => {
  const to = programCertifiedTo(certificates, today);
  return to === null || to >= today;
};
