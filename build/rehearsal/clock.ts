import type { Clock } from '#main/clock.ts';

/** The Monday after the demonstration's last act: its overdue notices and pictures are the same whenever one rehearses. */
export const rehearsalStart = '2026-11-23T09:00:00';

/** A clock that starts on `rehearsalStart` and goes on as real time does. */
export function rehearsalClock(elapsed: () => number = () => performance.now()): Clock {
  const begun = elapsed();
  // Civil time without zones: counted in UTC and written without one.
  const start = Date.parse(`${rehearsalStart}Z`);
  return { now: () => new Date(start + (elapsed() - begun)).toISOString().slice(0, 19) };
}
