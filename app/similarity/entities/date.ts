import type { FoldedToken } from '../fold.ts';
import type { Entity } from '../feature.ts';
import type { Finder } from './finder.ts';

/** Beginnings of the months' names in folded letters over the eight languages. */
const MONTHS: readonly string[] = [
  'ianv januar kantar', 'fevr febr akpan', 'mart march nauriz', 'aprel april sauir', 'mai mamir', 'iun june mausim',
  'iul juli shilde', 'avgust august tamiz', 'sentabr sentiab septem kirkuek', 'oktiabr oktabr oktober kazan', 'noiabr novem karasha',
  'dekabr dekem jeltoksan',
];
const BY_BEGINNING = new Map<string, [string, number][]>();
for (const [index, names] of MONTHS.entries()) {
  for (const name of names.split(' ')) {
    const beginning = name.slice(0, 3);
    BY_BEGINNING.set(beginning, [...(BY_BEGINNING.get(beginning) ?? []), [name, index + 1]]);
  }
}

const NUMERIC = /(?<![\d./-])(?:(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})|(\d{4})-(\d{2})-(\d{2})|(\d{1,2})-(\d{2})-(\d{4}))(?![\d/-]|\.\d)/g;

/** A civil date `YYYY-MM-DD`, or null when there is no such day. Two-digit years are of this century up to 49. */
function civil(year: number, month: number, day: number): string | null {
  const full = year < 100 ? year + (year < 50 ? 2000 : 1900) : year;
  if (full < 1900 || full > 2100 || month < 1 || month > 12 || day < 1) return null;
  const leap = full % 4 === 0 && (full % 100 !== 0 || full % 400 === 0);
  if (day > ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)) return null;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function monthOf(token: string): number | undefined {
  return BY_BEGINNING.get(token.slice(0, 3))?.find(([name]) => token.startsWith(name))?.[1];
}

const dayOf = (token?: FoldedToken) => (token !== undefined && /^\d{1,2}$/.test(token.token) ? Number(token.token) : undefined);
const yearOf = (token?: FoldedToken) => (token !== undefined && /^(?:19|20)\d\d$/.test(token.token) ? Number(token.token) : undefined);

const ORDINAL = /^(?:umi|um|inchi|nchi|nji|inji|st|nd|rd|th)$/;

/** Day, month in letters and year in any order that the eight languages use, an unimportant word (года, yil) allowed between. */
function* inWords(tokens: readonly FoldedToken[]): Generator<Entity> {
  for (const [i, token] of tokens.entries()) {
    const month = monthOf(token.token);
    if (month === undefined) continue;
    const ordinal = ORDINAL.test(tokens[i - 1]?.token ?? '') ? 2 : 1;
    const dayBefore = dayOf(tokens[i - ordinal]);
    const day = dayBefore ?? dayOf(tokens[i + 1]);
    if (day === undefined) continue;
    const last = dayBefore === undefined ? i + 1 : i;
    const first = dayBefore === undefined ? i : i - ordinal;
    const places = [last + 1, first - 1, first - 2, last + 2];
    const place = places.find((at) => yearOf(tokens[at]) !== undefined);
    const year = place === undefined ? undefined : yearOf(tokens[place]);
    const value = year === undefined ? null : civil(year, month, day);
    if (place === undefined || value === null) continue;
    const from = tokens[Math.min(place, first)] ?? token;
    const to = tokens[Math.max(place, last)] ?? token;
    yield { kind: 'date', value, start: from.start, end: to.end };
  }
}

/** Dates as civil dates, from figures (14.05.2026, 2026-05-14, 14/05/26) and from words (14 мая 2026 года, 2026 yil 14-may). */
export const findDates: Finder = function* (text, tokens) {
  for (const match of text.matchAll(NUMERIC)) {
    const [, d1, m1, y1, y2, m2, d2, d3, m3, y3] = match;
    const value = civil(Number(y1 ?? y2 ?? y3), Number(m1 ?? m2 ?? m3), Number(d1 ?? d2 ?? d3));
    if (value !== null) yield { kind: 'date', value, start: match.index, end: match.index + match[0].length };
  }
  yield* inWords(tokens);
};
