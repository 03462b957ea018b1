import type { Feature, FeatureKind, Span } from './feature.ts';
import { BANDS, WEIGHTS } from './weights.ts';

/** A value both texts have (or, in `against`, one of a kind on which they differ) and the points it adds or takes. */
export type Evidence = { kind: FeatureKind; key: string; query: Span; candidate: Span; weight: number };
export type Comparison = { score: number; shared: Evidence[]; against: Evidence[] };
export type Strength = 'strong' | 'likely' | 'weak' | 'none';

/** Kinds that name a stretch of text more precisely than the words in it. */
const PRECISE: ReadonlySet<FeatureKind> = new Set([
  'person', 'phone', 'plate', 'document', 'account', 'weight', 'date', 'coordinate', 'name',
] as const);
const REFERENCE = 'document:ref ';
const span = ({ start, end }: Span): Span => ({ start, end });

/**
 * How rare a value is, from 0 (in every material) to 1 (in this one alone), from the number of materials that have it.
 * 200 unseen materials are assumed, so that in a young vault a common word does not pass for a rare one.
 */
export function rarityOf(materialsWithIt: number, materials: number): number {
  const all = Math.max(0, materials) + 200;
  const having = Math.min(Math.max(1, materialsWithIt), all);
  return Math.log(all / having) / Math.log(all);
}

/** Points already given for a stretch of the query are not given again for the words and names inside it. */
function withoutRepetition(shared: readonly Evidence[]): Evidence[] {
  const covered: Span[] = [];
  return shared.filter((evidence) => {
    if (evidence.kind === 'shingle') return true;
    const inside = covered.some(({ start, end }) => evidence.query.start >= start && evidence.query.end <= end && end > start);
    if (inside) return false;
    if (PRECISE.has(evidence.kind)) covered.push(evidence.query);
    return true;
  });
}

function capped(shared: readonly Evidence[]): Evidence[] {
  const given = new Map<FeatureKind, number>();
  return shared.map((evidence) => {
    const before = given.get(evidence.kind) ?? 0;
    const weight = Math.min(evidence.weight, Math.max(0, WEIGHTS[evidence.kind].cap - before));
    given.set(evidence.kind, before + weight);
    return { ...evidence, weight };
  });
}

function firstOfKind(all: readonly Feature[]): Map<FeatureKind, Feature> {
  const kinds = new Map<FeatureKind, Feature>();
  // A letter's own number differs between any two letters: that contradicts nothing.
  for (const feature of all) if (!kinds.has(feature.kind) && !feature.key.startsWith(REFERENCE)) kinds.set(feature.kind, feature);
  return kinds;
}

/** Kinds of which both texts have values and share none, with the first value of each side. */
function contradictions(query: ReadonlyMap<FeatureKind, Feature>, candidate: readonly Feature[], agreed: ReadonlySet<FeatureKind>): Evidence[] {
  const other = firstOfKind(candidate);
  const found: Evidence[] = [];
  for (const [kind, mine] of query) {
    const theirs = other.get(kind);
    const weight = WEIGHTS[kind].against;
    if (weight === 0 || agreed.has(kind) || theirs === undefined) continue;
    found.push({ kind, key: mine.key, query: span(mine), candidate: span(theirs), weight: -weight });
  }
  return found;
}

/**
 * Compares two texts by their features: points of shared values (weight of the kind times `rarity`, 0 to 1, each kind
 * capped) less points for kinds on which the texts differ; never below 0. Keys are compared as they are, so keyed hashes
 * serve as well if both sides carry them and `kind` is kept. Order of features does not matter to the score of a pair of
 * texts without repeated stretches; the answer lists the weightiest first. Advice only: the officer decides (Art. 7).
 */
export const scoreCandidate = (query: readonly Feature[], candidate: readonly Feature[], rarity: (key: string) => number): Comparison => scoring(query, rarity)(candidate);

/** The same for one text against many: what concerns the query alone is looked at once. */
export function scoring(query: readonly Feature[], rarity: (key: string) => number): (candidate: readonly Feature[]) => Comparison {
  const mine = new Map<string, { readonly feature: Feature; weight: number | undefined }>();
  for (const feature of query) if (!mine.has(feature.key)) mine.set(feature.key, { feature, weight: undefined });
  const kinds = firstOfKind(query);
  return (candidate) => {
    const met = new Map<string, Evidence>();
    for (const other of candidate) {
      const own = mine.get(other.key);
      if (own === undefined || met.has(other.key)) continue;
      const { kind, key } = own.feature;
      own.weight ??= WEIGHTS[kind].each * Math.min(1, Math.max(0, rarity(key)));
      met.set(key, { kind, key, query: span(own.feature), candidate: span(other), weight: own.weight });
    }
    const agreed = new Set([...met.values()].map(({ kind }) => kind));
    const ordered = [...met.values()].toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
    const shared = capped(withoutRepetition(ordered)).filter(({ weight }) => weight > 0);
    const against = contradictions(kinds, candidate, agreed);
    const total = [...shared, ...against].reduce((sum, { weight }) => sum + weight, 0);
    return { score: Math.max(0, Math.round(total * 1000) / 1000), shared, against };
  };
}

/** The band of a score in points. */
export function strength(score: number): Strength {
  if (score >= BANDS.strong) return 'strong';
  if (score >= BANDS.likely) return 'likely';
  return score >= BANDS.weak ? 'weak' : 'none';
}
