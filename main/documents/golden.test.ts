import { describe, expect, it } from 'vitest';
import { loadForms } from './forms.ts';
import { assets, formCodes, paperOf, stationeryIn } from './golden/papers.ts';
import { documentText } from './text.ts';

const forms = loadForms(assets);

describe('text of each form', () => {
  for (const form of formCodes) {
    for (const language of ['ru', 'kk', 'en'] as const) {
      it(`${form} in ${language} is as filed`, async () => {
        await expect(documentText(paperOf(form, stationeryIn(forms, language)))).toMatchFileSnapshot(`./golden/${form}.${language}.txt`);
      });
    }
  }
  it('two languages and the demonstration mark are as filed', async () => {
    await expect(documentText(paperOf('P9', stationeryIn(forms, 'ru', 'kk', true)))).toMatchFileSnapshot('./golden/P9.ru-kk.demonstration.txt');
  });
});
