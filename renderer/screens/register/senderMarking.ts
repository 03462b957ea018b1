import { annex1At, recogniseMarking, type RecognisedMarking } from '#app/agreement/annex1.ts';
import type { Degree } from '#app/agreement/grif.ts';
import { isStateCode } from '#app/agreement/states.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';

const nothing = {};

/**
 * How a stamp reads by the row of Annex 1 of the sender's State on the day of receipt; undefined while the table is
 * not there yet. A proposal only: main reads the stamp again by the same table (R2.1, R9.4).
 */
export function useMarkingReader(sender: string, receivedOn: string): ((marking: string) => RecognisedMarking) | undefined {
  const { value } = useQuestion(registry.reference.annex1, nothing);
  const state = sender.slice(0, 2);
  const version = value && annex1At(value, receivedOn);
  if (!version || !isStateCode(state)) return undefined;
  return (marking) => recogniseMarking(marking, state, version);
}

/** The sender's degree: as the table reads it, or as a person read what the table does not know. */
export const sendersDegree = (read: RecognisedMarking | undefined, readAs: Degree | null): Degree | null =>
  (read?.kind === 'degree' ? read.degree : read?.kind === 'unknown' ? readAs : null);
