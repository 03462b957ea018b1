import { expect, test } from 'vitest';
import annex2 from '#assets/reference/annex2.json' with { type: 'json' };
import articles from '#assets/reference/articles.json' with { type: 'json' };
import states from '#assets/reference/states.json' with { type: 'json' };
import { annex2File, articlesFile, statesFile } from './reference.ts';
import { isStateCode, stateCodes } from './states.ts';

test('every file fits its shape', () => {
  expect(annex2File.parse(annex2)).toEqual(annex2);
  expect(articlesFile.parse(articles)).toEqual(articles);
  expect(statesFile.parse(states)).toEqual(states);
});

test('all articles are there, in order, in Russian and Kazakh', () => {
  const numbers = articles.articles.map((one) => one.number);
  expect(numbers).toEqual(['preamble', ...Array.from({ length: 23 }, (_, index) => String(index + 1)), 'closing']);
});

test('Article 6 is the sentence without a heading, and not part of Article 5', () => {
  const [five, six] = ['5', '6'].map((number) => articles.articles.find((one) => one.number === number));
  expect(six?.kk[0]).toContain('жинақтауды');
  expect(five?.kk.join(' ')).not.toContain('жинақтауды');
});

test('Turkmenistan has no signature line', () => {
  expect(states.states.filter((one) => !one.signatureLine).map((one) => one.code)).toEqual(['TM']);
  expect(states.states.map((one) => one.code).toSorted()).toEqual([...stateCodes].toSorted());
  expect(isStateCode('TM')).toBe(true);
  expect(isStateCode('XX')).toBe(false);
});
