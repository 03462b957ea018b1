import { describe, expect, it } from 'vitest';
import { requisiteDate, requisiteDateTime } from './dates.ts';
import { documentFileName } from './file-name.ts';

describe('dates of requisites', () => {
  it('writes day, month, year', () => {
    expect(requisiteDate('2026-05-04')).toBe('04.05.2026');
    expect(requisiteDateTime('2026-05-04T09:05:59')).toBe('04.05.2026, 09:05');
    expect(requisiteDate('')).toBe('');
  });
  it('refuses what is no civil date', () => {
    for (const text of ['04.05.2026', '2026-5-4', '2026-05-04T9:05', '2026-05-04Z', ' 2026-05-04']) {
      expect(() => requisiteDate(text), text).toThrow(RangeError);
    }
  });
});

describe('names of files on a medium', () => {
  it('say package and running number only', () => {
    expect(documentFileName('26-000008', 3, 'pdf')).toBe('26-000008-003.pdf');
    expect(documentFileName('П-77', 12, 'txt')).toBe('77-012.txt');
  });
  it('are no path, whatever the number is', () => {
    expect(documentFileName('../../etc', 1, 'pdf')).toBe('etc-001.pdf');
    expect(documentFileName('№ \u202E', 1, 'pdf')).toBe('package-001.pdf');
  });
});
