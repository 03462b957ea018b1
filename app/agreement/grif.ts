/** The two degrees of secrecy of Annex 1. An ordinal, never compared as text. */
export const degrees = ['LOWER', 'UPPER'] as const;
export type Degree = (typeof degrees)[number];

export function isDegree(text: string): text is Degree {
  return text === 'LOWER' || text === 'UPPER';
}

/** LOWER is 1, UPPER is 2. */
export function rank(degree: Degree): number {
  return degree === 'UPPER' ? 2 : 1;
}

export function isBelow(a: Degree, b: Degree): boolean {
  return rank(a) < rank(b);
}

/**
 * The highest of the given degrees: the grif of a carrier that the Centre prepared corresponds to it (Art. 9(2)).
 * Null for an empty list: a product of nothing has no grif, and nobody may choose one for it.
 */
export function highest(all: readonly Degree[]): Degree | null {
  if (all.length === 0) return null;
  return all.includes('UPPER') ? 'UPPER' : 'LOWER';
}
