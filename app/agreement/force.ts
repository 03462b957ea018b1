import { addDays, compareDates, laterOf } from './civilDate.ts';
import type { AgreementEvent } from './events.ts';
import type { StateCode } from './states.ts';

/** How the two clocks of Art. 20 are counted; open question, so a setting (Q4). */
export interface PartySettings {
  /** Days from the fourth notification to the general date: 30, or 31 if "on expiry of" is read literally. */
  readonly generalDays: number;
  /** Days from a later signatory's notification: 30, or 29 if the day of deposit is counted. */
  readonly laterDays: number;
}
export const defaultPartySettings: PartySettings = { generalDays: 30, laterDays: 30 };

/** One line of the arithmetic, for the status screen and form P26. `from` is the date it was counted from. */
export interface Step {
  readonly code: StepCode;
  readonly rule: string;
  readonly date: string;
  readonly from: string | null;
  readonly document: string | null;
}
export type StepCode =
  | 'signed'
  | 'notified'
  | 'fourthNotification'
  | 'generalForce'
  | 'generalForceByDepositary'
  | 'force'
  | 'forceByDepositary'
  | 'accession'
  | 'foundingMissing'
  | 'withdrawalNotice'
  | 'exit'
  | 'exitMoved'
  | 'exitByDepositary';

export function earliest(events: readonly AgreementEvent[]): AgreementEvent | null {
  return events.toSorted((a, b) => compareDates(a.date, b.date))[0] ?? null;
}

export function latest(events: readonly AgreementEvent[]): AgreementEvent | null {
  return events.toSorted((a, b) => compareDates(b.date, a.date))[0] ?? null;
}

export function stepOf(code: StepCode, rule: string, event: AgreementEvent, date = event.date, from: string | null = null): Step {
  return { code, rule, date, from, document: event.document };
}

/** First notification of each signatory; one from a State that had not signed counts for nothing (Art. 20, "signed by"). */
export function signatoryNotifications(events: readonly AgreementEvent[]): ReadonlyMap<StateCode, AgreementEvent> {
  const found = new Map<StateCode, AgreementEvent>();
  for (const event of events.filter((one) => one.kind === 'notification').toSorted((a, b) => compareDates(a.date, b.date))) {
    if (event.state === null || found.has(event.state)) continue;
    const signed = events.some((one) => one.kind === 'signature' && one.state === event.state && compareDates(one.date, event.date) <= 0);
    if (signed) found.set(event.state, event);
  }
  return found;
}

export interface GeneralForce {
  /** The general date, also the Centre's own (R20.2); null while it cannot be computed. */
  readonly date: string | null;
  /** Date of the fourth notification; null while there are fewer. */
  readonly fourth: string | null;
  readonly steps: readonly Step[];
}

/** The general entry into force: the fourth signatory's notification plus 30 days, or the depositary's word (R20.1, R23.1). */
export function generalForce(events: readonly AgreementEvent[], settings: PartySettings): GeneralForce {
  const steps: Step[] = [];
  const fourth = [...signatoryNotifications(events).values()][3] ?? null;
  let date: string | null = null;
  if (fourth !== null) {
    date = addDays(fourth.date, settings.generalDays);
    steps.push(stepOf('fourthNotification', 'R20.1', fourth), stepOf('generalForce', 'R20.1', fourth, date, fourth.date));
  }
  const notice = latest(events.filter((one) => one.kind === 'depositaryNotice' && one.state === null && one.effectiveDate != null));
  if (notice?.effectiveDate != null) {
    date = notice.effectiveDate;
    steps.push(stepOf('generalForceByDepositary', 'R23.1', notice, date));
  }
  return { date, fourth: fourth?.date ?? null, steps };
}

/**
 * Entry into force for one signatory. States whose notification came no later than the day of the fourth share the
 * general date (R20.2, R20.4); later ones have their own 30 days (R20.3), never before the general date.
 */
export function signatoryForce(notified: string, general: GeneralForce, settings: PartySettings): string | null {
  if (general.date === null) return null;
  if (general.fourth !== null && compareDates(notified, general.fourth) <= 0) return general.date;
  return laterOf(general.date, addDays(notified, settings.laterDays));
}
