/**
 * Civil dates of Almaty, `YYYY-MM-DD`, and civil date-times, `YYYY-MM-DDTHH:mm:ss` (R23.3): the clocks of
 * Art. 20 to 23 count calendar days, so no zone and no hour of the day may ever shift one of them.
 * Every function but the `is...` ones throws RangeError on a text that is not a real date.
 */
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/;
const msPerDay = 86_400_000;
/** Below 100 `Date.UTC` means 19xx; no document of the registry is that old anyway. */
const earliestYear = 1900;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function partsOf(text: string): Parts | null {
  const match = datePattern.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < earliestYear || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

function need(text: string): Parts {
  const parts = partsOf(text);
  if (parts === null) throw new RangeError('not a civil date');
  return parts;
}

function format(year: number, month: number, day: number): string {
  if (year < earliestYear || year > 9999) throw new RangeError('civil date out of range');
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dayNumber({ year, month, day }: Parts): number {
  return Date.UTC(year, month - 1, day) / msPerDay;
}

/** A real calendar date: `2026-02-30` is not one. */
export function isCivilDate(text: string): boolean {
  return partsOf(text) !== null;
}

export function isCivilDateTime(text: string): boolean {
  const match = timePattern.exec(text);
  return match?.[1] !== undefined && isCivilDate(match[1]);
}

export function addDays(date: string, days: number): string {
  const moved = new Date((dayNumber(need(date)) + days) * msPerDay);
  return format(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** Clamped to the end of a shorter month: 2027-05-31 minus 3 is 2027-02-28 (Art. 22; R22.1). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = need(date);
  const index = year * 12 + (month - 1) + months;
  const [targetYear, targetMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return format(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Negative when `a` is earlier, zero on the same day, positive when later. */
export function compareDates(a: string, b: string): number {
  return dayNumber(need(a)) - dayNumber(need(b));
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return compareDates(b, a);
}

export function laterOf(a: string, b: string): string {
  return compareDates(a, b) >= 0 ? a : b;
}

/** The date of a civil date-time; a civil date is given back as it is. */
export function dateOf(dateTime: string): string {
  if (isCivilDate(dateTime)) return dateTime;
  if (!isCivilDateTime(dateTime)) throw new RangeError('not a civil date-time');
  return dateTime.slice(0, 10);
}

/** Whole minutes from `a` to `b`, rounded down; negative when `b` is earlier. */
export function minutesBetween(a: string, b: string): number {
  if (!isCivilDateTime(a) || !isCivilDateTime(b)) throw new RangeError('not a civil date-time');
  return Math.floor((Date.parse(`${b}Z`) - Date.parse(`${a}Z`)) / 60_000);
}
