import { describe, expect, it } from 'vitest';
import { screens } from '../screens/index.ts';
import { shortcuts } from '../shortcuts/table.ts';
import { languages, pluralCategories, pluralOf, type Language } from './plurals.ts';
import { missingMark, startLanguage, textInAll, textsByLanguage } from './texts.ts';

const texts = textsByLanguage();
const ending = /_(one|few|many|other)$/;

function leaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [[path, `not a text: ${JSON.stringify(value)}`]];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path === '' ? key : `${path}.${key}`));
}
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map((found) => found[1] ?? '').toSorted();

const read = { ru: leaves(texts.ru, ''), kk: leaves(texts.kk, ''), en: leaves(texts.en, '') };
const all = (language: Language) => read[language];
const flat = Object.fromEntries(languages.map((language) => [language, new Map(all(language))]));
/** Keys with plural endings folded into one; a lone `_other` of an ordinary word is still a plural. */
const folded = Object.fromEntries(languages.map((language) => [language, new Set(all(language).map(([key]) => key.replace(ending, '')))]));
const bases = (language: Language) => folded[language] ?? new Set<string>();

describe('texts of the interface', () => {
  it('has the same areas in all languages', () => {
    const areas = Object.keys(texts.ru).toSorted();
    expect(areas).toContain('frame');
    for (const language of languages) expect(Object.keys(texts[language]).toSorted(), language).toEqual(areas);
  });

  it('has the same keys in all languages', () => {
    for (const language of ['kk', 'en'] as const) {
      expect([...bases('ru')].filter((key) => !bases(language).has(key)), `missing in ${language}`).toEqual([]);
      expect([...bases(language)].filter((key) => !bases('ru').has(key)), `too many in ${language}`).toEqual([]);
    }
  });

  it.each(languages)('has every plural that %s needs, and no other', (language) => {
    const plurals = new Set(all(language).filter(([key]) => ending.test(key)).map(([key]) => key.replace(ending, '')));
    for (const base of plurals) {
      const own = all(language).filter(([key]) => ending.test(key) && key.replace(ending, '') === base).map(([key]) => ending.exec(key)?.[1]).toSorted();
      expect(own, `${language} ${base}`).toEqual(pluralCategories[language].toSorted());
    }
  });

  it('has the same placeholders in all languages', () => {
    const gathered = Object.fromEntries(languages.map((language) => {
      const by = new Map<string, Set<string>>();
      for (const [key, text] of all(language)) {
        const base = key.replace(ending, '');
        by.set(base, new Set([...(by.get(base) ?? []), ...placeholders(text)]));
      }
      return [language, by];
    }));
    const of = (language: Language, base: string) => gathered[language]?.get(base) ?? new Set<string>();
    for (const base of bases('ru')) {
      for (const language of ['kk', 'en'] as const) expect([...of(language, base)].toSorted(), `${language} ${base}`).toEqual([...of('ru', base)].toSorted());
    }
  });

  it('leaves no text empty, none with a stray brace, none with spaces around', () => {
    for (const language of languages) {
      for (const [key, text] of all(language)) {
        expect(text.trim(), `${language} ${key}`).not.toBe('');
        expect(text, `${language} ${key}`).toBe(text.trim());
        expect(text.replace(/\{\{\s*\w+\s*\}\}/g, ''), `${language} ${key}`).not.toMatch(/[{}]/);
      }
    }
  });

  it('writes Kazakh in Kazakh: whole sentences differ from the Russian ones', () => {
    const kk = flat['kk'] ?? new Map<string, string>();
    const same = all('ru').filter(([key, text]) => /\p{Script=Cyrillic}{3,}.*\s.*\s.*\p{Script=Cyrillic}{3,}/u.test(text) && kk.get(key) === text);
    expect(same).toEqual([]);
  });

  it('writes the designations of Annex 1 exactly, in every language', () => {
    for (const language of languages) {
      expect(flat[language]?.get('components.grif.centre.UPPER')).toBe('Орталық 001');
      expect(flat[language]?.get('components.grif.centre.LOWER')).toBe('Орталық 02');
    }
  });

  it('has a name in every language for each shortcut and each screen', () => {
    for (const { title } of [...shortcuts, ...screens]) expect(textInAll(title), title).toHaveLength(languages.length);
  });

  it('shows a key that has no text, so that it is seen', () => {
    expect(startLanguage('ru').t('frame.noSuchText')).toBe(missingMark('frame.noSuchText'));
  });
});

describe('plurals', () => {
  it.each([[1, 'one'], [21, 'one'], [101, 'one'], [2, 'few'], [4, 'few'], [22, 'few'], [5, 'many'], [0, 'many'], [11, 'many'], [12, 'many'], [14, 'many'], [111, 'many'], [1.5, 'other']] as const)('Russian %d is %s', (n, category) => {
    expect(pluralOf('ru', n)).toBe(category);
  });
  it('Kazakh and English know one and other', () => {
    for (const language of ['kk', 'en'] as const) {
      expect([0, 1, 2, 5, 21].map((n) => pluralOf(language, n))).toEqual(['other', 'one', 'other', 'other', 'other']);
    }
  });
});
