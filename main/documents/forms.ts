import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentLanguage } from '#app/documents/model.ts';
import { wordingSchema, type Wording } from '#app/documents/wording.ts';

/** The wording of the forms from `assets/forms`. Throws ZodError where a key is missing, unknown or empty. */
export function loadForms(assets: string): Readonly<Record<DocumentLanguage, Wording>> {
  const read = (language: DocumentLanguage): Wording => {
    const wording = wordingSchema.parse(JSON.parse(readFileSync(join(assets, 'forms', `${language}.json`), 'utf8')));
    if (wording.language !== language) throw new RangeError(`forms/${language}.json is in another language: ${wording.language}`);
    return wording;
  };
  return { ru: read('ru'), kk: read('kk'), en: read('en') };
}
