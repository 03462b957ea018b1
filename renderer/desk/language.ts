import { languages, type Language } from '../language/plurals.ts';
import { desk } from './db.ts';

/** The language last chosen at this desk; Russian where none was. */
export async function rememberedLanguage(): Promise<Language> {
  try {
    const stored = await desk.layouts.get('language');
    return languages.find((each) => each === stored?.json) ?? 'ru';
  } catch {
    return 'ru';
  }
}

export async function rememberLanguage(language: Language): Promise<void> {
  try { await desk.layouts.put({ id: 'language', json: language }); } catch { /* the desk is a convenience */ }
}
