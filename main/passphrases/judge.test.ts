import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { otherLayouts } from './layouts.ts';

const known = ['aigerim', 'Айгерим Тестова', 'caricc', 'grif'];

describe('a passphrase', () => {
  it.each([
    ['короткая', 'short'], ['Qwerty12345!', 'common'], ['aaaaaaaaaaaaaaaaaaaaaaaa', 'repeated'], ['йцукенгшщзхъфыва', 'keyboard'],
    ['пароль пароль', 'words'], ['құпиясөз махаббат', 'words'], ['любовь и солнышко', 'words'], ['necromantic password', 'common'],
    ['aigerim-aigerim-1', 'repeated'], ['Тестова Айгерим', 'known'], ['CARICC grif 2026', 'known'], ['12.05.1987 05.12.1987', 'date'],
    // Typed on the other layout: "parol' parol' 123", "solnyshko parol'", and the English of "password password".
    ['gfhjkm gfhjkm 123', 'repeated'], ['cjkysirj gfhjkm', 'layout'], ['зфыыцщкв зфыыцщкв', 'layout'],
  ] as const)('%s is weak: %s', async (text, why) => {
    expect(await judge(text, known)).toMatchObject({ strength: 'weak', why });
  });

  it.each([
    'лошадь чинит зонтик над проливом', 'түнгі теміржол бекетіндегі сары шамдар', 'copper violin under seven frozen bridges', 'фиолетовый бегемот 47 читает смету', 'k7#Vq!x2Zr9$Lw4t',
  ])('%s stands', async (text) => {
    expect((await judge(text, known)).strength).not.toBe('weak');
  });

  it('of two words that no list knows is still weak: a word is a word in any language', async () => {
    expect(await judge('кыргызстандыктар жылдызнама', known)).toMatchObject({ strength: 'weak' });
    expect(await judge('oʻzbekistonlik yulduzlar', known)).toMatchObject({ strength: 'weak' });
  });

  it('is worth no less with more behind it, and the longest is judged as well', async () => {
    const start = 'copper violin under seven frozen bridges';
    const [shorter, longer] = [await judge(start, known), await judge(`${start} ${'x'.repeat(900)}`, known)];
    expect(longer.guesses).toBeGreaterThanOrEqual(Math.min(shorter.guesses, 16));
    expect((await judge('a1'.repeat(500), known)).strength).toBe('weak');
  });
});

it('the other layouts give back what the same keys say', () => {
  expect(otherLayouts('Gfhjkm')).toContain('пароль');
  expect(otherLayouts('зфыыцщкв')).toContain('password');
  expect(otherLayouts('2kt')).toContain('әле');
});
