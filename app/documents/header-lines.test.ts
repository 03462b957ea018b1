import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerLines, lineDigits, readHeaderLines } from './header-lines.ts';

const bytes = fc.uint8Array({ minLength: 0, maxLength: 700 });
const grouped = (line: string): string => line.match(/.{6}/g)?.join(' ') ?? '';

describe('the lines of a printed header', () => {
  it('give its bytes back, in any order, grouped, doubled, and several in a row as a scanner reads them', () => {
    fc.assert(fc.property(bytes, fc.nat(), (whole, turn) => {
      const lines = headerLines(whole);
      for (const line of lines) expect(line).toMatch(new RegExp(`^\\d{${lineDigits}}$`));
      const turned = [...lines.slice(turn % lines.length), ...lines.slice(0, turn % lines.length)];
      for (const typed of [turned.join('\n'), turned.map(grouped).join('\r\n'), `${turned.join('')}\n\n${lines[0] ?? ''}`]) {
        expect(readHeaderLines(typed)).toEqual({ bytes: whole, of: lines.length, wrong: [], missing: [] });
      }
    }), { seed: 5, numRuns: 40 });
  });

  it('name the line in which a digit is wrong, two were swapped, or one is missing', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 60, maxLength: 200 }), fc.nat(), fc.nat(lineDigits - 2), fc.integer({ min: 1, max: 9 }), (whole, which, at, by) => {
      const lines = headerLines(whole);
      const row = which % lines.length;
      const line = lines[row] ?? '';
      const swapped = line.slice(0, at) + (line[at + 1] ?? '') + (line[at] ?? '') + line.slice(at + 2);
      for (const bad of [line.slice(0, at) + String((Number(line[at]) + by) % 10) + line.slice(at + 1), line.slice(0, at) + line.slice(at + 1), ...(swapped === line ? [] : [swapped])]) {
        const read = readHeaderLines(lines.with(row, bad).join('\n'));
        expect(read.bytes).toBeUndefined();
        expect(read.wrong.map((one) => one.row)).toEqual([row + 1]);
        expect(read.missing).toEqual([row + 1]);
      }
    }), { seed: 5, numRuns: 60 });
  });

  it('say which are missing, and that lines of another paper do not belong to these', () => {
    const lines = headerLines(new Uint8Array(100).fill(7));
    expect(readHeaderLines(lines.filter((_, at) => at !== 1 && at !== 3).join('\n'))).toMatchObject({ bytes: undefined, of: 5, missing: [2, 4], wrong: [] });
    const other = headerLines(new Uint8Array(300).fill(7));
    expect(readHeaderLines([...lines, other[0]].join('\n')).wrong).toEqual([{ row: 6, line: 1 }]);
    expect(readHeaderLines('письмо')).toEqual({ bytes: undefined, of: 0, missing: [], wrong: [{ row: 1, line: null }] });
    expect(readHeaderLines('')).toEqual({ bytes: undefined, of: 0, missing: [], wrong: [] });
    expect(() => headerLines(new Uint8Array(24_000))).toThrow(RangeError);
  });
});
