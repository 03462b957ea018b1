import type { FoldedToken } from '../fold.ts';
import type { Entity } from '../feature.ts';
import { isCommonWord } from '../common-words.ts';
import { stem } from '../stem.ts';
import type { Finder } from './finder.ts';

const QUOTED = /«([^«»\n]{2,60})»|„([^„“”\n]{2,60})[“”]|“([^“”\n]{2,60})”|"([^"\n]{2,60})"/gu;
const CAPITALISED = /^\p{Lu}/u;
const SENTENCE_END = /[.!?:;\n\r(«„“"]\s*$/u;

/** The words of a stretch of text; `tokens` are in order, so a binary search finds the first. */
function within(tokens: readonly FoldedToken[], start: number, end: number): FoldedToken[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? end) < start) low = middle + 1;
    else high = middle;
  }
  const found: FoldedToken[] = [];
  for (let i = low; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.end > end) break;
    found.push(token);
  }
  return found;
}

function isShouted(text: string): boolean {
  const letters = text.slice(0, 600).replace(/[^\p{Lu}\p{Ll}]/gu, '');
  return letters.replace(/\p{Ll}/gu, '').length > letters.length / 2;
}

/** Proper names: in quotation marks (up to four words, one capitalised), or a capitalised word inside a sentence; stemmed. */
export const findNames: Finder = function* (text, tokens) {
  for (const match of text.matchAll(QUOTED)) {
    const inner = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const words = within(tokens, match.index + 1, match.index + 1 + inner.length);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined || words.length > 4) continue;
    if (!words.some(({ start, token }) => CAPITALISED.test(text.slice(start, start + 2)) && token.length > 1)) continue;
    yield { kind: 'name', value: words.map(({ token }) => stem(token)).join(' '), start: first.start, end: last.end } satisfies Entity;
  }
  if (isShouted(text)) return;
  for (const { token, start, end } of tokens) {
    if (token.length < 4 || /\d/.test(token) || isCommonWord(token) || !CAPITALISED.test(text.slice(start, start + 2))) continue;
    if (start === 0 || SENTENCE_END.test(text.slice(Math.max(0, start - 4), start))) continue;
    yield { kind: 'name', value: stem(token), start, end };
  }
};
