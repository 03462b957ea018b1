/**
 * The code on a carrier's label: ten digits, `1234 567 890`, the last one a check digit after ISO/IEC 7064 MOD 11,10,
 * which finds every single wrong digit. Digits only: a scanner or an officer types them alike
 * under every keyboard layout. The first nine are given by the caller and should be drawn at random, since a label leaves
 * the Centre and a running number would tell how many carriers there are (R7.5).
 */
const payloadLength = 9;

/** Check digit of a string of decimal digits, ISO/IEC 7064:2003 clause 9 (hybrid system MOD 11,10). */
export function checkDigit(payload: string): string {
  if (!/^\d+$/.test(payload)) throw new RangeError('digits expected');
  let product = 10;
  for (const digit of payload) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** The code of a payload of nine digits; throws RangeError for any other payload. */
export function carrierCode(payload: string): string {
  if (payload.length !== payloadLength) throw new RangeError('nine digits expected');
  return payload + checkDigit(payload);
}

export type CarrierReading =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'wrongCheckDigit' };

/** Reads what was typed or scanned; spaces and hyphens are of no account. */
export function readCarrierCode(typed: string): CarrierReading {
  const code = typed.replace(/[\s\p{Pd}]/gu, '');
  if (!/^\d{10}$/.test(code)) return { kind: 'malformed' };
  return checkDigit(code.slice(0, payloadLength)) === code.slice(payloadLength) ? { kind: 'code', code } : { kind: 'wrongCheckDigit' };
}

/** In groups, for the label. */
export function printedCarrierCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4, 7)} ${code.slice(7)}`;
}
