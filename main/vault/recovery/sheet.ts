import { bytesOfLine, lineCode, linesOfSheet, readLine } from '#app/recovery/line-code.ts';
import { hex, unhex, type CryptoProvider } from '../suite.ts';

/** What a sheet bears: 45 bytes and the first three of their SHA-256, on four lines. */
export interface Sheet {
  /** First eight hex characters of the vault's id. */
  readonly vault: string;
  readonly arrangement: string;
  /** Number of the sheet, from 1. */
  readonly n: number;
  readonly of: number;
  readonly threshold: number;
  /** 33 bytes: 32 of the share, and its coordinate. */
  readonly share: Uint8Array;
}

const version = 1;
export const shareBytes = 33;
const headBytes = 12;

/** The sheet's check code: twenty bits of a hash, that a holder can tell aloud to prove which sheet is meant. */
export const checkCodeOf = (suite: CryptoProvider, lines: readonly string[]): string => String(Number.parseInt(suite.sha256(lines.join('')).slice(0, 7), 16) % 1_000_000).padStart(6, '0');

/** Four lines of 32 digits. */
export function sheetLines(suite: CryptoProvider, { vault, arrangement, n, of, threshold, share }: Sheet): string[] {
  const body = new Uint8Array(headBytes + shareBytes);
  body.set([version, ...unhex(vault), ...unhex(arrangement), n, of, threshold]);
  body.set(share, headBytes);
  const whole = Buffer.concat([body, unhex(suite.sha256(body).slice(0, 6))]);
  const lines = Array.from({ length: linesOfSheet }, (_, index) => lineCode(index + 1, whole.subarray(index * bytesOfLine, (index + 1) * bytesOfLine)));
  body.fill(0);
  whole.fill(0);
  return lines;
}

/** What is wrong with a sheet as it was entered: a line, or lines of different sheets together. */
export type SheetFault = { readonly line: number } | 'mixed';

export function readSheet(suite: CryptoProvider, lines: readonly string[]): Sheet | SheetFault {
  const parts: Uint8Array[] = [];
  for (let line = 1; line <= linesOfSheet; line += 1) {
    const part = readLine(line, lines[line - 1] ?? '');
    if (typeof part === 'string') return { line };
    parts.push(part);
  }
  const whole = Buffer.concat(parts);
  const body = whole.subarray(0, headBytes + shareBytes);
  const isWhole = body[0] === version && suite.sha256(body).startsWith(hex(whole.subarray(body.length)));
  const sheet: Sheet = {
    vault: hex(body.subarray(1, 5)), arrangement: hex(body.subarray(5, 9)), n: body[9] ?? 0, of: body[10] ?? 0, threshold: body[11] ?? 0, share: new Uint8Array(body.subarray(headBytes)),
  };
  for (const part of [whole, ...parts]) part.fill(0);
  return isWhole ? sheet : 'mixed';
}
