import articles from '#assets/reference/articles.json' with { type: 'json' };
import type { Language } from '../language/plurals.ts';

export interface ArticleText { readonly title: string; readonly paragraphs: readonly string[]; readonly note: string; readonly lang: 'ru' | 'kk' }

/** There is no English text of the Agreement: an English-speaking officer reads the Russian one. An article of the Agreement by its number (`8`, `preamble`, `annex2`), in the officer's language; undefined when there is none. */
export function articleText(number: string, language: Language): ArticleText | undefined {
  const found = articles.articles.find((each) => each.number === number);
  const lang = language === 'kk' ? 'kk' : 'ru';
  return found && { title: found.title[language], paragraphs: found[lang], note: articles.note[language], lang };
}
