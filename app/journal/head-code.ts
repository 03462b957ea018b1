/**
 * The head of a journal as digits, so that a scanner under any keyboard layout and a tired hand can give it back: the number of the act
 * (10 digits), the first 92 bits of its hash (28), and two that check the others (ISO 7064, mod 97-10).
 */
const seqDigits = 10;
const hashDigits = 28;
/** Hex digits of the hash that the code holds. */
export const headCodeHex = 23;

const check = (digits: string): string => String(98n - (BigInt(`${digits}00`) % 97n)).padStart(2, '0');

/** 40 digits. `hash` is hex. Throws RangeError for a number with more than ten digits. */
export function headCode(seq: number, hash: string): string {
  if (!Number.isSafeInteger(seq) || seq < 1 || seq >= 10 ** seqDigits || !/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('not the head of a journal');
  const digits = String(seq).padStart(seqDigits, '0') + String(BigInt(`0x${hash.slice(0, headCodeHex)}`)).padStart(hashDigits, '0');
  return digits + check(digits);
}

/** The number and the first 23 hex digits of the hash; undefined when a digit is wrong, missing or two were swapped. Blanks are passed over. */
export function readHeadCode(typed: string): { readonly seq: number; readonly hashStart: string } | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (!/^\d{40}$/.test(digits) || check(digits.slice(0, -2)) !== digits.slice(-2)) return undefined;
  const hashStart = BigInt(digits.slice(seqDigits, seqDigits + hashDigits)).toString(16).padStart(headCodeHex, '0');
  const seq = Number(digits.slice(0, seqDigits));
  return seq < 1 || hashStart.length > headCodeHex ? undefined : { seq, hashStart };
}
