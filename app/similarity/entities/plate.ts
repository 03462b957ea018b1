import { latinCode } from '../homoglyphs.ts';
import type { Finder } from './finder.ts';

/** Plate layouts, `A` a letter and `9` a digit. */
const LAYOUTS: readonly string[] = [
  'A999AA99', 'A999AA999', 'AA99999', // Russian Federation, trailer or taxi
  '999AAA99', '999AA99', 'A999AAA', '999AAA', // Kazakhstan
  '99A999AA', '99999AAA', // Uzbekistan
  '9999AA99', // Tajikistan
  '99AA999AAA', 'A9999AA', // Kyrgyzstan
  '99AA999', // Azerbaijan
  'AA9999AA', 'A9999AA', // Turkmenistan
];
const GROUP = /(?<![\p{L}\p{N}])(?:[\p{Lu}\d]{1,10}|(?=\p{Ll}{0,4}\d)[\p{Ll}\d]{6,10})(?![\p{L}\p{N}])/gu;
const SEPARATOR = /^[ -]?$/;
const MOST_GROUPS = 4;

/** The characters in a layout, O read as 0 and 0 as O where the layout wants it; null where they do not fit. */
function fit(characters: string, layout: string): string | null {
  if (characters.length !== layout.length) return null;
  let out = '';
  for (let i = 0; i < layout.length; i += 1) {
    const char = characters.charAt(i);
    if (layout.charAt(i) === '9') {
      const digit = char === 'O' ? '0' : char;
      if (!/\d/.test(digit)) return null;
      out += digit;
    } else {
      const letter = char === '0' ? 'O' : char;
      if (!/[A-Z]/.test(letter)) return null;
      out += letter;
    }
  }
  return out;
}

function plateOf(text: string): string | null {
  if (text.length < 6 || text.length > 13) return null;
  const characters = latinCode(text.toUpperCase()).replace(/[ -]/g, '');
  if (characters.length < 6 || characters.length > 10 || !/\d.*\d.*\d/.test(characters) || !/[A-Z]/.test(characters)) return null;
  for (const layout of LAYOUTS) {
    const plate = fit(characters, layout);
    if (plate !== null) return plate;
  }
  return null;
}

/** Vehicle plates of the seven States as Latin capitals without separators, whichever alphabet they were typed in. */
export const findPlates: Finder = function* (text) {
  const groups = [...text.matchAll(GROUP)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  for (let i = 0; i < groups.length; i += 1) {
    const first = groups[i];
    if (first === undefined) break;
    let most = 1;
    while (most < MOST_GROUPS) {
      const [last, next] = [groups[i + most - 1], groups[i + most]];
      if (last === undefined || next === undefined || !SEPARATOR.test(text.slice(last.end, next.start))) break;
      most += 1;
    }
    // The longest reading first: «A123BC 77» with its region rather than without.
    for (let size = most; size > 0; size -= 1) {
      const end = groups[i + size - 1]?.end ?? first.end;
      const value = plateOf(text.slice(first.start, end));
      if (value === null) continue;
      yield { kind: 'plate', value, start: first.start, end };
      i += size - 1;
      break;
    }
  }
};
