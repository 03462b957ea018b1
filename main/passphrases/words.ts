/**
 * A bound for what no list knows: letters that can be spoken are a word of some language, and a word is one of a hundred thousand, however
 * long it is. Everything else counts ten a character, as the library counts it. Power of ten of the guesses.
 */
const ofAWord = 5;
const vowels = /[aeiouyаеёиоуыэюяәіөүұ]/u;

/** Vowels at a third of the letters or so, and never four consonants on end. */
function isSpoken(letters: string): boolean {
  const all = [...letters];
  const open = all.filter((letter) => vowels.test(letter)).length;
  const longest = Math.max(...letters.split(vowels).map((run) => [...run].length));
  return all.length >= 4 && open >= all.length / 4 && longest <= 4;
}

export function wordBound(text: string): number {
  let sum = 0;
  for (const part of text.toLowerCase().match(/[\p{L}]+|[^\p{L}]+/gu) ?? []) {
    const length = [...part].length;
    sum += /\p{L}/u.test(part) && isSpoken(part) ? Math.min(length, ofAWord) : /^[\s\-_.,]+$/.test(part) ? 0.5 : length;
  }
  return sum;
}

/** Words of a passphrase: runs of letters, three or more. */
export const wordsIn = (text: string): number => text.match(/\p{L}{3,}/gu)?.length ?? 0;
