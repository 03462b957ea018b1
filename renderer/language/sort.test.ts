import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderOf } from './sort.ts';

const inOrder = (language: 'ru' | 'kk' | 'en', words: readonly string[]) => words.toSorted(inOrderOf(language));

describe('sorting', () => {
  it('follows the Kazakh alphabet, in which Ә comes after А and І after Ы', () => {
    const alphabet = [...'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ'];
    expect(inOrder('kk', alphabet.toReversed())).toEqual(alphabet);
    expect(inOrder('kk', ['Өзбекстан', 'Ресей', 'Қазақстан', 'Әзербайжан', 'Қырғызстан', 'Тәжікстан', 'Түрікменстан']))
      .toEqual(['Әзербайжан', 'Қазақстан', 'Қырғызстан', 'Өзбекстан', 'Ресей', 'Тәжікстан', 'Түрікменстан']);
  });
  it('puts Ё after Е in Russian', () => expect(inOrder('ru', ['Ёлка', 'Еж', 'Жук', 'Дом'])).toEqual(['Дом', 'Еж', 'Ёлка', 'Жук']));
  it('sorts numbers by their size and Latin before Cyrillic', () => {
    expect(inOrder('en', ['No 10', 'No 9', 'No 009a', 'Алма', 'Zeta'])).toEqual(['No 9', 'No 009a', 'No 10', 'Zeta', 'Алма']);
  });
  it('sets case and punctuation aside, and keeps a word before its longer ones', () => {
    expect(inOrder('ru', ['«Бета»', 'альфа', 'Альфа 2', 'АЛЬФА-1'])).toEqual(['альфа', 'Альфа 2', 'АЛЬФА-1', '«Бета»']);
    expect(inOrder('ru', ['КНБ РК', 'КНБ'])).toEqual(['КНБ', 'КНБ РК']);
  });
  it.each(['ru', 'kk', 'en'] as const)('is a total order in %s', (language) => {
    const compare = inOrderOf(language);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b, c) => {
      if (Math.sign(compare(a, b)) !== -Math.sign(compare(b, a))) return false;
      return !(compare(a, b) <= 0 && compare(b, c) <= 0) || compare(a, c) <= 0;
    }), { seed: 408, numRuns: 500 });
  });
});
