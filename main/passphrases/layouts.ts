/** What the same keys give on three keyboards, key by key; a Kazakh layout is the Russian one with its own letters on the row of digits. */
const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const digits = '2345890-=';
const kazakh = 'әіңғүұқөһ';

const pairs = (from: string, to: string): ReadonlyMap<string, string> => new Map(Array.from(from, (letter, at) => [letter, to[at] ?? letter]));
const toLatin = new Map([...pairs(russian, latin), ...pairs(kazakh, digits)]);
const toRussian = pairs(latin, russian);
const toKazakh = new Map([...toRussian, ...pairs(digits, kazakh)]);

const typedAs = (text: string, keys: ReadonlyMap<string, string>): string => Array.from(text, (letter) => keys.get(letter) ?? letter).join('');

/** The same keys on the other layouts: who guesses tries a word under the wrong layout first of all. Lower case. */
export const otherLayouts = (text: string): string[] => {
  const low = text.toLowerCase();
  return [...new Set([toLatin, toRussian, toKazakh].map((keys) => typedAs(low, keys)))].filter((typed) => typed !== low);
};
