import type { Answer } from '#app/contract/index.ts';

export type Verdict = Answer<'vault.check'>;

/** What the last check says of one act: everything up to the first break stands. */
export function standingOf(seq: number, verdict: Verdict | undefined): 'chainOk' | 'chainBroken' | 'chainUnknown' {
  if (verdict === undefined) return 'chainUnknown';
  if (verdict.broken !== null && seq >= verdict.broken.seq) return 'chainBroken';
  return seq <= verdict.acts ? 'chainOk' : 'chainUnknown';
}

export const isWhole = ({ broken, differences, lost, damage }: Verdict): boolean => broken === null && [differences, lost, damage].every((found) => found.length === 0);
