import type { Finder } from './finder.ts';

const DECIMAL = /(?<![\d.,])(-?\d{1,2}[.]\d{3,8})°? ?[NС]?[,; ] {0,2}(-?\d{1,3}[.]\d{3,8})°? ?[EВ]?(?![\d.])/g;
const SEXAGESIMAL = /(?<!\d)(\d{1,2})° ?(\d{1,2})['′’] ?(?:(\d{1,2}(?:[.,]\d{1,3})?)["″”] ?)?(?:N|с\. ?ш\.?)?[,; ] {0,2}(\d{1,3})° ?(\d{1,2})['′’] ?(?:(\d{1,2}(?:[.,]\d{1,3})?)["″”])?/giu;

const degrees = (d?: string, m?: string, s?: string) => Number(d) + Number(m) / 60 + Number((s ?? '0').replace(',', '.')) / 3600;

/** Places on the map as `latitude longitude` to a hundredth of a degree (about a kilometre): two writers seldom agree better. */
export const findCoordinates: Finder = function* (text) {
  const found: [RegExpMatchArray, number, number][] = [];
  for (const match of text.matchAll(DECIMAL)) found.push([match, Number(match[1]), Number(match[2])]);
  for (const match of text.matchAll(SEXAGESIMAL)) {
    found.push([match, degrees(match[1], match[2], match[3]), degrees(match[4], match[5], match[6])]);
  }
  for (const [match, latitude, longitude] of found) {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) continue;
    const start = match.index ?? 0;
    yield { kind: 'coordinate', value: `${latitude.toFixed(2)} ${longitude.toFixed(2)}`, start, end: start + match[0].trimEnd().length };
  }
};
