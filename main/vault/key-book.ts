import { covers, type Coverage } from '#app/access/grant.ts';
import { VaultError } from './errors.ts';
import { hex, type CryptoProvider } from './suite.ts';

/** An act about the key of some holding: which one it is, only those can tell who have the key. */
export interface HoldingKeyAct {
  readonly seq: number;
  readonly kind: 'made' | 'settled';
  readonly fingerprint: string;
  /** Fingerprint of the key that it is to replace. */
  readonly after: string | null;
  /** What its signer's grants opened when he signed, and the civil date by which that counts. */
  readonly coverage: Coverage;
  readonly date: string;
}

/**
 * Which keys there are, by signed acts. Rows of sealed keys can be written by whoever has the key of registry.db, with a key of his own
 * inside: a key that does not stand here is damage, never used.
 */
export interface KeyBook {
  /** Fingerprints of the keys of the registry as a whole, by name. */
  readonly registry: ReadonlyMap<string, string>;
  /** In order. */
  readonly holdings: readonly HoldingKeyAct[];
  /** Public half of the journal's key, hex; undefined before the act that founds the vault. */
  readonly journal: string | undefined;
}

/** What an act says of a key: bound to what it opens and to where it lies, and telling neither. */
export const fingerprintOf = (suite: CryptoProvider, vaultId: string, { name, place, key }: { readonly name: string; readonly place: string; readonly key: Uint8Array }): string =>
  hex(suite.hkdf(key, vaultId, `grif-1/key/${place}/${name}`));

/**
 * Number of the act with which the line of keys of a holding begins, when the fingerprint is of one that may still open it: made by
 * somebody whom his grants entitled to that holding then, and not before the last one that was settled. undefined for any other.
 */
export function beginOf({ holdings }: KeyBook, name: string, fingerprint: string): number | undefined {
  const made = new Map<string, { seq: number; begin: number }>();
  const settled = new Map<number, number>();
  for (const act of holdings) {
    if (!covers(act.coverage, name)) continue;
    const known = made.get(act.fingerprint);
    if (act.kind === 'settled') {
      if (known !== undefined) settled.set(known.begin, Math.max(known.seq, settled.get(known.begin) ?? 0));
      continue;
    }
    const begin = act.after === null ? act.seq : made.get(act.after)?.begin;
    if (known === undefined && begin !== undefined) made.set(act.fingerprint, { seq: act.seq, begin });
  }
  const one = made.get(fingerprint);
  return one === undefined || one.seq < (settled.get(one.begin) ?? 0) ? undefined : one.begin;
}

/** Throws `damaged`, naming the place, for a key that no act vouches for. Answers where its line begins; 0 for a key of the registry as a whole. */
export function requireVouched(book: KeyBook, name: string, place: string, fingerprint: string): number {
  const begin = name.startsWith('*') ? (name === place && book.registry.get(name) === fingerprint ? 0 : undefined) : beginOf(book, name, fingerprint);
  if (begin === undefined) throw new VaultError('damaged', `registry.db key ${place}`, { stands: ['registry', 'journal', 'otherHoldings'] });
  return begin;
}
