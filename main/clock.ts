/** Civil date and time of Almaty, `YYYY-MM-DDTHH:mm:ss`: the Agreement counts civil days, not instants (R23.3). */
export interface Clock {
  now(): string;
}

const almaty = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Almaty', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

export const systemClock: Clock = {
  now: () => almaty.format(new Date()).replace(' ', 'T'),
};

/** A clock that stands where it is put: scenarios play by it. */
export interface SettableClock extends Clock {
  set(at: string): void;
}

export function settableClock(start: string): SettableClock {
  let at = start;
  return { now: () => at, set: (next) => { at = next; } };
}

export const today = (clock: Clock): string => clock.now().slice(0, 10);

/** Whole seconds from one civil date-time to another, at least 0. */
export const secondsBetween = (from: string, to: string): number => Math.max(0, Math.ceil((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000));
