import type { FeatureKind, Span } from './feature.ts';
import type { Comparison, Evidence } from './score.ts';

/**
 * A reason for the officer, as data: the stretch of each text as written. Empty when the value stands in the requisites
 * and not in the text. `agrees` is false for a difference that speaks against.
 */
export type Reason = { kind: FeatureKind; queryText: string; candidateText: string; agrees: boolean; weight: number };

const LONGEST = 160;
const cut = (text: string, { start, end }: Span): string => {
  const stretch = text.slice(start, end).replace(/\s+/g, ' ');
  return stretch.length > LONGEST ? `${stretch.slice(0, LONGEST - 1)}…` : stretch;
};

/**
 * The reasons of a comparison, weightiest first, differences last; at most `limit` of each. It holds content of both texts:
 * for an officer entitled to both, never for a notice (Art. 7, Art. 8).
 */
export function explain(comparison: Comparison, queryText: string, candidateText: string, limit = 8): Reason[] {
  const reason = (agrees: boolean) => ({ kind, query, candidate, weight }: Evidence): Reason =>
    ({ kind, queryText: cut(queryText, query), candidateText: cut(candidateText, candidate), agrees, weight });
  return [
    ...comparison.shared.slice(0, limit).map(reason(true)),
    ...comparison.against.slice(0, limit).map(reason(false)),
  ];
}
