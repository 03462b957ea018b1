import { expect, it } from 'vitest';
import { minutesBetween, partsOf } from './elapsed.ts';

it('counts whole minutes over midnight, a month and a leap day', () => {
  expect(minutesBetween('2026-05-14T09:00:00', '2026-05-14T09:00:59')).toBe(0);
  expect(minutesBetween('2026-05-14T23:59:00', '2026-05-15T00:00:00')).toBe(1);
  expect(minutesBetween('2028-02-28T12:00:00', '2028-03-01T12:00:00')).toBe(2 * 1440);
});

it('shows nothing elapsed where the clock was set back or the moment is no date', () => {
  expect(minutesBetween('2026-05-14T09:00:00', '2026-05-13T09:00:00')).toBe(0);
  expect(minutesBetween('', '2026-05-13T09:00:00')).toBe(0);
});

it('takes minutes apart', () => {
  expect(partsOf(0)).toEqual({ days: 0, hours: 0, minutes: 0 });
  expect(partsOf(1440)).toEqual({ days: 1, hours: 0, minutes: 0 });
  expect(partsOf(3 * 1440 + 61)).toEqual({ days: 3, hours: 1, minutes: 1 });
});
