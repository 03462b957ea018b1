// All persons, numbers and places are fictional.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { features, isReadInFull, LIMITS, referenceFeature } from './features.ts';
import { rarityOf, scoreCandidate, strength } from './score.ts';
import { BANDS } from './weights.ts';

const S1 = 'Sinov namunasi: shartli „Oqtepa“ posti orqali oʻtgan yuk mashinasi haqida maʼlumot. Manba: rasmiy organ.';
const S2 = 'Намунаи санҷишӣ: мошини боркаш аз гузаргоҳи шартии „Оқтеппа“ гузаштааст, рақамаш номаълум.';
const S4 = 'Qoʻshimcha maʼlumot (4/118 ga): oʻsha yuk mashinasi „Oqtepa“ postidan qaytgan.';
const S7 = 'Synag nusgasy: şertli „Garagum-3“ nokady barada maglumat.';

const rare = () => rarityOf(1, 500);
const compare = (query: string, candidate: string) => scoreCandidate(features(query), features(candidate), rare);
const band = (query: string, candidate: string) => strength(compare(query, candidate).score);

const TEMPLATE = (who: string, plate: string, phone: string, place: string, weight: string, date: string) =>
  `Условный образец: ${date} на посту «${place}» остановлен грузовик, г/н ${plate}, за рулём ${who}, тел. ${phone}. `
  + `В тайнике под полом кузова обнаружено ${weight} вещества, внешне сходного с героином. Проводится проверка связей водителя.`;

describe('scenarios of the registry', () => {
  it('S2 is similar to S1 over Tajik and Uzbek, and the shared name is the first reason', () => {
    const result = compare(S2, S1);
    expect(result.score).toBeGreaterThanOrEqual(BANDS.likely);
    const [first, ...others] = explain(result, S2, S1);
    expect(first).toMatchObject({ kind: 'name', queryText: 'Оқтеппа', candidateText: 'Oqtepa', agrees: true });
    expect(others).toContainEqual(expect.objectContaining({ queryText: 'мошини боркаш', candidateText: 'yuk mashinasi' }));
  });

  it('S4 finds its parent by the number it names, which stands in the requisites of S1', () => {
    const parent = [referenceFeature('4/118'), ...features(S1)];
    const result = scoreCandidate(features(S4), parent, rare);
    expect(strength(result.score)).toBe('strong');
    expect(explain(result, S4, S1)).toContainEqual(
      expect.objectContaining({ kind: 'document', queryText: '4/118', candidateText: '' }));
    expect(scoreCandidate(features(S4), [referenceFeature('4/119'), ...features(S7)], rare).score).toBeLessThan(BANDS.weak);
  });

  it('S7 resembles none of them', () => {
    for (const other of [S1, S2, S4]) expect(band(S7, other)).toBe('none');
  });
});

describe('one template, other facts', () => {
  const a = TEMPLATE('Каримов Рустам', 'А123ВС 77', '+7 901 555-01-17', 'Оқтеппа', '12,5 кг', '14.05.2026');
  const b = TEMPLATE('Дурдыев Мерген', 'К908ТХ 77', '+7 902 555-99-71', 'Гарагум', '3,2 кг', '02.03.2026');

  it('is not similar information', () => {
    const result = compare(a, b);
    expect(result.score).toBeLessThan(BANDS.weak);
    expect(result.against.map(({ kind }) => kind).toSorted()).toEqual(['date', 'name', 'person', 'phone', 'plate', 'weight']);
    expect(explain(result, a, b)).toContainEqual(
      expect.objectContaining({ kind: 'plate', queryText: 'А123ВС 77', candidateText: 'К908ТХ 77', agrees: false }));
  });

  it('with one shared plate typed in the other alphabet is', () => {
    expect(compare(a, TEMPLATE('Дурдыев Мерген', 'A123BC77', '+7 902 555-99-71', 'Гарагум', '3,2 кг', '02.03.2026')).shared[0]?.kind).toBe('plate');
  });

  it('retold in Uzbek with the same persons and plate is strong', () => {
    const retold = 'Sinov namunasi: 2026-yil 14-may kuni „Oqtepa“ postida A123BC77 raqamli yuk mashinasi toʻxtatildi. '
      + 'Haydovchi Rustam Karimov, yashirin joydan 12,5 kg geroin topildi.';
    expect(band(a, retold)).toBe('strong');
    expect(compare(a, retold).against).toEqual([]);
  });

  it('a namesake with another passport and another plate scores less than the same man', () => {
    const man = 'Каримов Рустам, паспорт АА1234567, машина А123ВС 77';
    const same = compare(man, 'Karimov Rustam, pasport AA1234567');
    const namesake = compare(man, 'Karimov Rustam, pasport AB7654321, K908TX 77');
    expect(namesake.score).toBeLessThan(same.score - 6);
    expect(strength(namesake.score)).not.toBe('strong');
  });

  it('look-alike letters in every word hide nothing', () => {
    const spoofed = a.replaceAll('а', 'a').replaceAll('е', 'e').replaceAll('о', 'o').replaceAll('с', 'c').replaceAll('р', 'p');
    expect(compare(a, spoofed).score).toBeGreaterThan(compare(a, a).score * 0.9);
  });
});

