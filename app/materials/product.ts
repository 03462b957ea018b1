import { highest } from '#app/agreement/grif.ts';
import type { Degree } from '#app/agreement/grif.ts';

/** A record that a product is made of; one that is itself a product names its own sources. */
export interface SourceRecord {
  readonly id: string;
  readonly degree: Degree;
  /** Null for a product of the Centre. */
  readonly originator: string | null;
  readonly sources: readonly string[];
}

/** One body's part in a joint material or a product. */
export interface Contributor {
  readonly body: string;
  readonly materialIds: readonly string[];
}

export interface ProductBasis {
  /** The grif of the product: computed from every source, also the indirect ones, and not adjustable (Art. 9(2); R9.2). */
  readonly degree: Degree;
  readonly contributors: readonly Contributor[];
  /** Every source record, direct or not. */
  readonly sourceIds: readonly string[];
}

/**
 * What follows from the sources of a product. Null when there is no source, one of them is not known, or none has an
 * originator: then there is neither a grif nor anybody to ask, so there is no product.
 */
export function productBasis(sources: readonly string[], records: ReadonlyMap<string, SourceRecord>): ProductBasis | null {
  const seen = new Map<string, SourceRecord>();
  const waiting = [...sources];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    const record = records.get(id);
    if (record === undefined) return null;
    seen.set(id, record);
    waiting.push(...record.sources);
  }
  const degree = highest([...seen.values()].map((record) => record.degree));
  const byBody = new Map<string, string[]>();
  for (const { id, originator } of seen.values()) {
    if (originator !== null) byBody.set(originator, [...(byBody.get(originator) ?? []), id]);
  }
  if (degree === null || byBody.size === 0) return null;
  const contributors = [...byBody].map(([body, materialIds]) => ({ body, materialIds: materialIds.toSorted() }));
  return { degree, contributors: contributors.toSorted((a, b) => (a.body < b.body ? -1 : 1)), sourceIds: [...seen.keys()].toSorted() };
}
