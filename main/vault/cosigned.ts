import type { KeyObject } from 'node:crypto';
import type { Role } from '#app/access/roles.ts';
import type { ActBody, ActOutside } from '#app/journal/act.ts';
import { pairOf } from '#app/journal/two.ts';
import { cosignedBytes } from './journal.ts';
import { unhex, type CryptoProvider } from './suite.ts';

/** An officer as the journal knows one at an act: by the key under which they were enrolled. */
export interface Signatory {
  readonly role: Role;
  readonly key: KeyObject;
  readonly active: boolean;
}

/**
 * Whether an act bears the second person that it must, and no false one: another officer than the first, at work then, whose
 * signature it is. `body` where it is known what the act says: then an act of a kind of two with one signature is none, and both
 * must be of the roles that it takes (Art. 10, 12).
 */
export function isCosigned(suite: CryptoProvider, { officer, second, hash, cosignature }: ActOutside, body: ActBody | undefined, { one, other }: { one: Signatory; other: Signatory | undefined }): boolean {
  const pair = body === undefined ? undefined : pairOf(body);
  if (second === null || cosignature === null) return second === cosignature && pair === undefined;
  if (second === officer || other?.active !== true || !suite.verify(other.key, cosignedBytes(hash), unhex(cosignature))) return false;
  return pair === undefined || (pair.first.includes(one.role) && pair.second.includes(other.role));
}
