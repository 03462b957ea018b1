import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import file from '#assets/reference/annex1.json' with { type: 'json' };
import { annex1At, recogniseMarking } from './annex1.ts';
import type { Annex1Version } from './annex1.ts';
import { highest, isBelow, isDegree, rank } from './grif.ts';
import type { Degree } from './grif.ts';
import { annex1File } from './reference.ts';
import { stateCodes } from './states.ts';
import type { StateCode } from './states.ts';

const versions: readonly Annex1Version[] = annex1File.parse(file).versions;
const [version] = versions;
if (version === undefined) throw new Error('no version of Annex 1');
const read = (text: string, state: StateCode) => recogniseMarking(text, state, version);
const lower = { kind: 'degree', degree: 'LOWER' };
const upper = { kind: 'degree', degree: 'UPPER' };

test('the Centre has 001 and 02, three digits and two', () => {
  expect(version.centre.UPPER.kk).toBe('Орталық 001');
  expect(version.centre.LOWER.kk).toBe('Орталық 02');
});

describe('stamps are recognised', () => {
  test.each<[string, StateCode, object]>([
    ['MAXFIY', 'UZ', lower], ['Mutlaqo  maxfiy', 'UZ', upper], ['Махфий', 'UZ', lower], ['МУТЛАҚО МАХФИЙ', 'UZ', upper], ['мутлако махфий', 'UZ', upper],
    ['МАХФӢ', 'TJ', lower], ['Махфи', 'TJ', lower], ['Комилан махфӣ', 'TJ', upper],
    ['Məxfi', 'AZ', lower], ['TAM MƏXFİ', 'AZ', upper], ['Tam maxfi', 'AZ', upper],
    ['Құпия', 'KZ', lower], ['Қүпия', 'KZ', lower], ['Өте құпия', 'KZ', upper], ['Өтө жашыруун', 'KG', upper],
    ['С О В Е Р Ш Е Н Н О   С Е К Р Е Т Н О', 'RU', upper], ['секретно', 'RU', lower], ['Секретно. Экз. № 2', 'RU', lower], ['СЕКРЕТНО\nЭкз. № 1', 'RU', lower],
    ['CEKPETHO', 'RU', lower], ['Cекретно', 'KZ', lower], ['«Секретно»', 'TM', lower], ['Центр 001', 'KZ', upper], ['Орталық  02', 'RU', lower], ['CENTRE 02', 'UZ', lower],
  ])('%j of %s', (text, state, expected) => expect(read(text, state)).toEqual(expected));
});

describe('what is above Annex 1 stops', () => {
  test.each<[string, StateCode]>([
    ['Особой важности', 'RU'], ['СОВЕРШЕННО СЕКРЕТНО ОСОБОЙ ВАЖНОСТИ', 'RU'], ['Секретно особой важности экз. № 1', 'RU'], ['Аса маңызды', 'KZ'], ['АСА МАҢЫЗДЫ', 'KZ'],
    ['Oʻta muhim', 'UZ'], ["O'ta muhim", 'UZ'], ['Ўта муҳим', 'UZ'], ['Xüsusi əhəmiyyətli', 'AZ'], ['ОВ', 'RU'], ['Өзгөчө маанилүү', 'KG'],
  ])('%j of %s', (text, state) => expect(read(text, state)).toEqual({ kind: 'above' }));
});

describe('what bears no grif goes to ordinary correspondence', () => {
  test.each<[string, StateCode]>([
    ['', 'KZ'], ['   ', 'KZ'], ['-', 'RU'], ['—', 'RU'], ['Для служебного пользования', 'RU'], ['ДСП экз. № 3', 'RU'], ['Несекретно', 'RU'], ['не секретно', 'KG'],
    ['Xizmat doirasida foydalanish uchun', 'UZ'], ['Қызмет бабында пайдалану үшін', 'KZ'], ['Maxfiy emas', 'UZ'],
  ])('%j of %s', (text, state) => expect(read(text, state)).toEqual({ kind: 'none' }));
});

describe('nothing is guessed', () => {
  test.each<[string, StateCode]>([
    ['Центр 002', 'KZ'], ['Центр 01', 'KZ'], ['Секретно / Совершенно секретно', 'RU'], ['секретно-ли', 'RU'], ['SECRET', 'UZ'], ['???', 'RU'], ['Maxfiy', 'TJ'], ['Gizlin', 'TM'], ['№ 1', 'RU'], ['сс', 'RU'],
  ])('%j of %s', (text, state) => expect(read(text, state)).toEqual({ kind: 'unknown' }));

  test('whatever is typed, a degree comes only from a stamp of the table', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(...stateCodes), (text, state) => {
      if (/секретно|купия|maxfiy|məxfi|центр|centre/iu.test(text)) return;
      expect(read(text, state).kind).not.toBe('degree');
    }), { seed: 3, numRuns: 2000 });
  });
});

test('the version in force is the last that has begun', () => {
  const later: Annex1Version = { ...version, id: 'later', effectiveFrom: '2027-01-01', decision: 'fictional 1' };
  expect(annex1At([later, version], '2026-12-31')?.id).toBe(version.id);
  expect(annex1At([later, version], '2027-01-01')?.id).toBe('later');
  expect(annex1At([version], '2000-01-01')).toBeNull();
});

test('degrees are ordinals; the highest never falls when one is added', () => {
  expect(rank('LOWER')).toBeLessThan(rank('UPPER'));
  expect(isBelow('LOWER', 'UPPER')).toBe(true);
  expect(isBelow('UPPER', 'UPPER')).toBe(false);
  expect(highest([])).toBeNull();
  expect(isDegree('upper')).toBe(false);
  const degree = fc.constantFrom<Degree>('LOWER', 'UPPER');
  fc.assert(fc.property(fc.array(degree, { minLength: 1 }), degree, (all, more) => {
    const [before, after] = [highest(all), highest([...all, more])];
    if (before === null || after === null) throw new Error('a grif was expected');
    expect(isBelow(after, before)).toBe(false);
    expect(all.some((one) => isBelow(before, one))).toBe(false);
  }), { seed: 4 });
});
