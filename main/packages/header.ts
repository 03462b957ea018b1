import { z } from 'zod';
import { bodyCode, civilDate, packageNumber } from '#app/exchange/inventory.ts';
import { PackageError } from './error.ts';
import type { SealedKey } from './keys.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'));

/** How many keys of one addressee a package may be sealed to. */
export const maxSealedKeys = 16;

/**
 * The outer label, in clear: who to, who from, which number, which day. No grif, no subject, no originator,
 * no count of items (Art. 10; requirement R7.5: metadata must not tell what the content may not).
 */
export const outerHeader = z.strictObject({
  number: packageNumber,
  addressee: bodyCode,
  sender: bodyCode,
  date: civilDate,
  keys: z
    .array(z.strictObject({ fingerprint: hex(32), ephemeral: hex(32), nonce: hex(24), sealed: hex(48) }))
    .min(1)
    .max(maxSealedKeys),
});

export type OuterHeader = z.infer<typeof outerHeader>;

export function encodeHeader(header: Omit<OuterHeader, 'keys'>, keys: readonly SealedKey[]): Buffer {
  const { number, addressee, sender, date } = header;
  return Buffer.from(JSON.stringify({ number, addressee, sender, date, keys }), 'utf8');
}

/** Throws PackageError `schema`. */
export function decodeHeader(bytes: Uint8Array): OuterHeader {
  const read = outerHeader.safeParse(parseJson(bytes, 'header'));
  if (!read.success) throw new PackageError('schema', placeOf('header', read.error));
  return read.data;
}

/** JSON in strict UTF-8. Throws PackageError `schema`. */
export function parseJson(bytes: Uint8Array, place: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new PackageError('schema', place, { cause: error });
  }
}

/** The place of the first thing that a schema refused, without its value. */
export function placeOf(root: string, error: z.ZodError): string {
  const path = error.issues[0]?.path ?? [];
  return [root, ...path.map((part) => String(part).slice(0, 40))].join('.');
}
