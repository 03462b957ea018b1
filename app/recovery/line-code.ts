/**
 * A line of a recovery sheet: 32 digits, for a tired hand and for a scanner under any keyboard layout. The line's own number (1), twelve bytes
 * as a number (29), and two digits that check the others (ISO 7064, mod 97-10), so that a slip is named by its line.
 */
export const linesOfSheet = 4;
export const bytesOfLine = 12;
export const digitsOfLine = 32;
const bodyDigits = 29;

const check = (digits: string): string => String(98n - (BigInt(`${digits}00`) % 97n)).padStart(2, '0');

/** `line` from 1. Throws RangeError for what is no line. */
export function lineCode(line: number, bytes: Uint8Array): string {
  if (bytes.length !== bytesOfLine || line < 1 || line > linesOfSheet) throw new RangeError('no line of a sheet');
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const digits = `${line}${String(number).padStart(bodyDigits, '0')}`;
  return digits + check(digits);
}

/** What is wrong with a line: `length` digits are missing or too many · `check` a digit is wrong or two were swapped · `place` it is another line of a sheet. */
export type LineFault = 'length' | 'check' | 'place';

/** The twelve bytes of a line typed or scanned in; blanks and hyphens are passed over. */
export function readLine(line: number, typed: string): Uint8Array | LineFault {
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (!/^\d*$/.test(digits)) return 'check';
  if (digits.length !== digitsOfLine) return 'length';
  if (check(digits.slice(0, -2)) !== digits.slice(-2)) return 'check';
  if (digits[0] !== String(line)) return 'place';
  let number = BigInt(digits.slice(1, 1 + bodyDigits));
  const bytes = new Uint8Array(bytesOfLine);
  for (let at = bytesOfLine - 1; at >= 0; at -= 1) {
    bytes[at] = Number(number & 255n);
    number >>= 8n;
  }
  return number === 0n ? bytes : 'check';
}
