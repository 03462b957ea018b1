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
  /** What only holders of a holding's key may see. Stored in that holding, named in the journal by hash. */
  readonly held: readonly { readonly holding: HoldingName; readonly content: Json }[];
}

export interface Act {
  readonly seq: number;
  /** Civil date and time of Almaty, `YYYY-MM-DDTHH:mm:ss` (R23.3). */
  readonly at: string;
  readonly officer: string;
  readonly workstation: string;
  readonly kind: string;
  readonly result: 'done' | 'refused';
  readonly subject: string | null;
  readonly open: Json;
  readonly held: readonly { readonly holding: HoldingName; readonly hash: string }[];
  /** SHA-256, lower-case hex. */
  readonly prev: string;
  readonly hash: string;
  /** Ed25519 over the hash, hex. */
  readonly signature: string;
}
