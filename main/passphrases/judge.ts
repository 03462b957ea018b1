import type { MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { PassphraseWord } from '#app/contract/shapes/passphrase.ts';
import { otherLayouts } from './layouts.ts';
import { wordBound } from './words.ts';

/** Shortest passphrase: fewer characters of one's own making are not worth the name. */
export const leastCharacters = 12;
/**
 * Guesses, as a power of ten, that a passphrase must outlast: at a second of Argon2id and 256 MiB each they are thirty thousand years of one
 * processor (docs/decisions/passphrases-judged-offline.md).
 */
export const leastGuesses = 12;
const goodGuesses = 16;
/** What lies beyond is not looked at: it makes no passphrase weaker, and judging takes time with the length. */
const judged = 48;

export interface Judgement {
  /** Power of ten of the guesses, by the most foolish reading of it. */
  readonly guesses: number;
  readonly strength: 'weak' | 'enough' | 'good';
  /** Why it is weak. */
  readonly why: PassphraseWord | null;
}

let factory: Promise<ZxcvbnFactory> | undefined;

/** The lists are large, so nothing of them is read before something is judged: an empty one, when a form for a new passphrase is shown, and then those that are typed. */
async function makeFactory(): Promise<ZxcvbnFactory> {
  const [core, common, english, { default: russian }, { default: kazakh }] = await Promise.all([
    import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en'),
    import('#assets/passphrases/ru.json', { with: { type: 'json' } }), import('#assets/passphrases/kk.json', { with: { type: 'json' } }),
  ]);
  const listed = (lines: readonly string[]): string[] => lines.flatMap((line) => line.split(' '));
  return new core.ZxcvbnFactory({
    // Surnames of another continent and an encyclopaedia would cost memory and find nothing here.
    dictionary: {
      'passwords-common': common.dictionary['passwords-common'], 'commonWords-en': english.dictionary['commonWords-en'], 'firstnames-en': english.dictionary['firstnames-en'],
      russian: listed(russian), kazakh: listed(kazakh),
    },
    graphs: common.adjacencyGraphs, maxLength: judged, l33tMaxSubstitutions: 20,
  });
}

const reasons: Readonly<Record<string, PassphraseWord>> = { spatial: 'keyboard', repeat: 'repeated', sequence: 'sequence', regex: 'date', date: 'date', dictionary: 'words', wordSequence: 'words' };

/** What most of it is made of. */
function reasonOf(sequence: readonly MatchExtended[], swapped: boolean, known: ReadonlySet<string>): PassphraseWord {
  const [longest] = sequence.toSorted((a, b) => b.token.length - a.token.length);
  if (sequence.some(({ token }) => known.has(token.toLowerCase()))) return 'known';
  if (swapped && longest?.pattern === 'dictionary') return 'layout';
  if (longest?.pattern === 'dictionary' && longest['dictionaryName'] === 'passwords-common') return 'common';
  return reasons[longest?.pattern ?? ''] ?? 'words';
}

/**
 * How long a passphrase would stand, judged without a network. `known`: what everybody knows of the officer, login and name; the Centre and
 * its bodies are known besides. Some milliseconds, but for the first.
 */
export async function judge(passphrase: string, known: readonly string[]): Promise<Judgement> {
  const typed = Array.from(passphrase.normalize('NFKC')).slice(0, judged).join('');
  const { check } = await library();
  const words = known.flatMap((one) => [one, ...one.split(/[\s.\-_]+/)]).map((one) => one.toLowerCase()).filter((one) => one.length > 2);
  const readings = [typed, ...otherLayouts(typed)].map((text, at) => ({ ...check(text, words), swapped: at > 0 }));
  const worst = readings.reduce((one, other) => (other.guessesLog10 < one.guessesLog10 ? other : one));
  const guesses = Math.round(Math.min(worst.guessesLog10, wordBound(typed)) * 10) / 10;
  const short = Array.from(passphrase.normalize('NFKC')).length < leastCharacters;
  const strength = short || guesses < leastGuesses ? 'weak' : guesses < goodGuesses ? 'enough' : 'good';
  const why = strength !== 'weak' ? null : short ? 'short' : reasonOf(worst.sequence, worst.swapped, new Set(words));
  return { guesses, strength, why };
}

async function library(): Promise<{ check: ZxcvbnFactory['check'] }> {
  factory ??= makeFactory();
  const made = await factory;
  return { check: (text, words) => made.check(text, words) };
}
