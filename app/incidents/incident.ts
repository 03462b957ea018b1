import type { Degree } from '#app/agreement/grif.ts';
import { isCivilDateTime, minutesBetween } from '#app/agreement/civilDate.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';

/** Unauthorised distribution, or loss by mislaying or theft; also a loss that was only temporary (Art. 1, 14; R1.4). */
export const breachKinds = ['disclosure', 'loss', 'temporaryLoss'] as const;
export type BreachKind = (typeof breachKinds)[number];
export const breachObjects = ['information', 'carrier', 'both'] as const;
export type BreachObject = (typeof breachObjects)[number];

/**
 * `02-1/2026`: the Centre's own grif of the degree (Annex 1), count and year. Each degree has a series of its own, so that its numbers
 * tell those who have the lower one nothing of the upper (R7.9).
 */
export const incidentNumber = (degree: Degree, year: number, n: number): string => `${degree === 'UPPER' ? '001' : '02'}-${String(n)}/${String(year)}`;

/** The minimum that opens an incident at once; everything else can follow (R14.2). */
export interface IncidentDraft {
  readonly kind: string;
  readonly object: string;
  /** Civil date-time. */
  readonly discoveredAt: string;
  readonly facts: string;
  readonly materialIds: readonly string[];
}

/** Whether an incident may be opened; all that is wrong at once. `now` is a civil date-time. */
export function checkIncident(draft: IncidentDraft, now: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (!(breachKinds as readonly string[]).includes(draft.kind)) refusals.push(refuse('incident.kindUnknown', { kind: draft.kind }));
  if (!(breachObjects as readonly string[]).includes(draft.object)) refusals.push(refuse('incident.kindUnknown', { kind: draft.object }));
  if (!isCivilDateTime(draft.discoveredAt)) refusals.push(refuse('date.invalid', { date: draft.discoveredAt }));
  else if (draft.discoveredAt > now) {
    refusals.push(refuse('date.inFuture', { date: draft.discoveredAt, today: now }));
  }
  if (draft.facts.trim() === '') refusals.push(refuse('incident.factsMissing', {}, { supplier: { kind: 'officer' } }));
  if (draft.materialIds.length === 0) refusals.push(refuse('incident.nothingNamed', {}, { supplier: { kind: 'officer' } }));
  return refusals;
}

export interface Clock {
  /** Whole minutes since discovery; 0 if `now` lies before it (the clock was set back). */
  readonly minutes: number;
  /** Past the Centre's own mark: the Agreement says "immediately" and sets no hour. */
  readonly red: boolean;
}

/** Time since discovery; `redAfterHours` is the Centre's setting. */
export function clockSince(discoveredAt: string, now: string, redAfterHours = 24): Clock {
  const minutes = Math.max(0, minutesBetween(discoveredAt, now));
  return { minutes, red: minutes >= redAfterHours * 60 };
}
