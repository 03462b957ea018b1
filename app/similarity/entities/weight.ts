import { fold } from '../fold.ts';
import type { Finder } from './finder.ts';

type Unit = { unit: string; factor: number; words: string };

/** Units by what they measure: grams, millilitres, pieces, money. Words are in folded letters, whole or as a beginning (`*`). */
const UNITS: readonly Unit[] = [
  { unit: 'g', factor: 1000, words: 'kg kilo kilogram*' },
  { unit: 'g', factor: 1, words: 'g gr gram*' },
  { unit: 'g', factor: 0.001, words: 'mg miligram*' },
  { unit: 'g', factor: 1_000_000, words: 't ton tona tonu ton*' },
  { unit: 'ml', factor: 1000, words: 'l litr* liter* litre*' },
  { unit: 'ml', factor: 1, words: 'ml mililitr*' },
  { unit: 'pcs', factor: 1, words: 'sht shtuk* dona dana* pks pcs pieke* tablet* ampul* kapsul*' },
  { unit: 'usd', factor: 1, words: 'usd dolar* $' },
  { unit: 'kzt', factor: 1, words: 'kzt tene* tenge*' },
  { unit: 'uzs', factor: 1, words: 'uzs sum som*' },
  { unit: 'rub', factor: 1, words: 'rub rubl*' },
];
const WHOLE = new Map<string, Unit>();
const BEGINNINGS: [string, Unit][] = [];
for (const unit of UNITS) {
  for (const word of unit.words.split(' ')) {
    if (word.endsWith('*')) BEGINNINGS.push([word.slice(0, -1), unit]);
    else WHOLE.set(word, unit);
  }
}
const SCALES: readonly (readonly [RegExp, number])[] = [[/^(?:tis|min|ming|mun|hazor|thousand)/, 1000], [/^(?:mln|milion)/, 1_000_000]];

const AMOUNT = /(?<![\p{L}\p{N}.,/])(\d{1,3}(?:[ \u00A0]\d{3}){1,3}(?:[.,]\d{1,3})?|\d{1,9}(?:[.,]\d{1,3})?)[ \u00A0-]{0,2}((?:\p{L}{1,12}\.? ){0,1}(?:\p{L}{1,16}|\$))/gu;

function unitOf(word: string): Unit | undefined {
  const folded = word === '$' ? '$' : fold(word);
  return WHOLE.get(folded) ?? BEGINNINGS.find(([beginning]) => folded.startsWith(beginning))?.[1];
}

/** Amounts with a unit (`g 12500`, `ml 500`, `pcs 30`, `usd 4000`): masses in grams, volumes in millilitres. */
export const findWeights: Finder = function* (text) {
  for (const match of text.matchAll(AMOUNT)) {
    const number = Number((match[1] ?? '').replace(/[ \u00A0]/g, '').replace(',', '.'));
    const words = (match[2] ?? '').split(' ');
    const [first = '', second = ''] = words;
    const scale = SCALES.find(([pattern]) => pattern.test(fold(first)))?.[1];
    const unit = scale === undefined ? unitOf(first) : unitOf(second);
    if (unit === undefined || !(number > 0)) continue;
    // «1985 г.» is a year, not grams.
    if (unit.unit === 'g' && unit.factor === 1 && /^(?:19|20)\d\d$/.test(match[1] ?? '')) continue;
    const value = `${unit.unit} ${Number((number * unit.factor * (scale ?? 1)).toPrecision(9))}`;
    const whole = match[0];
    const end = match.index + (scale === undefined && words.length > 1 ? whole.length - second.length - 1 : whole.length);
    yield { kind: 'weight', value, start: match.index, end };
  }
};
