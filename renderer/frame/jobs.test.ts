import { expect, it } from 'vitest';
import { jobStages } from '#app/contract/stages.ts';
import { languages } from '../language/plurals.ts';
import { startLanguage } from '../language/texts.ts';

it.each(languages)('has words of its own in %s for every stage that main can send, and none for another', (language) => {
  const stages = startLanguage(language).t('frame.stages', { returnObjects: true });
  expect(Object.keys(stages).toSorted()).toEqual(['waiting', ...jobStages].toSorted());
  const words = Object.values(stages);
  expect(words.filter((each) => typeof each !== 'string' || each.trim() === '')).toEqual([]);
  expect(new Set(words).size).toBe(words.length);
});