const blind = (text: string) => features(text).map((f) => ({ ...f, key: Buffer.from(f.key).toString('hex') }));

describe('scoring', () => {
  const sample = fc.constantFrom(...[S1, S2, S4, S7].flatMap((text) => features(text)));
  const set = fc.uniqueArray(sample, { selector: ({ key }) => key, maxLength: 40 });

  it('is never negative, never grows with commonness, and counts only shared keys', () => {
    fc.assert(fc.property(set, set, fc.double({ min: 0, max: 1, noNaN: true }), (query, candidate, rarity) => {
      const full = scoreCandidate(query, candidate, () => 1);
      const less = scoreCandidate(query, candidate, () => rarity);
      expect(less.score).toBeGreaterThanOrEqual(0);
      expect(less.score).toBeLessThanOrEqual(full.score);
      const held = new Set(candidate.map(({ key }) => key));
      for (const { key } of full.shared) expect(held.has(key)).toBe(true);
    }), { seed: 13, numRuns: 500 });
  });

  it('works on blinded keys as on plain ones', () => {
    expect(scoreCandidate(blind(S2), blind(S1), rare).score).toBe(compare(S2, S1).score);
  });

  it('takes a common value for little', () => {
    expect(rarityOf(1, 100_000)).toBe(1);
    expect(rarityOf(100_000, 100_000)).toBeLessThan(0.01);
    expect(rarityOf(0, 0)).toBe(1);
    expect(rarityOf(50, 1000)).toBeLessThan(rarityOf(5, 1000));
    expect(strength(scoreCandidate(features(S2), features(S1), () => 0).score)).toBe('none');
  });

  it('survives nonsense from the rarity of a caller', () => {
    for (const odd of [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, -3, 7]) {
      expect(Number.isFinite(scoreCandidate(features(S2), features(S1), () => odd).score)).toBe(true);
    }
  });
});

describe('features', () => {
  it('are the same each time, inside the text, each key once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (noise) => {
      const text = `${noise} ${S1} ${noise}`;
      const all = features(text);
      expect(features(text)).toEqual(all);
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
      for (const { kind, key, start, end } of all) {
        expect(key.startsWith(`${kind}:`)).toBe(true);
        expect(start >= 0 && start < end && end <= text.length).toBe(true);
      }
    }), { seed: 12, numRuns: 300 });
  });

  it('of ten megabytes stay within the bounds, and the cut is told', () => {
    const long = Array.from({ length: 700_000 }, (_, i) => `слово${(i * 7919) % 65_521}`).join(' ').padEnd(10_000_000, ' х');
    const all = features(long);
    expect(all.filter(({ kind }) => kind === 'word').length).toBeLessThanOrEqual(LIMITS.words);
    expect(all.filter(({ kind }) => kind === 'shingle').length).toBeLessThanOrEqual(LIMITS.shingles);
    expect(isReadInFull(long)).toBe(false);
    expect(isReadInFull(S1)).toBe(true);
  });

  it('of hostile repetitions come back', () => {
    for (const piece of ['a', "a'", 'a-\n', '\u0301', '«', '1.', '12 000 ', 'Ab ', 'A. ', 'паспорт ', '+7', '\u200b', '\ud800']) {
      expect(features(piece.repeat(200_000 / piece.length)).length).toBeLessThan(3000);
    }
  });
});
