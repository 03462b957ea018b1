import { addDays, compareDates, laterOf } from './civilDate.ts';
import { earliestExit, noticeInTime } from './events.ts';
import type { AgreementEvent } from './events.ts';
import { defaultPartySettings, earliest, generalForce, latest, signatoryForce, signatoryNotifications, stepOf } from './force.ts';
import type { PartySettings, Step } from './force.ts';
import type { StateCode } from './states.ts';

export const partyStatusNames = ['none', 'signed', 'notified', 'inForce', 'acceded', 'withdrawing', 'withdrawn'] as const;
export type PartyStatusName = (typeof partyStatusNames)[number];

/** Computed for one State on one date, never typed (R23.2). */
export interface PartyStatus {
  readonly status: PartyStatusName;
  /** Since when, or for `notified` and `withdrawing` since the act that made it so; absent for `none`. */
  readonly since?: string;
  readonly steps: readonly Step[];
}

/** Bound on that day: also while withdrawing, until the exit (Art. 22). Anything unknown is a no. */
export function mayExchange(status: PartyStatusName): boolean {
  return status === 'inForce' || status === 'acceded' || status === 'withdrawing';
}

/** By when the depositary must have informed the States of something that happened on `date` (Art. 23). */
export function depositaryNoticeDue(date: string): string {
  return addDays(date, 30);
}

interface Entry {
  readonly way: 'inForce' | 'acceded';
  readonly date: string;
}

/** Day of entry into force with its arithmetic; the entry is null when an act or the general date is lacking. */
function entryOf(own: readonly AgreementEvent[], state: StateCode, events: readonly AgreementEvent[], settings: PartySettings) {
  const general = generalForce(events, settings);
  const steps: Step[] = [];
  let entry: Entry | null = null;

  const notification = signatoryNotifications(events).get(state) ?? null;
  if (notification !== null) {
    steps.push(stepOf('notified', 'R20.1', notification), ...general.steps);
    const date = signatoryForce(notification.date, general, settings);
    if (date !== null) {
      entry = { way: 'inForce', date };
      const shared = date === general.date;
      steps.push(stepOf('force', shared ? 'R20.2' : 'R20.3', notification, date, shared ? general.fourth : notification.date));
    }
  }

  const accession = notification === null ? earliest(own.filter((one) => one.kind === 'accession')) : null;
  let conditionMet = false;
  if (accession !== null) {
    steps.push(stepOf('accession', 'R21.1', accession), ...general.steps);
    const founding = earliest(own.filter((one) => one.kind === 'foundingAccession' || one.kind === 'councilDecision'));
    conditionMet = founding !== null;
    if (founding === null) steps.push(stepOf('foundingMissing', 'R21.1', accession));
    else if (general.date !== null) {
      // From the day of receipt, without the 30 days of Art. 20, but not before the condition and the Agreement itself.
      const date = laterOf(laterOf(accession.date, founding.date), general.date);
      entry = { way: 'acceded', date };
      steps.push(stepOf('force', 'R21.1', accession, date, accession.date));
    }
  }
  return { entry, steps, act: notification ?? (conditionMet ? accession : null) };
}

interface Exit {
  readonly noticed: string;
  readonly date: string;
}

/** The exit that takes effect first. One announced too late is moved to the earliest lawful day: a State is never let out early. */
function exitOf(own: readonly AgreementEvent[]): { readonly exit: Exit | null; readonly steps: readonly Step[] } {
  const steps: Step[] = [];
  let exit: Exit | null = null;
  for (const notice of own.filter((one) => one.kind === 'withdrawalNotice')) {
    const stated = notice.effectiveDate ?? null;
    const lawful = stated !== null && noticeInTime(notice.date, stated);
    const date = lawful ? stated : earliestExit(notice.date);
    steps.push(stepOf('withdrawalNotice', 'R22.1', notice), stepOf(lawful ? 'exit' : 'exitMoved', 'R22.1', notice, date, notice.date));
    if (exit === null || compareDates(date, exit.date) < 0) exit = { noticed: notice.date, date };
  }
  return { exit, steps };
}

/**
 * Status of a State on a civil date. The depositary's notice overrides a computed date (R23.1), but makes nothing out of
 * nothing: without the State's own notification or accession there is no date to override. A depositary's notice of that
 * State is about its exit when it is dated on or after a notice of withdrawal, else about its entry into force.
 */
export function partyStatus(
  state: StateCode,
  date: string,
  events: readonly AgreementEvent[],
  settings: PartySettings = defaultPartySettings,
): PartyStatus {
  const own = events.filter((one) => one.state === state);
  const { entry: computed, steps: entrySteps, act } = entryOf(own, state, events, settings);
  const { exit: announced, steps: exitSteps } = exitOf(own);
  const signature = earliest(own.filter((one) => one.kind === 'signature'));
  const steps: Step[] = [...(signature === null ? [] : [stepOf('signed', 'R23.2', signature)]), ...entrySteps];

  const notices = own.filter((one) => one.kind === 'depositaryNotice' && one.effectiveDate != null);
  const aboutExit = (one: AgreementEvent) => announced !== null && compareDates(one.date, announced.noticed) >= 0;
  const entryNotice = latest(notices.filter((one) => !aboutExit(one)));
  let entry = computed;
  if (entryNotice?.effectiveDate != null && computed !== null) {
    entry = { way: computed.way, date: entryNotice.effectiveDate };
    steps.push(stepOf('forceByDepositary', 'R23.1', entryNotice, entry.date));
  }
  steps.push(...exitSteps);
  const exitNotice = latest(notices.filter(aboutExit));
  let exit = announced;
  if (exitNotice?.effectiveDate != null && announced !== null) {
    exit = { noticed: announced.noticed, date: exitNotice.effectiveDate };
    steps.push(stepOf('exitByDepositary', 'R23.1', exitNotice, exit.date));
  }

  const reached = (moment: string) => compareDates(moment, date) <= 0;
  if (entry !== null && reached(entry.date)) {
    if (exit !== null && reached(exit.date)) return { status: 'withdrawn', since: exit.date, steps };
    if (exit !== null && reached(exit.noticed)) return { status: 'withdrawing', since: exit.noticed, steps };
    return { status: entry.way, since: entry.date, steps };
  }
  if (act !== null && reached(act.date)) return { status: 'notified', since: act.date, steps };
  if (signature !== null && reached(signature.date)) return { status: 'signed', since: signature.date, steps };
  return { status: 'none', steps };
}
