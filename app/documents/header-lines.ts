/**
 * A vault's header on paper: lines of digits, so that a scanner under any keyboard layout and a tired hand can give them back. A line is its number
 * (3 digits), how many there are (3), 24 bytes (58), and two digits that check the others (ISO 7064, mod 97-10). Before the bytes stands their
 * number (4 bytes); what the last line lacks is filled up with nought.
 */
const lineBytes = 24;
const payloadDigits = 58;
/** Digits of a line. */
export const lineDigits = 3 + 3 + payloadDigits + 2;
const mostLines = 999;

const check = (digits: string): string => String(98n - (BigInt(`${digits}00`) % 97n)).padStart(2, '0');
const three = (n: number): string => String(n).padStart(3, '0');

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Throws RangeError for more than 23 KiB. */
export function headerLines(bytes: Uint8Array): string[] {
  const whole = new Uint8Array(Math.ceil((bytes.length + 4) / lineBytes) * lineBytes);
  new DataView(whole.buffer).setUint32(0, bytes.length);
  whole.set(bytes, 4);
  const of = whole.length / lineBytes;
  if (of > mostLines) throw new RangeError('too long for paper');
  return Array.from({ length: of }, (_, at) => {
    const digits = three(at + 1) + three(of) + String(BigInt(`0x${hexOf(whole.subarray(at * lineBytes, (at + 1) * lineBytes))}`)).padStart(payloadDigits, '0');
    return digits + check(digits);
  });
}

export interface ReadLines {
  /** Set when every line is there and right. */
  readonly bytes: Uint8Array | undefined;
  /** How many lines there are on paper, as those that are right say; 0 while there is none. */
  readonly of: number;
  /** Rows as they were typed, from 1, whose digits are not those of a line; `line` is the number that they bear. */
  readonly wrong: readonly { readonly row: number; readonly line: number | null }[];
  /** Numbers of lines that are not there yet. */
  readonly missing: readonly number[];
}

/** Reads lines as they were typed or scanned: in any order, doubled, grouped with blanks or hyphens, several in one row. */
export function readHeaderLines(typed: string): ReadLines {
  const right = new Map<number, Uint8Array>();
  const wrong: { row: number; line: number | null }[] = [];
  let of = 0;
  for (const [at, text] of typed.split(/\r?\n/).entries()) {
    const digits = text.replaceAll(/[\s-]/g, '');
    for (const part of digits === '' ? [] : inLines(digits)) {
      const line = lineOf(part);
      if (line === undefined || (of !== 0 && line.of !== of)) wrong.push({ row: at + 1, line: /^\d{3}/.test(part) ? Number(part.slice(0, 3)) : null });
      else {
        ({ of } = line);
        right.set(line.n, line.bytes);
      }
    }
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((n) => !right.has(n));
  return { of, wrong, missing, bytes: of === 0 || missing.length > 0 ? undefined : joined(Array.from({ length: of }, (_, at) => right.get(at + 1) ?? new Uint8Array())) };
}

const inLines = (digits: string): string[] => (digits.length % lineDigits === 0 ? digits.match(new RegExp(`.{${lineDigits}}`, 'g')) ?? [digits] : [digits]);

function lineOf(digits: string): { n: number; of: number; bytes: Uint8Array } | undefined {
  if (digits.length !== lineDigits || !/^\d+$/.test(digits) || check(digits.slice(0, -2)) !== digits.slice(-2)) return undefined;
  const [n, of] = [Number(digits.slice(0, 3)), Number(digits.slice(3, 6))];
  const hex = BigInt(digits.slice(6, 6 + payloadDigits)).toString(16).padStart(lineBytes * 2, '0');
  if (n < 1 || n > of || hex.length > lineBytes * 2) return undefined;
  return { n, of, bytes: Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array | undefined {
  const whole = new Uint8Array(parts.length * lineBytes);
  for (const [at, part] of parts.entries()) whole.set(part, at * lineBytes);
  const length = new DataView(whole.buffer).getUint32(0);
  return length > whole.length - 4 ? undefined : whole.slice(4, 4 + length);
}
