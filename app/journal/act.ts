/**
 * An act: the only way anything comes to be in the registry (Art. 11, registration of every request).
 * Appended once, signed by its officer, bound to the act before it by hash, never changed.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** `BODY/DEGREE`, e.g. `UZ-01/LOWER`: one originating body and degree of secrecy (Art. 11, separate storage). */
export type HoldingName = `${string}/${'LOWER' | 'UPPER'}`;

export interface NewAct {
  /** Dotted, past tense: `material.registered`, `consent.recorded`, `notice.issued`, `search.run`. */
  readonly kind: string;
  readonly result: 'done' | 'refused';
  /** Id of the thing the act is about, if there is one. */
  readonly subject: string | null;
  /** What every reader of the journal may see: ids, numbers, codes. Never content of a material. */
  readonly open: Json;
  /**
   * What only holders of a holding's key may see. Stored in that holding, named in the journal by hash. Content `null`: the act
   * concerns the holding and says nothing in it but kind, subject and result. `subject` where the holding may not know the act's own.
   */
  readonly held: readonly { readonly holding: HoldingName; readonly content: Json; readonly subject?: string | null }[];
}

/** What an act says, as those who read the journal see it. */
export interface ActBody {
  readonly kind: string;
  readonly result: 'done' | 'refused';
  readonly subject: string | null;
  readonly open: Json;
  /** The holdings that the act concerns, with the name of each one's part. */
  readonly held: readonly { readonly holding: HoldingName; readonly hash: string }[];
}

/** The outside of an act, which everybody sees who opens the registry: who signed when, and in which place of the chain. */
export interface ActOutside {
  readonly seq: number;
  /** Civil date and time of Almaty, `YYYY-MM-DDTHH:mm:ss` (R23.3). */
  readonly at: string;
  readonly officer: string;
  readonly workstation: string;
  /** Id of the second officer of an act of two persons (Art. 12), bound into the hash; null of every other. */
  readonly second: string | null;
  /** SHA-256 of the salted body and its parts, lower-case hex: binds what the act says without telling it. */
  readonly digest: string;
  /** SHA-256, lower-case hex. */
  readonly prev: string;
  readonly hash: string;
  /** Ed25519 over the hash, hex. */
  readonly signature: string;
  /** The second officer's, under a label of its own; null where there is none. */
  readonly cosignature: string | null;
}

export interface Act extends ActOutside, ActBody {}

/** An act as one holding keeps it: who and when from its outside, and of what it says only what concerns this holding. */
export interface HeldAct {
  readonly seq: number;
  readonly at: string;
  readonly officer: string;
  readonly kind: string;
  readonly result: 'done' | 'refused';
  readonly subject: string | null;
  /** Name of the content in `record`; null where the act has none here. */
  readonly record: string | null;
}
