import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfLine, digitsOfLine, lineCode, linesOfSheet, readLine } from './line-code.ts';

const lines = fc.record({ line: fc.integer({ min: 1, max: linesOfSheet }), bytes: fc.uint8Array({ minLength: bytesOfLine, maxLength: bytesOfLine }) });

describe('a line of a recovery sheet', () => {
  it('comes back as it was, with the blanks and hyphens of a hand', () => {
    fc.assert(fc.property(lines, ({ line, bytes }) => {
      const code = lineCode(line, bytes);
      expect(code).toMatch(new RegExp(`^\\d{${digitsOfLine}}$`));
      expect(readLine(line, ` ${code.replaceAll(/(.{4})/g, '$1 ').replace(' ', '-')}`)).toEqual(bytes);
    }));
  });

  it('tells every single wrong digit and every two neighbours that were swapped', () => {
    fc.assert(fc.property(lines, fc.integer({ min: 0, max: digitsOfLine - 1 }), fc.integer({ min: 1, max: 9 }), ({ line, bytes }, at, by) => {
      const code = lineCode(line, bytes);
      const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);
      expect(readLine(line, wrong)).toBe('check');
      const swapped = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
      if (swapped !== code) expect(readLine(line, swapped)).toBe('check');
    }));
  });

  it('tells a line from its neighbours, and what is too short, too long or no number', () => {
    const code = lineCode(2, new Uint8Array(bytesOfLine).fill(255));
    expect(readLine(3, code)).toBe('place');
    for (const typed of ['', code.slice(1), `${code}0`]) expect(readLine(2, typed)).toBe('length');
    for (const typed of [code.replace(/\d/, 'O'), 'x'.repeat(digitsOfLine)]) expect(readLine(2, typed)).toBe('check');
    // More than twelve bytes, and rightly checked: no sheet has such a line.
    const over = `1${'9'.repeat(29)}`;
    expect(readLine(1, over + String(98n - (BigInt(`${over}00`) % 97n)).padStart(2, '0'))).toBe('check');
    expect(() => lineCode(5, new Uint8Array(bytesOfLine))).toThrow(RangeError);
    expect(() => lineCode(1, new Uint8Array(11))).toThrow(RangeError);
  });
});
