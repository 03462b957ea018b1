import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '#app/contract/shapes/text.ts';
import type { Act } from '#app/journal/act.ts';

/** Words for kinds of act and for methods, by area and name: the same that the journal's screen shows. */
export type ActWords = ReadonlyMap<string, string>;

const texts = z.object({ kinds: z.record(z.string(), z.record(z.string(), z.string())) });

/** Read from `assets/texts`. Throws ZodError where the kinds are not of that form. */
export function loadActWords(assets: string, language: Language): ActWords {
  const { kinds } = texts.parse(JSON.parse(readFileSync(join(assets, 'texts', language, 'journal.json'), 'utf8')));
  return new Map(Object.entries(kinds).flatMap(([area, names]) => Object.entries(names).map(([name, words]) => [`${area}.${name}`, words] as const)));
}

const asked = z.object({ method: z.string() });
/** Kinds under which the gate writes down a question; their open part names its method. */
const asking: ReadonlySet<string> = new Set(['view.opened', 'search.run']);

/** An act in words: of a question what was asked for; the kind as it is where there are no words for it. */
export function deedOf({ kind, open }: Pick<Act, 'kind' | 'open'>, words: ActWords): string {
  const method = asking.has(kind) ? asked.safeParse(open).data?.method : undefined;
  return (method === undefined ? undefined : words.get(method)) ?? words.get(kind) ?? kind;
}
