import { recogniseMarking } from '#app/agreement/annex1.ts';
import type { Annex1Version } from '#app/agreement/annex1.ts';
import { compareDates, isCivilDate } from '#app/agreement/civilDate.ts';
import { consistencyHints, isSourceKind, readEvaluation } from '#app/agreement/evaluation.ts';
import type { ConsistencyHint, Evaluation } from '#app/agreement/evaluation.ts';
import { isBelow, isDegree } from '#app/agreement/grif.ts';
import type { Degree } from '#app/agreement/grif.ts';
import type { StateCode } from '#app/agreement/states.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';

/** The fields of a new material that the Agreement has something to say about; plain and not yet believed. */
export interface IntakeDraft {
  /** State of the originator, whose row of Annex 1 the stamp is read by. */
  readonly state: StateCode;
  readonly senderNumber: string;
  readonly senderDate: string;
  /** Civil date on which the package was received. */
  readonly receivedOn: string;
  readonly basis: string;
  readonly requestId: string | null;
  /** The stamp as received, verbatim. */
  readonly marking: string;
  /** What a person made of a stamp that the table does not recognise, and why. */
  readonly readAs?: { readonly degree: Degree; readonly reason: string } | null;
  /** The grif the officer gives the Centre's carrier. */
  readonly degree: string;
  readonly higherReason: string;
  readonly copyNo: number;
  readonly copies: number;
  /** Null for a carrier that has no sheets. */
  readonly sheets: number | null;
  /** The code field as typed. */
  readonly evaluation: string;
  readonly sourceKind: string | null;
  /** Another treaty that the material came under, if it did (Art. 18); absent or null for this Agreement. */
  readonly otherTreaty?: string | null;
}

/** What the officer is told but not stopped by. */
export type IntakeHint = ConsistencyHint | 'evaluationMissing' | 'evaluationForeign';

export type Intake =
  | { readonly accepted: true; readonly sendersDegree: Degree; readonly evaluation: Evaluation; readonly hints: readonly IntakeHint[] }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

type Check = (draft: IntakeDraft, version: Annex1Version, today: string) => readonly Refusal[];

const originator = { kind: 'body' } as const;

/** The degree the sender gave, or why it cannot be known. Above Annex 1 nobody's reading helps: stop, to the Director (R2.1). */
export function sendersDegree(draft: IntakeDraft, version: Annex1Version): Degree | Refusal {
  const marking = recogniseMarking(draft.marking, draft.state, version);
  if (marking.kind === 'degree') return marking.degree;
  if (marking.kind === 'above') return refuse('marking.aboveAnnex1', { state: draft.state }, { missing: 'directorDecision', supplier: { kind: 'director' } });
  if (marking.kind === 'none') return refuse('marking.none', { state: draft.state });
  const readAs = draft.readAs ?? null;
  if (readAs !== null && isDegree(readAs.degree) && readAs.reason.trim() !== '') return readAs.degree;
  return refuse('marking.unknown', { state: draft.state }, { missing: 'directorDecision', supplier: { kind: 'director' } });
}

/** Never below the sender's; higher only with a reason (Art. 8, first duty; R8.1). */
function checkGrif(draft: IntakeDraft, version: Annex1Version): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const senders = sendersDegree(draft, version);
  if (typeof senders !== 'string') refusals.push(senders);
  if (!isDegree(draft.degree)) return [...refusals, refuse('grif.unknown', { degree: draft.degree })];
  if (typeof senders !== 'string') return refusals;
  if (isBelow(draft.degree, senders)) return [refuse('grif.belowSenders', { degree: draft.degree, senders })];
  if (isBelow(senders, draft.degree) && draft.higherReason.trim() === '') {
    return [refuse('grif.higherNeedsReason', { degree: draft.degree, senders }, { missing: 'reason', supplier: { kind: 'officer' } })];
  }
  return [];
}

