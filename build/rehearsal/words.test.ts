import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { TextKey } from '#renderer/language/areas.ts';
import { rehearsalClock, rehearsalStart } from './clock.ts';
import { wordsOf } from './words.ts';

const t = wordsOf(resolve(import.meta.dirname, '../../assets'), 'ru');

it('reads the texts of the screens as an officer does, with their parameters', () => {
  expect(t('register.title')).toBe('Регистрация входящих');
  expect(t('register.head.package', { number: 'KG-01/R/2026/0004' })).toBe('Пакет KG-01/R/2026/0004');
});

it('takes the ending that the number asks for', () => {
  expect([1, 3, 5].map((count) => t('register.similar.found', { count }))).toEqual(['найден 1', 'найдено 3', 'найдено 5']);
});

it('names a text that is no longer there', () => {
  expect(() => t('register.gone' as TextKey)).toThrow('no text register.gone in ru');
});

it('starts its clock on the day of the rehearsal and goes on over midnight', () => {
  let elapsed = 5_000;
  const clock = rehearsalClock(() => elapsed);
  expect(clock.now()).toBe(rehearsalStart);
  elapsed += 61_000;
  expect(clock.now()).toBe('2026-11-23T09:01:01');
  elapsed += 15 * 3_600_000;
  expect(clock.now()).toBe('2026-11-24T00:01:01');
});
