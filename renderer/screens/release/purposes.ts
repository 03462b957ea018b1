import type { Refusal } from '#app/contract/refusals.ts';
import type { Decision } from './useDecisions.ts';

/** A consent or a restriction whose purpose is written in other words than the transfer's. */
export interface DifferingPurpose {
  readonly paper: string;
  readonly body: string;
  readonly purpose: string;
  /** Whether the director has to find that it covers the transfer, and not the officer who sends. */
  readonly director: boolean;
}

const read = ({ code, params, supplier }: Refusal): readonly DifferingPurpose[] => {
  const { paper, body, purpose } = params;
  if (!code.endsWith('.purposeDiffers') || typeof paper !== 'string' || typeof purpose !== 'string') return [];
  return [{ paper, body: String(body), purpose, director: supplier?.kind === 'director' }];
};

/** What of a refused pair could be confirmed (R8.8); each paper once. */
export function differingPurposes({ refusals }: Pick<Decision, 'refusals'>): readonly DifferingPurpose[] {
  return [...new Map(refusals.flatMap(read).map((one) => [one.paper, one])).values()];
}
