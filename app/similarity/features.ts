import { isCommonWord } from './common-words.ts';
import { conceptAt } from './concepts.ts';
import { entities } from './entities.ts';
import { referenceValue } from './entities/document.ts';
import type { Feature, FeatureKind } from './feature.ts';
import { foldTokens } from './fold.ts';
import type { FoldedToken } from './fold.ts';
import { stem } from './stem.ts';

/**
 * Bounds that keep one text from filling the index. Words and phrases are read from the first `readCharacters` of a text,
 * identifiers and names too: what lies beyond is not compared, and `isReadInFull` tells it.
 */
export const LIMITS = { readCharacters: 1_000_000, words: 1500, shingles: 96 } as const;

/** Whether the whole text is compared; a longer one is compared by its beginning only. */
export const isReadInFull = (text: string): boolean => text.length <= LIMITS.readCharacters;

const feature = (kind: FeatureKind, value: string, start: number, end: number): Feature =>
  ({ kind, key: `${kind}:${value}`, start, end });

/** FNV-1a, 32 bits: an even choice among phrases that is the same on every machine; nothing secret rests on it. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

function words(tokens: readonly FoldedToken[]): Feature[] {
  const stems = tokens.map(({ token }) => stem(token));
  const found = new Map<string, Feature>();
  for (let i = 0; i < tokens.length && found.size < LIMITS.words; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const concept = conceptAt(stems, i);
    const last = concept === null ? token : (tokens[i + concept.length - 1] ?? token);
    const isWord = token.token.length >= 4 && !/^\d+$/.test(token.token) && !isCommonWord(token.token);
    const value = concept === null ? stems[i] : `=${concept.concept}`;
    if ((concept === null && !isWord) || value === undefined) continue;
    if (!found.has(value)) found.set(value, feature('word', value, token.start, last.end));
    if (concept !== null) i += concept.length - 1;
  }
  return [...found.values()];
}

/** Runs of three words; of a long text those with the lowest hashes, so that two texts choose the same ones. */
function shingles(tokens: readonly FoldedToken[]): Feature[] {
  const said = tokens.filter(({ token }) => !isCommonWord(token)).map((token) => ({ ...token, stem: stem(token.token) }));
  const found = new Map<string, { order: number; feature: Feature }>();
  for (let i = 0; i + 2 < said.length; i += 1) {
    const [a, b, c] = [said[i], said[i + 1], said[i + 2]];
    if (a === undefined || b === undefined || c === undefined) break;
    const value = `${a.stem} ${b.stem} ${c.stem}`;
    if (!found.has(value)) found.set(value, { order: hash(value), feature: feature('shingle', value, a.start, c.end) });
  }
  const lowest = [...found.values()].toSorted((a, b) => a.order - b.order || (a.feature.key < b.feature.key ? -1 : 1));
  return lowest.slice(0, LIMITS.shingles).map((each) => each.feature);
}

/**
 * What a text is compared by: typed entities, stemmed words and phrases of three words, each key once with its first place
 * in the text. `known` as of `foldTokens`. The same text gives the same features on every machine. Linear in the text up to the bounds of `LIMITS`.
 */
export function features(text: string, known?: Map<string, string>): Feature[] {
  const read = isReadInFull(text) ? text : text.slice(0, LIMITS.readCharacters);
  const tokens = foldTokens(read, known);
  const things = entities(read, tokens).map(({ kind, value, start, end }) => feature(kind, value, start, end));
  return [...things, ...words(tokens), ...shingles(tokens)];
}

/**
 * The feature of a material's own number (`4/118`), which stands in its requisites and not in its text: index it with the
 * text, so that a supplement naming it finds its parent (Art. 7). Its place is 0-0: no stretch of the text.
 */
export function referenceFeature(reference: string): Feature {
  return feature('document', referenceValue(reference), 0, 0);
}
