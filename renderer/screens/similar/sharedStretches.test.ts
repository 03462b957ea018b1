import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedStretches } from './sharedStretches.ts';

const shared = (text: string, named: readonly string[]) => sharedStretches(text, named).filter((each) => each.shared).map((each) => each.text);

// Fictional texts.
describe('stretches that two materials share', () => {
  it('are marked where they stand, in the words of that side', () => {
    expect(shared('shartli „Oqtepa“ posti orqali oʻtgan yuk mashinasi', ['Oqtepa', 'yuk mashinasi'])).toEqual(['Oqtepa', 'yuk mashinasi']);
  });
  it('are found across a line break and when main cut them', () => {
    expect(shared('машина\n  прошла пост', ['машина прошла'])).toEqual(['машина\n  прошла']);
    expect(shared('длинная фраза о посте', ['длинная фраза…'])).toEqual(['длинная фраза']);
  });
  it('are whole words, so that a short one is not marked inside another', () => {
    expect(shared('постовой у поста и пост', ['пост'])).toEqual(['пост']);
  });
  it('take signs of a text for themselves and not for a pattern', () => {
    expect(shared('a+b (c) [d] a+b', ['a+b', '(c)'])).toEqual(['a+b', '(c)', 'a+b']);
    expect(shared('anything', ['.*'])).toEqual([]);
  });
  it('mark nothing for an empty reason', () => {
    expect(shared('text', ['', '   ', '…'])).toEqual([]);
    expect(sharedStretches('', ['x'])).toEqual([]);
  });
  it('give the text back character for character, whatever is named', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (text, named) => {
      expect(sharedStretches(text, named).map((each) => each.text).join('')).toBe(text);
    }), { seed: 7, numRuns: 100 });
  });
});
