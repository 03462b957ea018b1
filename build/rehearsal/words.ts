import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TextKey } from '#renderer/language/areas.ts';
import type { Language } from '#renderer/language/plurals.ts';
import { pluralOf } from '#renderer/language/plurals.ts';

/** A text of the screens by its key, as an officer reads it. */
export type Words = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

const area = z.record(z.string(), z.unknown());

/** Texts of the screens in one language, from `assets/texts`; throws for a key that is not there, so that a renamed text is told as such. */
export function wordsOf(assets: string, language: Language): Words {
  const areas = new Map<string, Record<string, unknown>>();
  const areaOf = (name: string) => {
    const known = areas.get(name) ?? area.parse(JSON.parse(readFileSync(join(assets, 'texts', language, `${name}.json`), 'utf8')));
    areas.set(name, known);
    return known;
  };
  return (key, params = {}) => {
    const [name = '', ...path] = key.split('.');
    const last = path.at(-1) ?? '';
    let place: unknown = areaOf(name);
    for (const part of path.slice(0, -1)) place = area.safeParse(place).data?.[part];
    const here = area.safeParse(place).data ?? {};
    const { count } = params;
    const text = (typeof count === 'number' ? here[`${last}_${pluralOf(language, count)}`] : undefined) ?? here[last];
    if (typeof text !== 'string') throw new Error(`no text ${key} in ${language}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, param: string) => String(params[param] ?? ''));
  };
}
