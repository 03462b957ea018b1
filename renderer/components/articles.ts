import type { Language } from '../language/plurals.ts';

const files = import.meta.glob<unknown>('../../assets/reference/articles.json', { eager: true, import: 'default' });

const at = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined);
const lines = (value: unknown): readonly string[] =>
  typeof value === 'string' ? value.split(/\n+/).filter((line) => line !== '') : Array.isArray(value) ? value.flatMap(lines) : [];

/** Title and paragraphs of an article by its number, from the reference data; undefined when there is none. */
export function articleText(article: string, language: Language): { readonly title: string; readonly paragraphs: readonly string[] } | undefined {
  for (const file of Object.values(files)) {
    const all = at(file, 'articles') ?? file;
    const found = Array.isArray(all) ? all.find((each) => String(at(each, 'article') ?? at(each, 'number') ?? at(each, 'id')) === article) : at(all, article);
    const title = at(at(found, 'title'), language) ?? at(at(found, language), 'title');
    const text = at(at(found, 'text') ?? at(found, 'summary'), language) ?? at(at(found, language), 'text');
    const paragraphs = lines(text);
    if (typeof title === 'string' && paragraphs.length > 0) return { title, paragraphs };
  }
  return undefined;
}
