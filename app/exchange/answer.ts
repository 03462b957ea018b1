import { compareDates, isCivilDate } from '#app/agreement/civilDate.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';

/** A request of a body as the transfer that answers it must see it (Art. 4, 12). */
export interface AnsweredRequest {
  /** Holder of the rights of the body that asked. */
  readonly from: string;
  readonly number: string;
  readonly date: string;
  /** Last day of a standing request; null without term. */
  readonly validTo: string | null;
  readonly personalData: boolean;
  readonly status: 'open' | 'awaitsJustification';
}

export interface Answering {
  readonly recipient: string;
  /** Civil date of dispatch. */
  readonly date: string;
  /** Of the material, or of anything that it is made of. */
  readonly personalData: boolean;
  readonly answers: AnsweredRequest | 'unknown' | null;
  /** Number of a request of the recipient for personal data that waits for its justification; null when none does. */
  readonly unjustified: string | null;
}

/**
 * Whether a transfer may answer the request that it names (R4.2), and whether it may go while the recipient owes the justification of a
 * request for personal data (Art. 12; R12.1): sent as an initiative, or as the answer to some other request, it would go round the justification.
 */
export function answerRefusals({ recipient, date, personalData, answers, unjustified }: Answering): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (answers === 'unknown') refusals.push(refuse('request.notFound'));
  else if (answers !== null) {
    const { number } = answers;
    const supplier = { kind: 'body', code: recipient } as const;
    if (answers.from !== recipient) refusals.push(refuse('request.otherRecipient', { number, recipient }));
    if (answers.status === 'awaitsJustification') refusals.push(refuse('request.unjustified', { number }, { missing: 'justification', supplier }));
    const closed = !isCivilDate(date) || compareDates(date, answers.date) < 0 || (answers.validTo !== null && (!isCivilDate(answers.validTo) || compareDates(date, answers.validTo) > 0));
    if (closed) refusals.push(refuse('request.closed', { number }, { missing: 'request', supplier }));
  }
  const justified = answers !== null && answers !== 'unknown' && answers.personalData && answers.status === 'open';
  if (personalData && unjustified !== null && !justified) {
    refusals.push(refuse('request.awaitsJustification', { number: unjustified, recipient }, { missing: 'justification', supplier: { kind: 'body', code: recipient } }));
  }
  return refusals;
}
