import { fold } from '../fold.ts';
import type { FoldedToken } from '../fold.ts';
import type { Entity } from '../feature.ts';
import { nameSkeleton } from '../stem.ts';
import { isCommonWord } from '../common-words.ts';
import type { Finder } from './finder.ts';

const CAPITALISED = /^\p{Lu}[\p{Ll}\p{M}ʻʼ'’‘`]+$/u;
const PATRONYMIC = /(?:ovich|evich|ich|ovna|evna|inichna)(?:a|u|em|om|e|i|oi)?$/;
const KINSHIP = /^(?:ogli|ugli|oglu|uli|uulu|kizi|kizu|gizi|zoda|zade)$/;
const TURKIC_CASE = /(?:ni|di|ti|nu|du|tu|da|de|ta|te|ga|ge|ka|ke|dan|den|tan|ten|nin|din|tin)$/;
const SENTENCE_END = /[.!?:;\n\r]\s*$/u;
const BETWEEN = /^[ \u00A0]{1,2}$/;
const INITIALS = /^[ \u00A0]?(\p{Lu})\.(?:[ \u00A0]?\p{Lu}\.)?/u;
const INITIALS_BEFORE = /(?:^|[^\p{L}])(\p{Lu})\.(?:[ \u00A0]?\p{Lu}\.)?[ \u00A0]?$/u;
const SURNAME = /(?:ov|ev|in|un|ski|zoda|zade|li|ian|enko|baev|bekov)(?:a|u|im|om|oi|nin|ga|ka|ni|dan|nun|dun)?$/;

/** Runs of capitalised words parted by single spaces, common words (titles, sentence openings) left out. */
function* runs(text: string, tokens: readonly FoldedToken[]): Generator<FoldedToken[]> {
  let run: FoldedToken[] = [];
  for (const token of tokens) {
    const last = run.at(-1);
    const joined = last !== undefined && BETWEEN.test(text.slice(last.end, token.start));
    const word = text.slice(token.start, token.end);
    const isName = token.token.length >= 3 && CAPITALISED.test(word) && !isCommonWord(token.token);
    if (joined && (isName || KINSHIP.test(token.token))) run.push(token);
    else {
      if (run.length > 0) yield run;
      run = isName ? [token] : [];
    }
  }
  if (run.length > 0) yield run;
}

/** «Ақшаны Кумов Нурлан берді»: a word in a Turkic case that opens a sentence before two names is not a name itself. */
function opensSentence(text: string, run: readonly FoldedToken[]): boolean {
  const [first, , third] = run;
  if (first === undefined || third === undefined || !TURKIC_CASE.test(first.token)) return false;
  if (SURNAME.test(first.token) || run.some(({ token }) => PATRONYMIC.test(token))) return false;
  return first.start === 0 || SENTENCE_END.test(text.slice(Math.max(0, first.start - 4), first.start));
}

function pair(a: FoldedToken, b: FoldedToken): Entity | null {
  const keys = [nameSkeleton(a.token), nameSkeleton(b.token)].toSorted();
  if (keys.some((key) => key.length < 2)) return null;
  return { kind: 'person', value: keys.join(' '), start: a.start, end: b.end };
}

/**
 * People as the consonants of surname and given name in alphabetical order (`krmv rstm`), so that order, script, case and
 * gender endings do not matter; a patronymic is left out. A surname with an initial gives `krmv r.`.
 */
export const findPersons: Finder = function* (text, tokens) {
  for (const run of runs(text, tokens)) {
    const names = run.filter(({ token }) => !PATRONYMIC.test(token) && !KINSHIP.test(token)).slice(0, 4);
    const kin = run.findIndex(({ token }) => KINSHIP.test(token));
    // «Karimov Rustam Anvar oʻgʻli»: the name before the word of kinship is the father's.
    const own = kin > 2 ? names.slice(0, 2) : opensSentence(text, run) ? names.slice(1) : names;
    for (const [i, name] of own.entries()) {
      const next = own[i + 1];
      const found = next === undefined ? null : pair(name, next);
      if (found !== null) yield found;
    }
    const [only] = names;
    if (names.length !== 1 || only === undefined || !SURNAME.test(only.token)) continue;
    const after = INITIALS.exec(text.slice(only.end, only.end + 8));
    const before = INITIALS_BEFORE.exec(text.slice(Math.max(0, only.start - 8), only.start));
    const initial = after?.[1] ?? before?.[1];
    if (initial === undefined) continue;
    const value = `${nameSkeleton(only.token)} ${fold(initial)}.`;
    yield { kind: 'person', value, start: only.start, end: only.end + (after?.[0].length ?? 0) };
  }
};
