import { isCivilDate, isCivilDateTime } from '#app/agreement/civilDate.ts';
import { sourceKinds } from '#app/agreement/evaluation.ts';
import { showDate, showDateTime, showNumber } from '../../language/dates.ts';
import type { Texts } from '../../language/texts.ts';
import { sourceKindName } from '../materials/words.ts';
import { kindWords } from './kinds.ts';

/** One thing that an act says: the field in words (its key where there are none) and its value. */
export interface Detail { readonly label: string; readonly value: string }

type Words = Pick<Texts, 'maybe' | 'language'>;

/** Of the asking itself and of no interest to a reader: which page of how many rows. Whether a sender is listed shows by its code or its name. */
const machinery: ReadonlySet<string> = new Set(['cursor', 'limit', 'skip']);
/** Whose parts are said each on a line of its own. */
const opened: ReadonlySet<string> = new Set(['asked', 'about', 'filter', 'sort', 'sender']);
/** Fields whose value is the code of a refusal. */
const refusing: ReadonlySet<string> = new Set(['codes', 'code', 'reasons']);

/** Where the words for a field's values are; the same that the screens of their own use. */
const wordsFor: Readonly<Record<string, readonly string[]>> = {
  type: ['card.links.relation'], kind: ['breach.kinds', 'reference.events.kinds', 'reference.bodies.kinds', 'notices.kind'], seals: ['register.seals'],
  admission: ['packages.admission'], object: ['breach.objects'], step: ['breach.steps'], cause: ['breach.suspicions.causes'], origin: ['breach.origins'], degree: ['components.grif'], highest: ['components.grif'],
  language: ['register.languages'], basis: ['register.basis'], status: ['notices.status', 'journal.values'], result: ['journal.result'], role: ['frame.roles'],
  by: ['materials.column'], how: ['session.header.how'], direction: ['journal.values'], source: ['journal.values'], accuracy: ['journal.values'],
};

export const fieldWords = (key: string, maybe: Texts['maybe']): string | undefined => maybe(`journal.keys.${key}`);

function scalar(key: string, value: string | number | boolean, { maybe, language }: Words): string {
  if (typeof value === 'boolean') return maybe(`components.${value ? 'yes' : 'no'}`) ?? String(value);
  if (typeof value === 'number') return key === 'year' ? String(value) : showNumber(value);
  if (key === 'method') return kindWords(value, maybe);
  if (refusing.has(key)) return maybe(`refusals.codes.${value}`) ?? value;
  const sourceKind = key === 'sourceKind' ? sourceKinds.find((kind) => kind === value) : undefined;
  if (sourceKind !== undefined) return sourceKindName(sourceKind, language);
  if (isCivilDateTime(value)) return showDateTime(value);
  if (isCivilDate(value)) return showDate(value);
  for (const place of wordsFor[key] ?? []) {
    const words = /^\w+$/.test(value) ? maybe(`${place}.${value}`) : undefined;
    if (words !== undefined) return words;
  }
  return value;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in words on one line; empty for what was left empty. */
function inWords(key: string, value: unknown, words: Words): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return scalar(key, value, words);
  if (Array.isArray(value)) return value.map((part) => inWords(key, part, words)).filter((part) => part !== '').join(value.some(isObject) ? '; ' : ', ');
  if (!isObject(value)) return '';
  // A text that somebody wrote is named by its length only (Art. 11).
  if (Object.keys(value).length === 1 && typeof value['characters'] === 'number') return words.maybe('journal.values.characters', { count: value['characters'] }) ?? '';
  if (typeof value['year'] === 'number' && typeof value['n'] === 'number') return `${value['n']}/${value['year']}`;
  return Object.entries(value).flatMap(([name, part]) => {
    const said = inWords(name, part, words);
    return said === '' ? [] : [`${fieldWords(name, words.maybe) ?? name}: ${said}`];
  }).join(', ');
}

function rowsOf(value: Readonly<Record<string, unknown>>, words: Words): readonly Detail[] {
  return Object.entries(value).flatMap(([key, part]): readonly Detail[] => {
    if (machinery.has(key) || (key === 'kind' && (part === 'listed' || part === 'unlisted'))) return [];
    if (opened.has(key) && isObject(part)) return rowsOf(part, words);
    const said = inWords(key, part, words);
    return said === '' ? [] : [{ label: fieldWords(key, words.maybe) ?? key, value: said }];
  });
}

/** The open part of an act, row by row; undefined where it is not whole JSON: cut off because it was too long. */
export function detailsOf(detail: string, words: Words): readonly Detail[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(detail);
  } catch {
    return undefined;
  }
  return isObject(value) ? rowsOf(value, words) : undefined;
}
