/** Key caps in the order of the keys, for one same keyboard in the three layouts in use. */
const latin = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.';
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
// The Kazakh layout has the Russian letters on the letter keys and its own in the row of digits.
const kazakhDigits: Readonly<Record<string, string>> = { ә: '2', і: '3', ң: '4', ғ: '5', ү: '8', ұ: '9', қ: '0', ө: '-', һ: '=' };

const toLatin = new Map([...russian].map((letter, at) => [letter, latin.charAt(at)]));
const toRussian = new Map([...latin].map((letter, at) => [letter, russian.charAt(at)]));

/** What the same keys would have typed on a Latin layout: `ЦЩ` to `wo`. Lower case. */
export const asLatin = (typed: string): string =>
  [...typed.toLowerCase()].map((letter) => toLatin.get(letter) ?? kazakhDigits[letter] ?? letter).join('');

/** What the same keys would have typed on a Cyrillic layout: `ehybk` to `урнил`. Lower case. */
export const asCyrillic = (typed: string): string =>
  [...typed.toLowerCase()].map((letter) => toRussian.get(letter) ?? letter).join('');

/** Folds for finding: case, ё/е, and the Kazakh letters onto their Russian neighbours. */
const folds: Readonly<Record<string, string>> = { ё: 'е', ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' };
export const foldForFinding = (text: string): string =>
  [...text.normalize('NFC').toLowerCase()].map((letter) => folds[letter] ?? letter).join('').replace(/\s+/g, ' ').trim();

/** Whether all words typed, on whatever layout, are found in any of the texts (one thing's names in all languages). */
export function isFoundIn(typed: string, texts: readonly string[]): boolean {
  const folded = texts.map(foldForFinding);
  const finds = (query: string) => {
    const words = foldForFinding(query).split(' ').filter((word) => word !== '');
    return words.length > 0 && folded.some((text) => words.every((word) => text.includes(word)));
  };
  return finds(typed) || finds(asLatin(typed)) || finds(asCyrillic(typed));
}
