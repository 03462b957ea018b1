import { refuse, type Refusal } from '#app/contract/refusals.ts';

/** What is known of a breach when it is to be closed. */
export interface BreachFile {
  readonly number: string;
  /** Civil dates. */
  readonly today: string;
  readonly openedOn: string;
  readonly documentDate: string;
  /** Whether a notice is due that nobody has drafted. */
  readonly undrafted: boolean;
  /** Addressees of notices that have not gone out. */
  readonly notIssued: readonly string[];
}

/** Why a breach cannot be closed yet; all that is open at once (Art. 14; R14.9). */
export function closingRefusals(file: BreachFile): readonly Refusal[] {
  const { number, today, openedOn, documentDate, undrafted, notIssued } = file;
  return [
    ...(undrafted ? [refuse('incident.incomplete', { number })] : []),
    ...(notIssued.length > 0 ? [refuse('incident.noticesOpen', { number, bodies: [...new Set(notIssued)].toSorted().join(', ') }, { supplier: { kind: 'officer' } })] : []),
    ...(documentDate > today ? [refuse('date.inFuture', { date: documentDate, today })] : []),
    ...(documentDate < openedOn ? [refuse('date.order', { earlier: openedOn, later: documentDate })] : []),
  ];
}