/** A request behind the first two forms of exchange, none behind the third (Art. 4; R4.1). */
function checkBasis(draft: IntakeDraft): readonly Refusal[] {
  const linked = draft.requestId !== null && draft.requestId !== '';
  switch (draft.basis) {
    case 'oneOff':
    case 'standing':
      return linked ? [] : [refuse('basis.requestMissing', { basis: draft.basis }, { missing: 'request', supplier: { kind: 'officer' } })];
    case 'initiative':
      return linked ? [refuse('basis.requestNotAllowed', { basis: draft.basis })] : [];
    default:
      return [refuse('basis.unknown', { basis: draft.basis })];
  }
}

function checkTreaty(draft: IntakeDraft): readonly Refusal[] {
  const other = draft.otherTreaty ?? null;
  return other === null || other.trim() === '' ? [] : [refuse('basis.otherTreaty')];
}

/** The sender's number and date stand for its State's decision to transfer in this very case (Art. 5; R5.1). */
function checkReference(draft: IntakeDraft): readonly Refusal[] {
  return draft.senderNumber.trim() === '' ? [refuse('reference.missing', {}, { missing: 'coveringLetter', supplier: originator })] : [];
}

function checkDates(draft: IntakeDraft, _version: Annex1Version, today: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const date of [draft.senderDate, draft.receivedOn]) {
    if (!isCivilDate(date)) refusals.push(refuse('date.invalid', { date }));
    else if (compareDates(date, today) > 0) refusals.push(refuse('date.inFuture', { date, today }));
  }
  const real = isCivilDate(draft.senderDate) && isCivilDate(draft.receivedOn);
  if (real && compareDates(draft.senderDate, draft.receivedOn) > 0) {
    refusals.push(refuse('date.order', { earlier: draft.senderDate, later: draft.receivedOn }));
  }
  return refusals;
}

function checkCounts({ copyNo, copies, sheets }: IntakeDraft): readonly Refusal[] {
  const counts: readonly (readonly [string, number])[] = [['copyNo', copyNo], ['copies', copies], ...(sheets === null ? [] : [['sheets', sheets] as const])];
  const refusals = counts.filter(([, value]) => !Number.isSafeInteger(value) || value < 1).map(([field, value]) => refuse('count.invalid', { field, value }));
  if (refusals.length === 0 && copyNo > copies) refusals.push(refuse('count.copyBeyondTotal', { copyNo, copies }));
  return refusals;
}

/** A missing code is allowed and asked for, a foreign one kept verbatim (R15.1, R15.2); only what is no code at all is refused. */
function checkEvaluation(draft: IntakeDraft): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (readEvaluation(draft.evaluation).kind === 'invalid') refusals.push(refuse('evaluation.invalid', { typed: draft.evaluation }));
  if (draft.sourceKind !== null && !isSourceKind(draft.sourceKind)) refusals.push(refuse('evaluation.sourceKindUnknown', { sourceKind: draft.sourceKind }));
  return refusals;
}

export const intakeChecks: readonly { readonly article: string; readonly check: Check }[] = [
  { article: '8', check: checkGrif },
  { article: '4', check: checkBasis },
  { article: '18', check: checkTreaty },
  { article: '5', check: checkReference },
  { article: '11', check: checkDates },
  { article: '11', check: checkCounts },
  { article: '15', check: checkEvaluation },
];

function hintsOf(evaluation: Evaluation): readonly IntakeHint[] {
  if (evaluation.kind === 'code') return consistencyHints(evaluation.source, evaluation.accuracy);
  return evaluation.kind === 'foreign' ? ['evaluationForeign'] : ['evaluationMissing'];
}

/** Whether a material may be registered as drafted; every failing check at once. `today` is a civil date. */
export function checkIntake(draft: IntakeDraft, version: Annex1Version, today: string): Intake {
  const refusals = intakeChecks.flatMap(({ check }) => check(draft, version, today));
  const senders = sendersDegree(draft, version);
  if (refusals.length > 0 || typeof senders !== 'string') return { accepted: false, refusals };
  const evaluation = readEvaluation(draft.evaluation);
  return { accepted: true, sendersDegree: senders, evaluation, hints: hintsOf(evaluation) };
}
