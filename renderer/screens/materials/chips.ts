import type { MaterialFilter } from '#app/contract/materials.ts';
import type { Texts } from '../../language/texts.ts';
import { showDate } from '../../language/dates.ts';
import { tidy } from './tidy.ts';
import { sourceKindName } from './words.ts';

/** One thing asked, in words, and the filter that remains when it is taken away. */
export interface Chip { readonly key: string; readonly words: string; readonly without: MaterialFilter }

/** What a filter asks, one chip for each. Nothing asked: none. */
export function chipsOf(filter: MaterialFilter, { t, language }: Pick<Texts, 't' | 'language'>, stateName: (code: string) => string): readonly Chip[] {
  const chips: Chip[] = [];
  const add = <K extends keyof MaterialFilter>(key: K, words: (value: NonNullable<MaterialFilter[K]>) => string) => {
    const value = filter[key];
    if (value !== undefined && value !== null && value !== '') chips.push({ key, words: words(value), without: tidy({ ...filter, [key]: undefined }) });
  };
  const yesNo = (value: boolean) => t(value ? 'components.yes' : 'components.no');
  add('text', (text) => `«${text}»`);
  add('regNo', (text) => `${t('materials.column.regNo')}: ${text}`);
  add('senderNumber', (text) => `${t('materials.column.senderNumber')}: ${text}`);
  for (const state of filter.states ?? []) chips.push({ key: `states.${state}`, words: stateName(state), without: tidy({ ...filter, states: (filter.states ?? []).filter((each) => each !== state) }) });
  for (const body of filter.bodies ?? []) chips.push({ key: `bodies.${body}`, words: body, without: tidy({ ...filter, bodies: (filter.bodies ?? []).filter((each) => each !== body) }) });
  add('degree', (degree) => t(`components.grif.${degree}`));
  add('source', (source) => `${t('materials.filter.source')}: ${source === 'missing' ? t('materials.filter.missing') : source}`);
  add('accuracy', (accuracy) => `${t('materials.filter.accuracy')}: ${accuracy === 'missing' ? t('materials.filter.missing') : accuracy}`);
  add('sourceKind', (kind) => sourceKindName(kind, language));
  add('basis', (basis) => t(`materials.basis.${basis}`));
  add('language', (each) => `${t('materials.column.language')}: ${t(`materials.language.${each}`)}`);
  add('admission', (admission) => t(`materials.admission.${admission}`));
  add('receivedFrom', (date) => t('materials.filter.from', { date: showDate(date) }));
  add('receivedTo', (date) => t('materials.filter.to', { date: showDate(date) }));
  for (const key of ['personalData', 'restricted', 'frozen', 'product'] as const) add(key, (value) => `${t(`materials.filter.${key}`)}: ${yesNo(value)}`);
  return chips;
}
