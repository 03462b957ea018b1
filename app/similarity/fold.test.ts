import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldTokens, matchExpression, searchTerms } from './fold.ts';

const meet = (...forms: string[]) => expect([...new Set(forms.map(fold))], forms.join(' ')).toHaveLength(1);

const ALPHABETS: Record<string, string> = {
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  kk: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  ky: 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя',
  tg: 'абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя',
  uzCyrillic: 'абвгдеёжзийклмнопрстуфхцчшъэюяўқғҳ',
  uzLatin: 'abdefghijklmnopqrstuvxyzoʻgʻ',
  az: 'abcçdeəfgğhxıijkqlmnoöprsştuüvyz',
  tk: 'abçdeäfgžhijklmnňoöprsştuüwyýz',
  en: 'abcdefghijklmnopqrstuvwxyz',
};

describe('fold of the eight alphabets', () => {
  for (const [language, letters] of Object.entries(ALPHABETS)) {
    it(`${language}: every letter ends among a-z in both cases`, () => {
      for (const letter of letters.replaceAll('ʻ', '')) {
        const [before, after] = /\p{Script=Cyrillic}/u.test(letter) ? ['дал', 'нил'] : ['dal', 'nil'];
        const lower = fold(before + letter + after);
        expect(lower).toMatch(/^[a-z]+$/);
        expect(fold((before + letter + after).toUpperCase())).toBe(lower);
      }
    });
  }

  it('the names of the scenarios meet in every spelling', () => {
    meet('Оқтеппа', 'Oqtepa', 'Oktepa', 'ОҚТЕППА', 'Октепа', 'OQTEPPA');
    meet('Ғулом', 'Gʻulom', "G'ulom", 'G’ulom', 'Gulom', 'Ghulom', 'Ğulom');
    meet('Хуррам', 'Ҳуррам', 'Xurram', 'Hurram', 'Khurram');
    meet('Ҷамол', 'Жамол', 'Jamol', 'Джамол', 'Žamol', 'Dzhamol');
    meet('Алиев', 'Aliyev', 'Əliyev', 'Әлиев', 'Aliev', 'Alıyev');
    meet('Маңғыстау', 'Мангистау', 'Mañğystau', 'Mangystau');
    meet('Фёдор', 'Федор', 'Fyodor');
    meet('Ёқуб', 'Yoqub', 'Yokub');
    meet('йўл', 'yoʻl', "yo'l", 'YOʻL');
    meet('Васильев', 'Vasilyev', 'VASILYEV');
    meet('Шерзод', 'Sherzod', 'Şerzod', 'Šerzod');
    meet('Мария', 'Mariya', 'Maria');
    meet('Елена', 'Yelena', 'Elena');
    meet('Гарагум', 'Garagum');
    meet('маълумот', 'maʼlumot', 'maʻlumot', 'ma’lumot', "ma'lumot", 'malumot');
  });

  it('case follows no locale: the Turkic dotted and dotless i are one', () => {
    meet('İRBİS', 'IRBIS', 'irbis', 'ırbıs', 'Ирбис');
  });

  it('a bare c is read the Azerbaijani way only in a text with ə', () => {
    expect(fold('Cəlal')).toBe('jalal');
    expect(fold('Cavid və Cəlal')).toContain('javid');
    expect(fold('cocaine')).toBe('kokaine');
  });

  it('joins words divided at a line end and keeps ordinary hyphens apart', () => {
    expect(fold('гру-\r\n   зовик')).toBe('gruzovik');
    expect(fold('Garagum-3')).toBe('garagum 3');
    expect(fold('пост -\nДалее')).toBe('post dale');
  });

  it('keeps digits, doubled ones too', () => {
    expect(fold('4/118, 0011')).toBe('4 118 0011');
  });
});

describe('look-alike letters', () => {
  it('do not hide a word', () => {
    expect(fold('Oқтeппа')).toBe('oktepa');
    expect(fold('гepoин')).toBe(fold('героин'));
    expect(fold('Саrgо')).toBe(fold('Cargo'));
    expect(fold('κараван')).toBe(fold('караван'));
    expect(fold('Kəримов')).toBe(fold('Кәримов'));
  });

  it('do not hide a plate or a code', () => {
    meet('01А123ВС', '01A123BC', '01а123вс', '01A123ВC');
    meet('В2', 'B2');
  });

  it('invisible characters and full-width letters do not hide a word', () => {
    meet('геро\u200Bин', 'ге\u00ADроин', 'геро\u2060ин', 'героин');
    meet('ｏｑｔｅｐａ', 'Oqtepa');
    meet('геро́ин', 'героин');
  });
});

describe('any text at all', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc.string({ unit: fc.constantFrom(...'оOСCkhшsхycqжdzгnьйе ʻ\'-\n1əƏİ\u200b\u0301'), maxLength: 150 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  );

  it('folds to a fixed point', () => {
    fc.assert(fc.property(anything, (text) => {
      const once = fold(text);
      expect(fold(once)).toBe(once);
    }), { seed: 7, numRuns: 3000 });
  });

  it('gives tokens inside the text, in order, not overlapping, of bounded length', () => {
    fc.assert(fc.property(anything, (text) => {
      let from = 0;
      for (const { token, start, end } of foldTokens(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(token.length).toBeGreaterThan(0);
        expect(token.length).toBeLessThanOrEqual(64);
        from = end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
    }), { seed: 8, numRuns: 1000 });
  });

  it('gives search terms without quotation marks or operators', () => {
    fc.assert(fc.property(anything, (query) => {
      for (const term of searchTerms(query)) expect(term).not.toMatch(/["*^:(){}+]|^\s|\s$|\s\s/);
    }), { seed: 9, numRuns: 1000 });
  });
});

describe('search terms', () => {
  it('are folded, phrases kept, operators plain words', () => {
    expect(searchTerms('«Оқтеппа пост» OR NEAR(гepoин*)')).toEqual(['oktepa post', 'or', 'near', 'geroin']);
    expect(searchTerms('„Oqtepa posti“ yuk')).toEqual(['oktepa posti', 'iuk']);
    expect(searchTerms('a"b')).toEqual(['a', 'b']);
    expect(searchTerms(' — "" ')).toEqual([]);
  });

  it('are bounded in number', () => {
    expect(searchTerms(Array.from({ length: 500 }, (_, i) => `слово${i}`).join(' '))).toHaveLength(32);
  });

  it('make a MATCH expression of quoted prefixes', () => {
    expect(matchExpression('x" OR y: col')).toBe('"h"* AND "or"* AND "i"* AND "kol"*');
    expect(matchExpression('"')).toBeNull();
  });

  it('the beginning of a name finds the name', () => {
    for (const [part, whole] of [['Али', 'Aliyev'], ['Оқт', 'Oqtepa'], ['Гара', 'Garagum'], ['мангы', 'Маңғыстау']] as const) {
      expect(fold(whole).startsWith(fold(part)), part).toBe(true);
    }
  });
});
