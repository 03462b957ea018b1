/**
 * Words on stamps that Annex 1 has no counterpart for. The Agreement names none of them; the lists come from
 * general knowledge of the States' laws on State secrets and are there to stop and ask, never to map.
 */
const above = [
  'особой важности',
  'аса маңызды',
  'ерекше маңызды',
  'айрықша маңызды',
  'өзгөчө маанилүү',
  'аҳамияти махсус',
  'махсусан муҳим',
  'ўта муҳим',
  'oʻta muhim',
  'alohida ahamiyatga ega',
  'xüsusi əhəmiyyətli',
  'aýratyn möhüm',
  'aýratyn wajyp',
  'of special importance',
];
/** Too short to look for inside other words. */
const aboveAlone = ['ов', 'ам'];

const none = [
  'для служебного пользования',
  'дсп',
  'не секретно',
  'несекретная информация',
  'открыто',
  'без грифа',
  'қызмет бабында пайдалану үшін',
  'қбпү',
  'құпия емес',
  'кызмат жүзүндө пайдалануу үчүн',
  'кызматтык пайдалануу үчүн',
  'жашыруун эмес',
  'барои истифодаи хизматӣ',
  'махфӣ нест',
  'xizmat doirasida foydalanish uchun',
  'хизмат доирасида фойдаланиш учун',
  'maxfiy emas',
  'махфий эмас',
  'xidməti istifadə üçün',
  'məxfi deyil',
  'gulluk maksatly peýdalanmak üçin',
  'gizlin däl',
  'for official use only',
  'restricted',
  'unclassified',
];

/** Cyrillic letters whose capital or small form cannot be told from a Latin one, and letters that keep no combining mark. */
const alike: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', ə: 'a', в: 'b', е: 'e', к: 'k', қ: 'k', м: 'm', н: 'h', ң: 'h', о: 'o', ө: 'o', р: 'p', с: 'c', т: 't',
  у: 'y', ү: 'y', ұ: 'y', х: 'x', ҳ: 'x', і: 'и', ғ: 'г', ҷ: 'ч', ı: 'i', ø: 'o',
};

/** Skeleton of a stamp: two stamps that look the same to a hurried eye have the same skeleton. */
export function foldMarking(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
  return [...bare.replace(/[ʻʼʹ]/gu, '')].map((letter) => alike[letter] ?? letter).join('');
}

/** The stamp without the copy number that is often struck beside it (`Секретно Экз. № 2`). */
export function stampOnly(text: string): string {
  return text.replace(/[\s,;.]*(?:экз|№|nusxa|нусха|nüsxə|nusga|copy\b).*$/isu, '');
}

const aboveFolded = above.map(foldMarking);
const aboveAloneFolded = new Set(aboveAlone.map(foldMarking));
const noneFolded = new Set(none.map(foldMarking));

export function aboveAnnex1(folded: string): boolean {
  return aboveAloneFolded.has(folded) || aboveFolded.some((word) => folded.includes(word));
}

export function withoutGrif(folded: string): boolean {
  return noneFolded.has(folded);
}
