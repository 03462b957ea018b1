import { isAzeriText } from '#app/similarity/alphabet.ts';
import type { Feature } from '#app/similarity/feature.ts';
import { features, referenceFeature } from '#app/similarity/features.ts';
import { foldTokens } from '#app/similarity/fold.ts';
import { indexed, wordsIndexed, type Blind } from '#main/vault/matching.ts';

/**
 * What the program makes of a text, for texts of one sentence of their own and a part that many have: that part is worked on once, and so
 * is each word. A test compares it with what the program makes of the whole.
 */
const parts = (text: string): { own: string; shared: string } | undefined => {
  const at = text.indexOf('\n');
  const [own, shared] = [text.slice(0, at), text.slice(at + 1)];
  // How letters are read is decided by the whole text.
  return at === -1 || isAzeriText(own) !== isAzeriText(shared) || isAzeriText(own) !== isAzeriText(text) ? undefined : { own, shared };
};

/** Folded words, apart for the two readings of letters; numbers come once and are not kept. */
function wordMemory(): (text: string) => Map<string, string> {
  class Words extends Map<string, string> {
    override set(word: string, folded: string): this {
      return /\d/.test(word) ? this : super.set(word, folded);
    }
  }
  const [azeri, other] = [new Words(), new Words()];
  return (text) => (isAzeriText(text) ? azeri : other);
}

export function rememberedFold(): (text: string) => string {
  const known = new Map<string, string>();
  const words = wordMemory();
  const fold = (text: string): string => foldTokens(text, words(text)).map(({ token }) => token).join(' ');
  return (text) => {
    const found = parts(text);
    if (found === undefined) return fold(text);
    const before = known.get(found.shared) ?? fold(found.shared);
    known.set(found.shared, before);
    return `${fold(found.own)} ${before}`;
  };
}

interface Known {
  readonly words: readonly { readonly key: string; readonly token: number }[];
  readonly things: readonly number[];
}

/** Keyed hashes of what a text is compared by, as the program takes them into the blind index. */
export function rememberedTokens(hash: Blind): (text: string, reference: string) => ReadonlySet<number> {
  const known = new Map<string, Known>();
  const words = wordMemory();
  const hashes = new Map<string, number>();
  const blind: Blind = (key) => {
    if (!key.startsWith('word:')) return hash(key);
    const before = hashes.get(key) ?? hash(key);
    hashes.set(key, before);
    return before;
  };
  const isThing = ({ kind }: Feature): boolean => kind !== 'word' && kind !== 'shingle';
  const make = (text: string): Known => {
    const all = features(text, words(text));
    return { words: all.filter(({ kind }) => kind === 'word').slice(0, wordsIndexed).map(({ key }) => ({ key, token: blind(key) })), things: all.filter(isThing).map(({ key }) => blind(key)) };
  };
  return (text, reference) => {
    const found = parts(text);
    if (found === undefined) return new Set(indexed(features(text), reference).map(({ key }) => blind(key)));
    const shared = known.get(found.shared) ?? make(found.shared);
    known.set(found.shared, shared);
    const own = features(found.own, words(found.own));
    const said = new Set(own.flatMap(({ kind, key }) => (kind === 'word' ? [key] : [])));
    const tokens = new Set([...said].map(blind));
    let taken = said.size;
    for (const { key, token } of shared.words) {
      if (taken >= wordsIndexed) break;
      if (said.has(key)) continue;
      taken += 1;
      tokens.add(token);
    }
    for (const one of own) if (isThing(one)) tokens.add(blind(one.key));
    for (const token of shared.things) tokens.add(token);
    return tokens.add(blind(referenceFeature(reference).key));
  };
}
