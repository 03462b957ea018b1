// Endings in folded letters: Russian cases and adjectives; Turkic case, plural and possessive; Tajik plural and izafet.
const ENDINGS = (
  'iami iamu ami ogo ego omu emu imi iah iam ost osti ah am ih im om em oi ei oe aia uiu iu ia ov ' +
  'larin lerin larni lardin lari leri lar ler dar der tar ter nin din tin dagi degi dan den tan ten nan nen dun tun nun ' +
  'da de ta te ga ge ka ke na ne ni di ti si li lik in im um un hoi ho ro a e i o u k'
).split(' ');
const BY_LAST = new Map<string, string[]>();
for (const ending of ENDINGS.toSorted((a, b) => b.length - a.length)) {
  const last = ending.slice(-1);
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), ending]);
}

// A final k is cut too: «Кокбулака» ends in the Turkic dative -ka or in the Russian -a, and nobody can tell which.
const SHORTEST = 4;
const LONGEST = 9;

/**
 * A folded word without its endings, at least 4 and at most 9 letters: rough on purpose, so that the forms of a word in eight
 * languages meet; names and identifiers carry the comparison. Words with digits stay as they are.
 */
export function stem(word: string): string {
  if (/\d/.test(word)) return word;
  let out = word;
  for (let cuts = 0; cuts < 4; cuts += 1) {
    const ending = BY_LAST.get(out.slice(-1))?.find((e) => out.length - e.length >= SHORTEST && out.endsWith(e));
    if (ending === undefined) break;
    out = out.slice(0, -ending.length);
  }
  return out.slice(0, LONGEST);
}

const SURNAME = /(ov|ev|iev|in|un)(a|u|im|om|oi|ih|i|imi|oiu|nin|nun|tin|tun|din|dun|ga|ka|ge|ni|nu|di|ti|da|ta|dan|tan)?$/;
const NAME_ENDING = /(?:nin|nun|din|dan|den|ga|ge|ka|ke|ni|(?<=.{5})[eo]m|oi|ei|ia|iu|a|e|i|u)$/;

/** A folded personal name as its consonants, case and gender endings removed; a leading vowel is kept as `a`. */
export function nameSkeleton(word: string): string {
  let out = word.length >= 5 && SURNAME.test(word) ? word.replace(SURNAME, '$1') : word;
  for (let cuts = 0; cuts < 2 && out.length > 4; cuts += 1) {
    const cut = out.replace(NAME_ENDING, '');
    if (cut.length < 3) break;
    out = cut;
  }
  const consonants = out.replace(/[aeiou]/g, '').replace(/([a-z])\1+/g, '$1');
  return (/^[aeiou]/.test(out) ? 'a' : '') + consonants;
}
