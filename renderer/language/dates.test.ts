import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCivilDate } from '#app/agreement/civilDate.ts';
import { readTypedDate, readTypedTime, showDate, showDateInWords, showDateTime, showNumber, showSize } from './dates.ts';

const today = '2026-11-22';

describe('dates as typed', () => {
  it.each([
    ['221126', '2026-11-22'], ['22112026', '2026-11-22'], ['22.11.26', '2026-11-22'], ['22.11.2026', '2026-11-22'], ['22/11/2026', '2026-11-22'],
    ['22,11,26', '2026-11-22'], ['1.2.26', '2026-02-01'], ['2026-11-22', '2026-11-22'], [' 221126 ', '2026-11-22'],
    ['0112', '2026-12-01'], ['05', '2026-11-05'], ['5', '2026-11-05'], ['01.12', '2026-12-01'], ['01.12.', '2026-12-01'],
    ['290224', '2024-02-29'], ['010127', '2027-01-01'], ['010128', '1928-01-01'],
  ])('reads %s as %s', (typed, civil) => expect(readTypedDate(typed, today)).toBe(civil));

  it.each(['', '  ', '310226', '290226', '321126', '221326', '00', '000000', '22.11.2', '2211202', '22.11.2026.1', 'вчера', '2026-13-01', '22-11-26x', '٢٢١١٢٦', '-22.11.26'])(
    'takes %j for no date', (typed) => expect(readTypedDate(typed, today)).toBeUndefined());

  it('never answers anything but a date of the calendar', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9./\- ]{0,12}$/)), (typed) => {
      const read = readTypedDate(typed, today);
      return read === undefined || isCivilDate(read);
    }), { seed: 408, numRuns: 2000 });
  });

  it('reads back what it shows', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (y, m, d) => {
      const civil = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
      return readTypedDate(showDate(civil), today) === civil;
    }), { seed: 408 });
  });
});

describe('times as typed', () => {
  it.each([['0930', '09:30'], ['930', '09:30'], ['9:30', '09:30'], ['09.30', '09:30'], ['9', '09:00'], ['00:00', '00:00'], ['2359', '23:59']])('reads %s as %s', (typed, time) => expect(readTypedTime(typed)).toBe(time));
  it.each(['', '24', '2400', '9:60', '99999', '9:3', 'полдень'])('takes %j for no time', (typed) => expect(readTypedTime(typed)).toBeUndefined());
});

describe('dates as shown', () => {
  it('needs no tables of the browser', () => {
    expect(showDateTime('2026-11-22T14:32:10')).toBe('22.11.2026 14:32');
    expect(showDateInWords('2026-11-02', 'ru')).toBe('2 ноября 2026 г.');
    expect(showDateInWords('2026-11-02', 'kk')).toBe('2026 ж. 2 қараша');
    expect(showDateInWords('2026-11-02', 'en')).toBe('2 November 2026');
  });
  it('leaves alone what is no date', () => expect(showDate('31.02.2026')).toBe('31.02.2026'));
  it('groups numbers and names sizes', () => {
    expect(showNumber(100_000)).toBe('100\u202f000');
    expect(showSize(0, 'ru')).toBe('0 Б');
    expect(showSize(1536, 'kk')).toBe('1,5 КБ');
    expect(showSize(2 * 1024 ** 3, 'en')).toBe('2.0 GB');
  });
});
