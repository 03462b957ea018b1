import { isDegree } from '#app/agreement/grif.ts';
import type { TransferRow } from './transferInput.ts';

/**
 * For which transfers the Rules of Art. 13 ask for two persons at the desk (R13.1): none, those outside the circle of bodies, these and
 * what was created in cooperation, or all.
 */
export const transfersByTwo = ['never', 'outside', 'joint', 'always'] as const;
export type TransfersByTwo = (typeof transfersByTwo)[number];

/** Whether a second officer has to check a transfer with the one who sends it. A degree that cannot be read, or a rule, asks for one. */
export function secondNeeded({ row, joint, degree }: { readonly row: TransferRow; readonly joint: boolean; readonly degree: string }, rule: TransfersByTwo): boolean {
  if (rule === 'never') return false;
  if (rule === 'outside') return row === 'T5';
  if (rule === 'joint') return row === 'T5' || joint || !isDegree(degree);
  return true;
}
