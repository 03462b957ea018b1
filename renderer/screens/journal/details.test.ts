import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import * as agreementActs from '#app/agreement/acts.ts';
import { entryOf, methods } from '#app/contract/index.ts';
import * as documentActs from '#app/documents/acts.ts';
import * as exchangeActs from '#app/exchange/acts.ts';
import * as incidentActs from '#app/incidents/acts.ts';
import type { ActKind } from '#app/journal/kind.ts';
import * as materialActs from '#app/materials/acts.ts';
import * as noticeActs from '#app/notices/acts.ts';
import { languages, type Language } from '../../language/plurals.ts';
import { startLanguage } from '../../language/texts.ts';
import { detailsOf, fieldWords } from './details.ts';

const wordsIn = (language: Language) => {
  const instance = startLanguage(language);
  return { language, maybe: (key: string, params: Readonly<Record<string, string | number>> = {}) => (instance.exists(key) || 'count' in params ? String(instance.t(key, { ...params })) : undefined) };
};
const ru = wordsIn('ru');
const rows = (value: unknown, words = ru) => (detailsOf(JSON.stringify(value), words) ?? []).map(({ label, value: said }) => `${label}: ${said}`);

const isKind = (value: unknown): value is ActKind => typeof value === 'object' && value !== null && 'open' in value && 'held' in value && 'kind' in value;

/** Names of fields in a schema, at any depth. */
function fieldsOf(schema: z.ZodType): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (key === 'properties' && typeof value === 'object' && value !== null) for (const name of Object.keys(value)) found.add(name);
      walk(value);
    }
  };
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return found;
}

/** Which page of how many rows: of the asking itself, and not shown. */
const machinery = new Set(['cursor', 'limit', 'skip']);
/** Groups whose parts are shown, each on its own line. */
const groups = new Set(['asked', 'about', 'filter', 'sort', 'sender']);

it.each(languages)('has words in %s for every field that the program writes into an open part', (language) => {
  const kinds = [agreementActs, documentActs, exchangeActs, incidentActs, materialActs, noticeActs].flatMap((module) => Object.values(module).filter(isKind));
  expect(kinds.length).toBeGreaterThan(25);
  const asked = methods.flatMap((method) => { const entry = entryOf(method); return entry === undefined || entry.journal === 'none' ? [] : [entry.input]; });
  const inMain = ['method', 'codes', 'acts', 'head', 'now', 'last', 'login', 'at', 'workstation', 'more', 'damaged', 'headCompleted', 'vault', 'demonstration', 'format', 'suite',
    'holding', 'role', 'boxPublic', 'signPublic', 'broken', 'differences', 'lost', 'otherId', 'grantor'];
  const fields = new Set([...kinds.map(({ open }) => open), ...asked].flatMap((schema) => [...fieldsOf(schema)]).concat(inMain));
  const { maybe } = wordsIn(language);
  expect([...fields].filter((field) => !machinery.has(field) && !groups.has(field) && fieldWords(field, maybe) === undefined)).toEqual([]);
});

describe('an act in words', () => {
  it('says a refused attempt by the words of its refusals, with a place for what it no longer knows', () => {
    const [first = '', second = ''] = rows({ codes: ['party.notInForce', 'no.suchCode'], about: { recipient: 'TM-01' } });
    expect(first).toMatch(/^Почему отказано: Для государства … Соглашение на эту дату не в силе.*no\.suchCode$/);
    expect(second).toBe('Адресат: TM-01');
  });
  it('says a question by what was asked for; a text by its length; which page is nobody\'s interest', () => {
    expect(rows({ method: 'materials.page', asked: { filter: { text: { characters: 3 }, degree: 'UPPER', receivedFrom: '2026-05-14' }, sort: { by: 'receivedOn', direction: 'descending' }, cursor: null, limit: 50 } }))
      .toEqual(['Вопрос: Поиск материалов', 'Текст: 3 знака', 'Гриф: СОВЕРШЕННО СЕКРЕТНО', 'Получено с: 14.05.2026', 'Порядок по полю: Получено', 'Направление: по убыванию']);
  });
  it('says dates, kinds and series as the officer reads them, in the officer\'s language', () => {
    const act = { kind: 'loss', discoveredAt: '2026-05-14T09:05:00', serial: { year: 2026, n: 7 }, sender: { kind: 'listed', body: 'UZ-01' }, personalData: true, remarks: '' };
    expect(rows(act)).toEqual(['Вид: утрата', 'Обнаружено: 14.05.2026 09:05', 'Порядковый номер: 7/2026', 'Орган: UZ-01', 'Персональные данные: да']);
    expect(rows(act, wordsIn('en'))).toContain('Discovered: 14.05.2026 09:05');
  });
  it('leaves what it does not know as it is, and what is no whole record to be shown as stored', () => {
    expect(rows({ drawer: 'x', list: [{ name: 'курьер', highest: 'LOWER' }, { name: 'почта' }], __proto__: 1 })).toEqual(['drawer: x', 'list: Название: курьер, Высший гриф: СЕКРЕТНО; Название: почта']);
    for (const cut of ['{"method":"mater…', '7', '[]', 'null', '']) expect(detailsOf(cut, ru)).toBeUndefined();
  });
});
