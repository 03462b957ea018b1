import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { addMonths, compareDates, isCivilDate } from './civilDate.ts';
import { isStateCode } from './states.ts';
import type { StateCode } from './states.ts';

export const eventKinds = [
  'signature',
  /** Written notification that domestic procedures are complete, received by the depositary (Art. 20). */
  'notification',
  /** Instrument of accession received by the depositary (Art. 21). */
  'accession',
  /** Accession to the founding agreement, the condition of Art. 21. */
  'foundingAccession',
  /** Decision of the Council that settles whether the condition of Art. 21 is met (an original party never "acceded"). */
  'councilDecision',
  /** The depositary's own information (Art. 23); its date overrides the computed one. Without a State: the general date. */
  'depositaryNotice',
  /** Notice of withdrawal received by the depositary; `effectiveDate` is the date of exit (Art. 22). */
  'withdrawalNotice',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface AgreementEvent {
  readonly id: string;
  readonly kind: EventKind;
  /** Null only for the depositary's notice of the general date. */
  readonly state: StateCode | null;
  /** Civil date on which the event happened or the paper was received. */
  readonly date: string;
  readonly document: string;
  readonly effectiveDate?: string | null;
}

/** What is known of an event before it is believed. */
export interface EventDraft {
  readonly kind: string;
  readonly state: string | null;
  readonly date: string;
  readonly document: string;
  readonly effectiveDate?: string | null;
}

/** A notice on `date` reaches an exit on `exit` only if three whole months lie between, counted back from the exit (R22.1). */
export function noticeInTime(date: string, exit: string): boolean {
  return compareDates(date, addMonths(exit, -3)) <= 0;
}

/** The earliest day on which a notice of `date` can let a State out (Art. 22). */
export function earliestExit(date: string): string {
  // At most a few days later than date + 3 months: the clamp at month ends is not symmetric.
  let exit = addMonths(date, 3);
  while (!noticeInTime(date, exit)) exit = nextDay(exit);
  return exit;
}

function nextDay(date: string): string {
  const end = addMonths(`${date.slice(0, 8)}01`, 1);
  const day = Number(date.slice(8)) + 1;
  const next = `${date.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return isCivilDate(next) ? next : end;
}

/** Whether an event may be recorded; all that is wrong with it at once. `today` is a civil date. */
export function checkEvent(event: EventDraft, recorded: readonly AgreementEvent[], today: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const { kind, state, date, document } = event;
  const effective = event.effectiveDate ?? null;
  if (!(eventKinds as readonly string[]).includes(kind)) refusals.push(refuse('event.kindUnknown', { kind }));
  const general = kind === 'depositaryNotice' && state === null;
  if (!general && (state === null || !isStateCode(state))) refusals.push(refuse('event.stateUnknown', { state: state ?? '' }));
  if (document.trim() === '') refusals.push(refuse('event.documentMissing', {}, { supplier: { kind: 'depositary' } }));

  const dated = isCivilDate(date);
  if (!dated) refusals.push(refuse('event.dateInvalid', { date }));
  else if (compareDates(date, today) > 0) refusals.push(refuse('event.inFuture', { date, today }));

  const needsEffective = kind === 'withdrawalNotice' || kind === 'depositaryNotice';
  const effectiveReal = effective !== null && isCivilDate(effective);
  if ((needsEffective && !effectiveReal) || (effective !== null && !effectiveReal)) {
    refusals.push(refuse('event.dateInvalid', { date: effective ?? '' }));
  }
  if (kind === 'withdrawalNotice' && dated && effectiveReal && !noticeInTime(date, effective)) {
    refusals.push(refuse('event.withdrawalTooEarly', { date, exit: effective, earliest: earliestExit(date) }));
  }
  const has = (wanted: readonly EventKind[]) => recorded.some((one) => one.state === state && wanted.includes(one.kind));
  if (kind === 'notification' && !has(['signature'])) {
    refusals.push(refuse('event.signatureMissing', { state: state ?? '' }, { supplier: { kind: 'depositary' } }));
  }
  if (kind === 'accession' && !has(['foundingAccession', 'councilDecision'])) {
    refusals.push(refuse('event.foundingMissing', { state: state ?? '' }, { missing: 'foundingAccession', supplier: { kind: 'council' } }));
  }
  return refusals;
}
