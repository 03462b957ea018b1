import { readEvaluation } from '#app/agreement/evaluation.ts';
import { paperDateRefusals } from '#app/agreement/paper-date.ts';
import { refuse, type Refusal } from '#app/contract/refusals.ts';

/** What is corrected, and by which paper of its originator. Civil dates. */
export interface Correction {
  /** Prepared by the Centre: whoever gave its sources corrects those. */
  readonly product: boolean;
  readonly originator: string;
  /** Date of the letter with which the material came: what corrects it is not older. */
  readonly senderDate: string;
  readonly instruction: { readonly number: string; readonly date: string };
  readonly today: string;
}

const ofProduct = ({ product, originator }: Pick<Correction, 'product' | 'originator'>): readonly Refusal[] => (product ? [refuse('correction.ofProduct', { body: originator })] : []);

/** Whether a correction of personal data may be recorded (Art. 8; R8.9): on the originator's paper alone. All that is wrong at once. */
export function rectificationRefusals(correction: Correction): readonly Refusal[] {
  return [...ofProduct(correction), ...paperDateRefusals(correction.instruction.date, correction.senderDate, correction.today)];
}

/**
 * Whether a later evaluation of the originator may be recorded (Art. 15; R15.5): a code, of Annex 2 or of another scheme as it came, that says something new.
 * `before`: the code that counts now, as typed.
 */
export function revisionRefusals(correction: Correction, typed: string, before: string): readonly Refusal[] {
  const read = readEvaluation(typed);
  const refusals = [...rectificationRefusals(correction)];
  if (read.kind === 'invalid' || read.kind === 'missing') refusals.push(refuse('evaluation.invalid', { typed }));
  else if (codeOf(typed) === codeOf(before)) refusals.push(refuse('evaluation.unchanged', { typed }));
  return refusals;
}

const codeOf = (typed: string): string => {
  const read = readEvaluation(typed);
  return read.kind === 'code' ? read.normalised : typed.trim();
};

/** Whether the originator is to be asked for its evaluation (R15.1, R15.2): where it gave none, or one of another scheme, and was not asked yet. */
export function evaluationRequestRefusals({ product, originator, typed, asked }: Pick<Correction, 'product' | 'originator'> & { readonly typed: string; readonly asked: boolean }): readonly Refusal[] {
  const refusals = [...ofProduct({ product, originator })];
  if (readEvaluation(typed).kind === 'code') refusals.push(refuse('evaluation.given', { typed }));
  if (asked) refusals.push(refuse('evaluation.askedAlready', { body: originator }));
  return refusals;
}

/** What the originator is asked whether it means by a code of another scheme; the Centre itself never applies it (R15.2). Null where there is nothing to suggest. */
export function suggestedCode(typed: string): string | null {
  const read = readEvaluation(typed);
  return read.kind === 'foreign' ? read.suggestion ?? null : null;
}
