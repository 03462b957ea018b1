/** Longest word the fold looks at as one; longer runs are cut so that the work stays linear in the text. */
export const MAX_TOKEN = 64;

export type Word = { word: string; start: number; end: number };

const APOSTROPHE = "['’‘`´′]";
const INVISIBLE = '[\\u00AD\\u034F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]';
const RUN = `[\\p{L}\\p{N}\\p{M}]{1,${MAX_TOKEN}}`;
// A hyphen at the end of a line followed by a small letter belongs to a divided word.
const DIVIDED = '(?<=\\p{L})[-‐]\\r?\\n[ \\t]{0,16}(?=\\p{Ll})';
// Both repetitions are bounded: unbounded ones overflow the stack of the regular-expression engine on hostile texts.
const WORD = new RegExp(`${RUN}(?:(?:(?<=\\p{L})${APOSTROPHE}(?=\\p{L})|${INVISIBLE}{1,8}|${DIVIDED})${RUN}){0,12}`, 'gu');

/** The words of a text with their places in it; apostrophes inside, invisible characters and line-end hyphens stay inside. */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const whole = match[0];
    if (whole.length <= MAX_TOKEN) {
      yield { word: whole, start, end: start + whole.length };
      continue;
    }
    let from = 0;
    while (from < whole.length) {
      let to = Math.min(from + MAX_TOKEN, whole.length);
      const last = whole.charCodeAt(to - 1);
      if (to < whole.length && last >= 0xd800 && last < 0xdc00) to -= 1;
      yield { word: whole.slice(from, to), start: start + from, end: start + to };
      from = to;
    }
  }
}
