const minute = 60_000;

/** Whole minutes between two civil date-times of one place; 0 when the second comes first. */
export function minutesBetween(from: string, to: string): number {
  const at = (civil: string) => Date.parse(`${civil}Z`);
  const minutes = Math.floor((at(to) - at(from)) / minute);
  return Number.isFinite(minutes) ? Math.max(0, minutes) : 0;
}

/** Days, hours and minutes, as the clock shows them. */
export const partsOf = (minutes: number): { readonly days: number; readonly hours: number; readonly minutes: number } =>
  ({ days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 });

/** From this many minutes on the clock is red: the Centre's own term, the Agreement says "immediately" (Art. 14). */
export const redAfter = 24 * 60;
