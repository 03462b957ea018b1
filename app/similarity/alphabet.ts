/**
 * Letters of the eight languages in one phonetic Latin fold. Spellings of one sound meet: қ к q; ғ г gʻ ğ gh; х ҳ һ x kh h;
 * ж ҷ дж ž zh j; ш щ ş š sh; ч ç č ch; ң н ň ng; ә ə ä а; ө ö ў oʻ о; ү ұ ӯ ü у; і ы и й ı ý y; ё е э yo.
 */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'e', э: 'e', ж: 'j', җ: 'j', ҷ: 'j',
  з: 'z', и: 'i', й: 'i', і: 'i', ї: 'i', ӣ: 'i', ы: 'i', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o',
  ў: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ӯ: 'u', ф: 'f', х: 'h', ҳ: 'h', һ: 'h', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'sh', ъ: '', ь: '', ю: 'iu', я: 'ia',
  ѕ: 's', ј: 'j', ԛ: 'k', ԝ: 'v', ӓ: 'a', ӧ: 'o', ҫ: 's',
  ə: 'a', ä: 'a', ç: 'ch', č: 'ch', ğ: 'g', ı: 'i', ñ: 'n', ň: 'n', ö: 'o', ş: 'sh', š: 'sh', ü: 'u', ý: 'i', ž: 'j', ß: 's',
};

const MARKS = /[^\p{L}\p{N}]|[\u02B0-\u02FF]/gu;

function letter(char: string): string {
  const known = LETTERS[char];
  if (known !== undefined) return known;
  // Outside the eight alphabets: lower case without marks, which may bring it back among the known letters.
  const bare = char.normalize('NFKD').replace(MARKS, '').toLowerCase().normalize('NFKD').replace(MARKS, '');
  return [...bare].map((part) => LETTERS[part] ?? part).join('');
}

const APOSTROPHES = /['’‘`´′ʹʻʼʽʾʿˈˊˋ]/gu;
// Read before single letters: oʻ is one letter (yoʻl is not ёl); yo is ё; ye is е but after a consonant ье (Vasilyev).
const CLUSTERS: readonly (readonly [RegExp, string])[] = [
  [/o['’‘`´′ʹʻʼʽʾʿˈˊˋ]/gu, 'ö'],
  [/[yýй]o|[yýй]о/gu, 'ё'],
  [/(^|[aeiouаеиоуэыəäöüөүұәіўӯ])[yýй][eе]/gu, '$1е'],
  [/[ьъ](?=[еёюя])/gu, 'и'],
];

const CLUSTERED = /[yýйoьъ]/u;

/** A word letter by letter in Latin; `azeri` reads a bare `c` as `j` (Cəfər = Jafar). Case follows no locale: İ, I and ı are i. */
export function latinLetters(word: string, azeri: boolean): string {
  let read = word.toLowerCase().normalize('NFC');
  if (CLUSTERED.test(read)) for (const [cluster, by] of CLUSTERS) read = read.replace(cluster, by);
  let out = '';
  for (const char of read.replace(APOSTROPHES, '')) out += (char >= 'a' && char <= 'z') || (char >= '0' && char <= '9') ? char : letter(char);
  return azeri ? out.replace(/c(?!h)/g, 'j') : out;
}

const AZERI = /[əƏ]/u;
/** Whether `c` is to be read the Azerbaijani way. Only ə is decisive: no other of the eight Latin alphabets has it. */
export function isAzeriText(text: string): boolean {
  return AZERI.test(text);
}

const SETTLED: Readonly<Record<string, string>> = {
  shch: 'sh', sch: 'sh', dzh: 'j', dj: 'j', zh: 'j', kh: 'h', gh: 'g', ph: 'f', ng: 'n',
  c: 'k', q: 'k', w: 'v', x: 'h', y: 'i',
};
const UNSETTLED = /shch|sch|dzh|dj|zh|kh|gh|ph|ng|(?:sh){2,}|(?:ch){2,}|c(?!h)|[qwxy]|([a-z])\1+/g;

/**
 * Rewrites digraphs and doubled letters until none is left. Each rewriting shortens the word or removes one of c q w x y for
 * good, so it ends; being a fixed point makes the fold idempotent.
 */
export function settle(latin: string): string {
  let before = latin;
  for (;;) {
    const after = before.replace(UNSETTLED, (found, doubled?: string) =>
      doubled ?? SETTLED[found] ?? found.slice(0, 2));
    if (after === before) return after;
    before = after;
  }
}
