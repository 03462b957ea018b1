import { fill } from './placeholders.ts';
import type { Wording } from './wording.ts';

function parts(civil: string): { year: string; month: string; day: string; time: string } {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?$/.exec(civil);
  if (!match) throw new RangeError('not a civil date');
  const [, year = '', month = '', day = '', time = ''] = match;
  return { year, month, day, time };
}

/** Requisites' form of a civil date, `14.05.2026`; an empty string stays empty. Throws RangeError. */
export function requisiteDate(civil: string): string {
  if (civil === '') return '';
  const { year, month, day } = parts(civil);
  return `${day}.${month}.${year}`;
}

/** `14.05.2026, 09:30` of a civil date-time of Almaty. */
export function requisiteDateTime(civil: string): string {
  const { time } = parts(civil);
  return time === '' ? requisiteDate(civil) : `${requisiteDate(civil)}, ${time}`;
}

/** A letter's form: «14 мая 2026 г.». The months are wording: no platform tables, which lack Kazakh. */
export function letterDate(words: Wording, civil: string): string {
  const { year, month, day } = parts(civil);
  const name = words.months[Number(month) - 1];
  if (name === undefined) throw new RangeError('not a civil date');
  return fill(words.common.longDate, { day: Number(day), month: name, year });
}
