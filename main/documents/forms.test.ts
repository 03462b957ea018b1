import { readFileSync } from 'node:fs';
import dayjs from 'dayjs';
import kk from 'dayjs/locale/kk.js';
import ru from 'dayjs/locale/ru.js';
import { describe, expect, it } from 'vitest';
import { letterDate } from '#app/documents/dates.ts';
import { placeholders } from '#app/documents/placeholders.ts';
import { wordingSchema } from '#app/documents/wording.ts';
import { loadForms } from './forms.ts';
import { assets } from './golden/papers.ts';

const forms = loadForms(assets);

/** Every text of a wording with its path. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

describe('wording of the forms', () => {
  it('asks for the same values in all three languages', () => {
    const kazakh = new Map(leaves(forms.kk));
    const english = new Map(leaves(forms.en));
    for (const [path, text] of leaves(forms.ru)) {
      expect(placeholders(kazakh.get(path) ?? ''), `kk ${path}`).toEqual(placeholders(text));
      expect(placeholders(english.get(path) ?? ''), `en ${path}`).toEqual(placeholders(text));
    }
  });
  it('leaves no Russian letters in English and no English words in Kazakh', () => {
    for (const [path, text] of leaves(forms.en)) expect(text, path).not.toMatch(/[А-Яа-я]/);
    for (const [path, text] of leaves(forms.kk)) {
      if (path !== '/language' && !path.startsWith('/status/')) expect(text.replace(/\{\{\w+\}\}|SHA-256/g, ''), path).not.toMatch(/[A-Za-z]/);
    }
  });
  it('says that the Agreement is quoted in an unofficial translation', () => {
    for (const wording of Object.values(forms)) expect(wording.status.agreement).toBe('unofficial translation');
    expect([forms.ru.status.forms, forms.kk.status.forms, forms.en.status.forms]).toEqual(['original', 'unofficial translation', 'unofficial translation']);
  });
  it('refuses a file with a key missing, unknown or empty', () => {
    const file = (): Record<string, Record<string, unknown>> => JSON.parse(readFileSync(`${assets}/forms/ru.json`, 'utf8'));
    const missing = file();
    delete missing['common']?.['copy'];
    const unknown = file();
    if (unknown['common']) unknown['common']['extra'] = 'x';
    const empty = file();
    if (empty['common']) empty['common']['copy'] = '';
    for (const bad of [missing, unknown, empty]) expect(wordingSchema.safeParse(bad).success).toBe(false);
    expect(wordingSchema.safeParse(file()).success).toBe(true);
  });
});

describe('dates of letters', () => {
  it('name the months as dayjs does', () => {
    for (let month = 1; month <= 12; month += 1) {
      const civil = `2026-${String(month).padStart(2, '0')}-09`;
      expect(letterDate(forms.ru, civil)).toBe(dayjs(civil).locale(ru).format('D MMMM YYYY [г.]'));
      expect(letterDate(forms.kk, civil)).toBe(dayjs(civil).locale(kk).format('YYYY [жылғы] D MMMM'));
      expect(letterDate(forms.en, civil)).toBe(dayjs(civil).locale('en').format('D MMMM YYYY'));
    }
    expect(letterDate(forms.ru, '2026-05-14')).toBe('14 мая 2026 г.');
  });
});
