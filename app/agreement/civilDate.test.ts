import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, compareDates, dateOf, daysBetween, isCivilDate, isCivilDateTime, laterOf, minutesBetween } from './civilDate.ts';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-04-31', '2027-02-29', '1899-12-31', '0026-01-01', '2026-1-1', '2026-01-01T00:00:00', '٢٠٢٦-٠١-٠١', '', ' 2026-01-01'])('%j is no civil date', (text) => {
  expect(isCivilDate(text)).toBe(false);
  expect(() => addDays(text, 1)).toThrow(RangeError);
});

test.each(['2024-02-29', '2026-12-31', '1900-01-01'])('%s is one', (text) => expect(isCivilDate(text)).toBe(true));

test.each(['2026-05-14T24:00:00', '2026-05-14T10:60:00', '2026-02-30T10:00:00', '2026-05-14 10:00:00', '2026-05-14T10:00', '2026-05-14T10:00:00Z'])('%j is no civil date-time', (text) => {
  expect(isCivilDateTime(text)).toBe(false);
  expect(() => minutesBetween(text, '2026-05-14T10:00:00')).toThrow(RangeError);
  expect(() => minutesBetween('2026-05-14T10:00:00', text)).toThrow(RangeError);
});

describe('months are clamped at their end', () => {
  test.each([
    ['2027-05-31', -3, '2027-02-28'],
    ['2028-05-31', -3, '2028-02-29'],
    ['2027-01-31', 3, '2027-04-30'],
    ['2027-04-30', -3, '2027-01-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-02-28', -2, '2026-12-28'],
    ['2027-01-15', -1, '2026-12-15'],
  ])('%s %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  test('never past the month meant', () => {
    fc.assert(fc.property(day, fc.integer({ min: -400, max: 400 }), (date, months) => {
      const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
      const index = year * 12 + month - 1 + months;
      if (index < 1900 * 12) return;
      const moved = addMonths(date, months);
      expect(isCivilDate(moved)).toBe(true);
      expect(Number(moved.slice(0, 4)) * 12 + Number(moved.slice(5, 7)) - 1).toBe(index);
      expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)));
    }), { seed: 11 });
  });
});

test('days go there and back, and order agrees with the text', () => {
  fc.assert(fc.property(day, day, fc.integer({ min: 0, max: 20_000 }), (a, b, n) => {
    expect(addDays(addDays(a, n), -n)).toBe(a);
    expect(daysBetween(a, addDays(a, n))).toBe(n);
    expect(Math.sign(compareDates(a, b))).toBe(a < b ? -1 : a > b ? 1 : 0);
    expect(laterOf(a, b)).toBe(a > b ? a : b);
  }), { seed: 12 });
});

test('a century without a leap day and one with', () => {
  expect(addDays('1900-02-28', 1)).toBe('1900-03-01');
  expect(addDays('2000-02-28', 1)).toBe('2000-02-29');
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addMonths('1900-01-01', -1)).toThrow(RangeError);
});

test('minutes are whole, rounded down and signed', () => {
  expect(minutesBetween('2026-05-14T10:00:00', '2026-05-14T10:01:59')).toBe(1);
  expect(minutesBetween('2026-05-14T10:00:01', '2026-05-14T10:00:00')).toBe(-1);
  expect(minutesBetween('2026-12-31T23:59:00', '2027-01-01T00:01:00')).toBe(2);
});

test('the date of a date-time', () => {
  expect(dateOf('2026-05-14T23:59:59')).toBe('2026-05-14');
  expect(dateOf('2026-05-14')).toBe('2026-05-14');
  expect(() => dateOf('2026-05-14T99:00:00')).toThrow(RangeError);
});
