/** A stretch of the original text in UTF-16 units, end exclusive. */
export type Span = { start: number; end: number };

/** Kinds of things a text is compared by; identifiers of a person or thing decide, the rest supports (Art. 7). */
export type EntityKind =
  | 'person' | 'phone' | 'plate' | 'document' | 'account' | 'weight' | 'date' | 'coordinate' | 'name';
export type FeatureKind = EntityKind | 'word' | 'shingle';

/** A thing found in a text: `value` is its normal form, the same for every spelling. */
export type Entity = Span & { kind: EntityKind; value: string };

/** What is compared and indexed. `key` begins with the kind (`phone:901234567`), so keys of different kinds never meet. */
export type Feature = Span & { kind: FeatureKind; key: string };
