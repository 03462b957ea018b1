import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultsOfSeries, formatNumber, nextInSeries, parseNumber, seriesKey } from './numbering.ts';
import type { Numbered } from './numbering.ts';
import { carrierCode, checkDigit, printedCarrierCode, readCarrierCode } from './carrierCode.ts';

test.each<[Numbered, string]>([
  [{ kind: 'material', body: 'UZ-01', degree: 'LOWER', year: 2026, n: 7 }, 'UZ-01/02/2026/0007'],
  [{ kind: 'material', body: 'CENTRE', degree: 'UPPER', year: 2026, n: 12345 }, 'CENTRE/001/2026/12345'],
  [{ kind: 'outgoing', body: 'UZ-01', year: 2026, n: 3 }, 'UZ-01/S/2026/0003'],
  [{ kind: 'packageIn', body: 'TJ-01', year: 2026, n: 12 }, 'TJ-01/R/2026/0012'],
  [{ kind: 'packageOut', body: 'KG-01', year: 2026, n: 4 }, 'KG-01/P/2026/0004'],
])('%j is written %s and read back', (numbered, text) => {
  expect(formatNumber(numbered)).toBe(text);
  expect(parseNumber(text)).toEqual(numbered);
  expect(text.startsWith(seriesKey(numbered))).toBe(true);
});

test.each(['UZ-01/2/2026/0007', 'UZ-01/002/2026/0007', 'UZ-01/02/2026/7', 'UZ-01/02/2026/0000', 'UZ-01/02/2026/00007', 'uz-01/02/2026/0007', 'UZ-01/02/2026/0007 ', 'UZ-01/T/2026/0001', ''])('%j is no number of ours', (text) => {
  expect(parseNumber(text)).toBeNull();
});

test('a number that could not be read back is never written', () => {
  for (const n of [0, -1, 1.5, Number.NaN]) expect(() => formatNumber({ kind: 'outgoing', body: 'UZ-01', year: 2026, n })).toThrow(RangeError);
  expect(() => formatNumber({ kind: 'outgoing', body: 'UZ-01/02', year: 2026, n: 1 })).toThrow(RangeError);
});

test('a series is gap-free, and its faults are found', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), (count) => {
    const taken: number[] = [];
    for (let i = 0; i < count; i += 1) taken.push(nextInSeries(taken));
    expect(faultsOfSeries(taken)).toEqual({ missing: [], doubled: [] });
  }), { seed: 31 });
  expect(faultsOfSeries([1, 2, 5, 2])).toEqual({ missing: [3, 4], doubled: [2] });
});

test('the check digit agrees with the worked example of ISO/IEC 7064 (0794 gives 5)', () => {
  expect(checkDigit('0794')).toBe('5');
  expect(() => checkDigit('')).toThrow(RangeError);
  expect(() => checkDigit('07a4')).toThrow(RangeError);
});

test('every single wrong digit is found, and nearly every swap of neighbours', () => {
  const payload = fc.integer({ min: 0, max: 999_999_999 }).map((n) => String(n).padStart(9, '0'));
  fc.assert(fc.property(payload, fc.nat(9), fc.integer({ min: 1, max: 9 }), (text, at, shift) => {
    const code = carrierCode(text);
    expect(readCarrierCode(printedCarrierCode(code))).toEqual({ kind: 'code', code });
    const wrong = code.slice(0, at) + String((Number(code[at]) + shift) % 10) + code.slice(at + 1);
    expect(readCarrierCode(wrong)).toEqual({ kind: 'wrongCheckDigit' });
  }), { seed: 32, numRuns: 500 });
});

test('what is not ten digits is no code', () => {
  for (const typed of ['', '12345', '12345678901', '123456789O', '１２３４５６７８９０']) expect(readCarrierCode(typed)).toEqual({ kind: 'malformed' });
  expect(() => carrierCode('12')).toThrow(RangeError);
  expect(printedCarrierCode('1234567890')).toBe('1234 567 890');
  expect(readCarrierCode(` ${carrierCode('123456789').replace(/^(\d{4})/, '$1–')} `).kind).toBe('code');
});
