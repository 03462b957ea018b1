export type Language = 'ru' | 'kk' | 'en';
export const languages: readonly Language[] = ['ru', 'kk', 'en'];

type Category = 'one' | 'few' | 'many' | 'other';

/** Plural endings a language needs in its texts. Own rules: Chromium's own tables differ by build. */
export const pluralCategories: Readonly<Record<Language, readonly Category[]>> = {
  ru: ['one', 'few', 'many', 'other'],
  kk: ['one', 'other'],
  en: ['one', 'other'],
};

/** CLDR's cardinal rules for whole and broken numbers (ru: 1 лист, 2 листа, 5 листов, 1,5 листа). */
export function pluralOf(language: Language, n: number): Category {
  const size = Math.abs(n);
  if (language !== 'ru') return size === 1 ? 'one' : 'other';
  if (!Number.isInteger(size)) return 'other';
  const tens = size % 100;
  const ones = size % 10;
  if (ones === 1 && tens !== 11) return 'one';
  if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return 'few';
  return 'many';
}
