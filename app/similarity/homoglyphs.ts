// Pairs that look alike, Latin first. Only true look-alikes: a wrong repair would invent words.
const PAIRS =
  'AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ aа cс eе hһ iі jј oо pр sѕ xх yу qԛ wԝ ƏӘ əә ËЁ ëё ÏЇ ïї ÖӦ öӧ ÇҪ çҫ';
const GREEK = 'AΑ BΒ EΕ ZΖ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ YΥ XΧ oο vν uυ pρ aα iι kκ cϲ';

const toCyrillic = new Map<string, string>();
const toLatin = new Map<string, string>();
for (const [latin, cyrillic] of PAIRS.split(' ').map((pair) => [...pair])) {
  if (latin === undefined || cyrillic === undefined) continue;
  toCyrillic.set(latin, cyrillic);
  toLatin.set(cyrillic, latin);
}
const greekToLatin = new Map<string, string>();
for (const [latin, greek] of GREEK.split(' ').map((pair) => [...pair])) {
  if (latin !== undefined && greek !== undefined) greekToLatin.set(greek, latin);
}

// Letters used on number plates and in codes: in a word with digits these are read as Latin whichever keyboard typed them.
const CODE_LETTERS = new Map([...'АВЕКМНОРСТУХавекмнорстух'].map((char, i) => [char, 'ABEKMHOPCTYXabekmhopctyx'.charAt(i)]));

// Letters of the seven Cyrillic alphabets and their look-alikes; words with others (Church Slavonic, Nivkh) are left alone.
const FOREIGN_CYRILLIC = /(?![а-яёәғқңөұүһіӣӯҳҷўґєїҗѕјԛԝӓӧҫ])\p{Script=Cyrillic}/iu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
const GREEK_LETTER = /\p{Script=Greek}/u;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;

const mapped = (word: string, table: ReadonlyMap<string, string>) => [...word].map((char) => table.get(char) ?? char).join('');

/** Plate and code letters as Latin; other characters stay. */
export const latinCode = (text: string): string => mapped(text, CODE_LETTERS);

type Tally = { cyrillic: number; latin: number; onlyCyrillic: number; onlyLatin: number };

function tally(word: string): Tally {
  const count = { cyrillic: 0, latin: 0, onlyCyrillic: 0, onlyLatin: 0 };
  for (const char of word) {
    if (CYRILLIC.test(char)) {
      count.cyrillic += 1;
      if (!toLatin.has(char)) count.onlyCyrillic += 1;
    } else if (LATIN.test(char)) {
      count.latin += 1;
      if (!toCyrillic.has(char)) count.onlyLatin += 1;
    }
  }
  return count;
}

/**
 * A word with letters of several scripts in one: look-alikes of the fewer script are replaced by those of the more frequent.
 * Letters without a look-alike decide first (the Latin "O" and "e" in «Oқтeппа» never outvote қ and т).
 */
export function repairHomoglyphs(word: string): string {
  let out = word;
  if (GREEK_LETTER.test(out) && (CYRILLIC.test(out) || LATIN.test(out))) out = mapped(out, greekToLatin);
  if (!CYRILLIC.test(out) || FOREIGN_CYRILLIC.test(out)) return out;
  if (DIGIT.test(out) && [...out].every((char) => !LETTER.test(char) || CODE_LETTERS.has(char) || LATIN.test(char))) {
    return latinCode(out);
  }
  if (!LATIN.test(out)) return out;
  const { cyrillic, latin, onlyCyrillic, onlyLatin } = tally(out);
  const isLatin = onlyLatin === onlyCyrillic ? latin > cyrillic : onlyLatin > onlyCyrillic;
  return mapped(out, isLatin ? toLatin : toCyrillic);
}
