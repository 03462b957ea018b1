import { digitsOf } from './finder.ts';
import type { Finder } from './finder.ts';

// Country codes of the seven States and the long-distance 8; a plus sign admits any country.
const PHONE = /(?<![\d+])(?:\+\d{1,3}|8|7|99[234568])[ \-(]{0,3}\d{2,3}[ \-)]{0,3}\d{2,3}(?:[ -]?\d{2,3}){1,3}(?!\d)/g;
const TOLD = /(?:тел|tel|phone|телефон\p{L}*|telefon\p{L}*|whatsapp|telegram)[.:№ ]{0,3}(\d(?:[ \-()]{0,2}\d){8,12})(?!\d)/giu;

/** Telephone numbers as their last nine digits: country and long-distance codes differ between writers. */
export const findPhones: Finder = function* (text) {
  for (const match of text.matchAll(PHONE)) {
    const digits = digitsOf(match[0]);
    const wanted = match[0].startsWith('+') ? [10, 11, 12, 13, 14, 15] : digits.startsWith('99') ? [12] : [11];
    if (!wanted.includes(digits.length)) continue;
    yield { kind: 'phone', value: digits.slice(-9), start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(TOLD)) {
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    yield { kind: 'phone', value: digitsOf(number).slice(-9), start: end - number.length, end };
  }
};
