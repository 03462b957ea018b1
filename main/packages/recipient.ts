import { PackageError } from './error.ts';
import type { OuterHeader } from './header.ts';
import { fingerprintOf, openKey, verifyDetached } from './keys.ts';
import type { BoxKeys } from './keys.ts';
import { signedPart } from './prefix.ts';
import type { Prefix } from './prefix.ts';

/** A body's signing key as the directory holds it, checked by two persons when it was entered. */
export interface KnownSender {
  readonly body: string;
  /** Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The known senders whose key made the signature. Throws PackageError; nothing but bytes has been looked at by then. */
export function authenticate(prefix: Prefix, prefixBytes: Buffer, header: Buffer, senders: readonly KnownSender[]): KnownSender[] {
  const found = senders.filter(({ publicKey }) => fingerprintOf(publicKey).equals(prefix.senderFingerprint));
  const [first] = found;
  if (!first) throw new PackageError('unknownSender', 'prefix.sender');
  if (!verifyDetached(signedPart(prefixBytes, header), prefix.signature, first.publicKey)) {
    throw new PackageError('badSignature', 'prefix.signature');
  }
  return found;
}

/** The content key. Throws PackageError `notAddressee` when none of our keys is named, `altered` when one is and does not open. */
export function contentKeyFor(header: OuterHeader, keys: readonly BoxKeys[]): Uint8Array {
  const ours = new Map(keys.map((pair) => [fingerprintOf(pair.publicKey).toString('hex'), pair]));
  let named = false;
  for (const sealedKey of header.keys) {
    const pair = ours.get(sealedKey.fingerprint);
    if (!pair) continue;
    named = true;
    const key = openKey(sealedKey, pair);
    if (key) return key;
  }
  throw new PackageError(named ? 'altered' : 'notAddressee', 'header.keys');
}
