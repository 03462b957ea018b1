import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import en from 'dayjs/locale/en.js';
import kk from 'dayjs/locale/kk.js';
import ru from 'dayjs/locale/ru.js';
import { isCivilDate } from '#app/agreement/civilDate.ts';
import type { Language } from './plurals.ts';

dayjs.extend(customParseFormat);

const pad = (n: number | string) => String(n).padStart(2, '0');

/**
 * Reads what an officer typed: `221126`, `22112026`, `22.11.26`, `22/11/2026`, `2026-11-22`, `2211` (of
 * the year of `today`), `22` (of its month). Two-digit years are of 20xx, no further than one year ahead; else 19xx.
 * Answers a civil date `YYYY-MM-DD`, or undefined for what is no date.
 */
export function readTypedDate(typed: string, today: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const thisYear = today.slice(0, 4);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  let parts: [string, string, string] | undefined;
  if (iso) parts = [iso[3] ?? '', iso[2] ?? '', iso[1] ?? ''];
  else if (/^\d+$/.test(text)) {
    if (text.length === 8) parts = [text.slice(0, 2), text.slice(2, 4), text.slice(4)];
    else if (text.length === 6) parts = [text.slice(0, 2), text.slice(2, 4), text.slice(4)];
    else if (text.length === 4) parts = [text.slice(0, 2), text.slice(2), thisYear];
    else if (text.length <= 2) parts = [text, today.slice(5, 7), thisYear];
  } else {
    const split = /^(\d{1,2})[.,/\- ](\d{1,2})(?:[.,/\- ](\d{2}|\d{4}))?\.?$/.exec(text);
    if (split) parts = [split[1] ?? '', split[2] ?? '', split[3] ?? thisYear];
  }
  if (!parts) return undefined;
  const [day, month, typedYear] = parts;
  const year = typedYear.length === 2
    ? Number(typedYear) <= (Number(thisYear) + 1) % 100 ? `20${typedYear}` : `19${typedYear}`
    : typedYear;
  const civil = `${year}-${pad(month)}-${pad(day)}`;
  return isCivilDate(civil) ? civil : undefined;
}

/** `930` or `9:30` or `0930` to `09:30`; undefined for what is no time of day. */
export function readTypedTime(typed: string): string | undefined {
  const text = typed.trim();
  const found = /^(\d{1,2})[:.,\- ](\d{2})$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? /^(\d{1,2})()$/.exec(text);
  if (!found) return undefined;
  const hours = Number(found[1]);
  const minutes = Number(found[2] === '' ? '0' : found[2]);
  return hours < 24 && minutes < 60 ? `${pad(hours)}:${pad(minutes)}` : undefined;
}

/** `2026-11-22` or `2026-11-22T14:32:10` to `22.11.2026`: the way all three languages write dates on forms. */
export const showDate = (civil: string): string =>
  isCivilDate(civil.slice(0, 10)) ? `${civil.slice(8, 10)}.${civil.slice(5, 7)}.${civil.slice(0, 4)}` : civil;

/** `2026-11-22T14:32:10` to `22.11.2026 14:32`. */
export const showDateTime = (civil: string): string =>
  civil.length >= 16 ? `${showDate(civil)} ${civil.slice(11, 16)}` : showDate(civil);

/** In words, from dayjs' own tables: `22 ноября 2026 г.`, `2026 ж. 22 қараша`, `22 November 2026`. */
export function showDateInWords(civil: string, language: Language): string {
  const day = dayjs(civil.slice(0, 10), 'YYYY-MM-DD', true).locale({ ru, kk, en }[language]);
  if (!day.isValid()) return civil;
  if (language === 'ru') return `${day.format('D MMMM YYYY')} г.`;
  if (language === 'kk') return `${day.format('YYYY')} ж. ${day.format('D MMMM').toLowerCase()}`;
  return day.format('D MMMM YYYY');
}

/** Whole seconds from one civil date and time to another; 0 when either is none. */
export function secondsBetween(earlier: string, later: string): number {
  const read = (civil: string) => dayjs(civil, 'YYYY-MM-DDTHH:mm:ss', true);
  const seconds = read(later).diff(read(earlier), 'second');
  return Number.isFinite(seconds) ? seconds : 0;
}

/** Groups of three with a narrow no-break space: `100 000`. */
export const showNumber = (n: number): string => String(Math.trunc(n)).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');

const kibi = 1024;
/** `1.4 MB` with the decimal comma outside English; 1024 to the step, as file managers do. */
export function showSize(bytes: number, language: Language): string {
  const units = language === 'en' ? ['B', 'KB', 'MB', 'GB'] : ['Б', 'КБ', 'МБ', 'ГБ'];
  let size = bytes;
  let step = 0;
  while (size >= kibi && step < units.length - 1) { size /= kibi; step += 1; }
  const digits = step === 0 || size >= 100 ? size.toFixed(0) : size.toFixed(1);
  return `${language === 'en' ? digits : digits.replace('.', ',')} ${units[step] ?? ''}`;
}
