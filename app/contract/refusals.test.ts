import { describe, expect, test } from 'vitest';
import en from '#assets/texts/en/refusals.json' with { type: 'json' };
import kk from '#assets/texts/kk/refusals.json' with { type: 'json' };
import ru from '#assets/texts/ru/refusals.json' with { type: 'json' };
import articles from '#assets/reference/articles.json' with { type: 'json' };
import { missingDocuments, refusalCatalogue, refusalCodes, refuse } from './refusals.ts';

type Tree = Readonly<Record<string, Readonly<Record<string, string>>>>;
const languages = { ru, kk, en };

function flat(tree: Tree): ReadonlyMap<string, string> {
  return new Map(Object.entries(tree).flatMap(([area, names]) => Object.entries(names).map(([name, text]) => [`${area}.${name}`, text] as const)));
}
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).toSorted();

describe.each(Object.entries(languages))('texts of refusals, %s', (_language, texts) => {
  test('every code has its text and its way out, and no text is without a code', () => {
    const codes = [...refusalCodes].toSorted();
    expect([...flat(texts.codes).keys()].toSorted()).toEqual(codes);
    expect([...flat(texts.wayOut).keys()].toSorted()).toEqual(codes);
  });

  test('every missing document and every supplier is named', () => {
    expect(Object.keys(texts.missing).toSorted()).toEqual([...missingDocuments].toSorted());
    expect(Object.keys(texts.suppliers).toSorted()).toEqual(['body', 'competentBody', 'council', 'depositary', 'director', 'officer']);
  });

  test('no text is empty or left untrimmed, and none shows a raw code word', () => {
    const all = [...flat(texts.codes).values(), ...flat(texts.wayOut).values(), ...Object.values(texts.missing), ...Object.values(texts.suppliers)];
    for (const text of all) {
      expect(text.trim()).toBe(text);
      expect(text.length).toBeGreaterThan(3);
      expect(text).not.toMatch(/UPPER|LOWER|undefined/);
    }
  });
});

test('the three languages fill the same placeholders', () => {
  for (const [code, text] of flat(ru.codes)) {
    expect([code, placeholders(flat(kk.codes).get(code) ?? '')]).toEqual([code, placeholders(text)]);
    expect([code, placeholders(flat(en.codes).get(code) ?? '')]).toEqual([code, placeholders(text)]);
  }
  for (const texts of Object.values(languages)) expect([...flat(texts.wayOut).values()].flatMap(placeholders)).toEqual([]);
});

test('Kazakh says «жазбаша келісім» where a consent is missing, and «Келісім» with a capital for the treaty', () => {
  for (const [code, text] of flat(kk.codes)) if (code.startsWith('consent.missing') && code !== 'consent.notFound') expect(text).toContain('жазбаша келісім');
  expect(kk.codes.party.notInForce).toContain('Келісім');
});

test('every code cites an article that can be read, and a rule', () => {
  const numbers = new Set(articles.articles.map((one) => one.number));
  for (const code of refusalCodes) {
    const { article, rule } = refusalCatalogue[code];
    expect(numbers.has(article)).toBe(true);
    expect(rule).toMatch(/^R\d+\.\d+$/);
  }
});

test('a refusal carries its article, rule and what was given, and nothing more', () => {
  expect(refuse('purpose.missing')).toEqual({ code: 'purpose.missing', article: '8', rule: 'R8.8', params: {} });
  expect(refuse('consent.missing', { body: 'UZ-01' }, { missing: 'writtenConsent', supplier: { kind: 'body', code: 'UZ-01' } })).toEqual({
    code: 'consent.missing', article: '8', rule: 'R8.4', params: { body: 'UZ-01' }, missing: 'writtenConsent', supplier: { kind: 'body', code: 'UZ-01' },
  });
});
