import { createInstance, type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { useMemo } from 'react';
import type { TextKey } from './areas.ts';
import { languages, pluralOf, type Language } from './plurals.ts';

const files = import.meta.glob<Record<string, unknown>>('../../assets/texts/*/*.json', { eager: true, import: 'default' });

/** `{ru: {frame: {...}, ...}, kk: ..., en: ...}` of all files under assets/texts. */
export function textsByLanguage(): Record<Language, Record<string, Record<string, unknown>>> {
  const found: Record<Language, Record<string, Record<string, unknown>>> = { ru: {}, kk: {}, en: {} };
  for (const [path, content] of Object.entries(files)) {
    const [, language, area] = /\/(ru|kk|en)\/([^/]+)\.json$/.exec(path) ?? [];
    if (area && (language === 'ru' || language === 'kk' || language === 'en')) found[language][area] = content;
  }
  return found;
}

export type Params = Readonly<Record<string, string | number>>;
/** A text of the interface. `count` among the params chooses the plural. */
export type T = (key: TextKey, params?: Params) => string;

/** Marks a key without a text, so that it is seen while the screens are written. */
export const missingMark = (key: string) => `⟦${key}⟧`;

/** The texts of a key in all languages, for finding. */
export function textInAll(key: TextKey): readonly string[] {
  const texts = textsByLanguage();
  return languages.flatMap((language) => {
    const found = key.split('.').reduce((at: unknown, step: string): unknown => (typeof at === 'object' && at !== null && step in at ? Reflect.get(at, step) : undefined), texts[language] as unknown);
    return typeof found === 'string' ? [found] : [];
  });
}

export function startLanguage(language: Language): i18n {
  const texts = textsByLanguage();
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: import.meta.env.PROD ? 'ru' : false,
    supportedLngs: [...languages],
    resources: { ru: { translation: texts.ru }, kk: { translation: texts.kk }, en: { translation: texts.en } },
    initAsync: false,
    nsSeparator: false,
    keySeparator: '.',
    interpolation: { escapeValue: false },
    returnNull: false,
    parseMissingKeyHandler: missingMark,
    // A refusal read back from the journal has its code and no particulars: the place of one is seen, not left blank.
    missingInterpolationHandler: () => '…',
  });
  return instance;
}

function say(instance: i18n, language: Language, key: string, params: Params): string {
  const { count } = params;
  const plural = typeof count === 'number' ? `${key}_${pluralOf(language, count)}` : key;
  const chosen = instance.exists(plural) ? plural : key;
  // i18next looks for a plural of `chosen` itself, finds none, and takes `chosen`: the choice is ours.
  return String(instance.t(chosen, { ...params }));
}

const asLanguage = (name: string): Language => languages.find((each) => each === name) ?? 'ru';

export interface Texts {
  readonly t: T;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** For keys that come as data (refusal codes): the text, or undefined when there is none. */
  readonly maybe: (key: string, params?: Params) => string | undefined;
}

export function useTexts(): Texts {
  const { i18n: instance } = useTranslation();
  const language = asLanguage(instance.language);
  return useMemo(() => ({
    language,
    t: (key, params = {}) => say(instance, language, key, params),
    maybe: (key, params = {}) => {
      const { count } = params;
      const plural = typeof count === 'number' ? `${key}_${pluralOf(language, count)}` : key;
      return instance.exists(key) || instance.exists(plural) ? say(instance, language, key, params) : undefined;
    },
    setLanguage: (next) => { void instance.changeLanguage(next); },
  }), [instance, language]);
}
