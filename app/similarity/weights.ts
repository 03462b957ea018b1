import type { FeatureKind } from './feature.ts';

export type Weight = {
  /** Points of one shared value that nothing else in the vault has (rarity 1). */
  each: number;
  /** Most points all shared values of the kind may add: repetition is not evidence. */
  cap: number;
  /** Points lost when both texts have values of the kind and share none. */
  against: number;
};

/**
 * Set by hand on the scenarios and the pairs of `known-pairs.test.ts`; not fitted, because fitting to generated text was
 * measured to cost free text more than it gained. Identifiers decide, the rest supports.
 */
export const WEIGHTS: Readonly<Record<FeatureKind, Weight>> = {
  phone: { each: 6, cap: 8, against: 0.5 },
  plate: { each: 6, cap: 8, against: 1 },
  document: { each: 6, cap: 8, against: 2.5 },
  account: { each: 6, cap: 8, against: 0.5 },
  person: { each: 5, cap: 8, against: 1.5 },
  coordinate: { each: 3.5, cap: 5, against: 0.5 },
  name: { each: 2.2, cap: 4, against: 0.8 },
  weight: { each: 1.2, cap: 2, against: 0.4 },
  date: { each: 0.8, cap: 1.4, against: 0.4 },
  shingle: { each: 0.3, cap: 1.5, against: 0 },
  word: { each: 0.4, cap: 2, against: 0 },
};

/** Points from which a pair is called weak (shown to the officer last), likely, strong. */
export const BANDS = { weak: 1.4, likely: 2.6, strong: 6 } as const;
