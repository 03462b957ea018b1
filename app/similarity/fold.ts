import { isAzeriText, latinLetters, settle } from './alphabet.ts';
import { repairHomoglyphs } from './homoglyphs.ts';
import { MAX_TOKEN, wordsOf } from './words.ts';

/** A folded word and where it stands in the original text, in UTF-16 units, end exclusive. */
export type FoldedToken = { token: string; start: number; end: number };

// Soft hyphens, direction marks, divided-word hyphens: everything that is neither letter, mark, digit nor apostrophe.
// Words of one script and no marks, nearly all of any text, need no repair.
const UNMIXED = /^(?:[a-zA-Z]+|[а-яёәғқңөұүһіӣӯҳҷўА-ЯЁӘҒҚҢӨҰҮҺІӢӮҲҶЎ]+)$/;
const PLAIN_WORD = /^[a-z0-9]*$/;
const NOISE = /[^\p{L}\p{N}\p{M}'’‘`´′]/gu;

/** Settled and no longer than a word may be; what was cut is settled again, what was not stands already. */
function settled(latin: string): string {
  const whole = settle(latin);
  return whole.length <= MAX_TOKEN ? whole : settle(whole.slice(0, MAX_TOKEN));
}

/** One word in the fold: `a-z0-9` for the eight languages, other scripts in lower case without marks; '' if nothing is left. */
function foldWord(word: string, azeri: boolean): string {
  if (UNMIXED.test(word)) return settled(latinLetters(word, azeri));
  let before = word;
  for (let pass = 0; ; pass += 1) {
    const bare = repairHomoglyphs(before.normalize('NFKC').replace(NOISE, ''));
    const after = settled(latinLetters(bare, azeri));
    // Words of the eight alphabets stand still at once; exotic letters may need a second look after losing their marks.
    if (after === before || PLAIN_WORD.test(after) || pass === 4) return after;
    before = after;
  }
}

/**
 * The words of a text in one phonetic Latin fold shared by ru, kk, ky, tg, uz, az, tk and en, so that «Оқтеппа», "Oqtepa"
 * and "Oktepa" meet. Linear in the text. Words above 64 characters are cut into pieces. `known` may keep folded words from one text to
 * the next, where words may be kept: apart for texts of which `isAzeriText` says otherwise.
 */
export function foldTokens(text: string, known = new Map<string, string>()): FoldedToken[] {
  const azeri = isAzeriText(text);
  const tokens: FoldedToken[] = [];
  for (const { word, start, end } of wordsOf(text)) {
    let token = known.get(word);
    if (token === undefined) {
      token = foldWord(word, azeri);
      known.set(word, token);
    }
    if (token !== '') tokens.push({ token, start, end });
  }
  return tokens;
}

/** The folded words joined by single spaces: what the full-text index stores. `fold(fold(x)) === fold(x)`. */
export function fold(text: string): string {
  return foldTokens(text).map(({ token }) => token).join(' ');
}

const MAX_TERMS = 32;
const QUOTED = /"([^"]*)"|«([^»]*)»|[„“”]([^„“”]*)[“”]/gu;

/**
 * The terms of a search typed by an officer, at most 32: each a folded word, or a phrase (folded words with single spaces
 * between) where the officer used quotation marks. Terms hold no quotation mark or operator character; a caller that wraps
 * each in double quotes cannot be injected into.
 */
export function searchTerms(query: string): string[] {
  const terms = new Set<string>();
  let from = 0;
  for (const match of query.matchAll(QUOTED)) {
    for (const { token } of foldTokens(query.slice(from, match.index))) terms.add(token);
    const phrase = fold(match[1] ?? match[2] ?? match[3] ?? '');
    if (phrase !== '') terms.add(phrase);
    from = match.index + match[0].length;
  }
  for (const { token } of foldTokens(query.slice(from))) terms.add(token);
  return [...terms].slice(0, MAX_TERMS);
}

/** The terms as an FTS5 MATCH expression, every term a quoted prefix, all required; null when the query holds no word. */
export function matchExpression(query: string): string | null {
  const terms = searchTerms(query);
  return terms.length === 0 ? null : terms.map((term) => `"${term}"*`).join(' AND ');
}
