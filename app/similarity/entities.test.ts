// All persons, numbers and places are fictional.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entities, MAX_ENTITIES_PER_KIND } from './entities.ts';
import type { EntityKind } from './feature.ts';

const found = (text: string, kind: EntityKind) => entities(text).filter((e) => e.kind === kind).map((e) => e.value);
const same = (kind: EntityKind, value: string, ...texts: string[]) => {
  for (const text of texts) expect(found(text, kind), text).toContain(value);
};
const none = (kind: EntityKind, ...texts: string[]) => {
  for (const text of texts) expect(found(text, kind), text).toEqual([]);
};

describe('persons', () => {
  it('meet over order, script, case, gender and patronymic', () => {
    same('person', 'krmv rstm',
      'водитель Каримов Рустам задержан', 'с Рустамом Каримовым вместе', 'у Каримова Рустама Анваровича',
      'haydovchi Karimov Rustam Anvar oʻgʻli', 'Rustam Karimovning uyida', 'sürücü Rüstəm Kərimov', 'Рустам Каримовтың үйі',
      'ронанда Каримов Рустам', 'driver Rustam Karimov stopped', 'Rüstem Karimow barada');
  });
  it('do not take in the word that opens the sentence', () => {
    expect(found('Ақшаны Кумов Нурлан береді.', 'person')).toEqual(found('Кумов Нурлан', 'person'));
    expect(found('Рустам Анварович Каримов задержан.', 'person')).toEqual(['krmv rstm']);
  });
  it('with an initial are kept apart from the full name', () => {
    same('person', 'krmv r.', 'Каримов Р.А. задержан', 'Р.А. Каримова', 'Karimov R. ushlandi');
  });
  it('are not made of sentence openings, titles or one name', () => {
    none('person', 'Гражданин задержан.', 'Управление Центр сообщает', 'Каримов задержан', 'Информация поступила.');
  });
});

describe('numbers', () => {
  it('phones meet by their last nine digits', () => {
    same('phone', '901234567', 'тел. +998 90 123-45-67', 'tel 901234567', '+998901234567', '998 (90) 123 45 67', 'phone: 90 123 45 67');
    none('phone', '14.05.2026', '12 000 000 сум', '7 кг 998 г', '20260514');
  });
  it('plates meet over alphabets, spaces and the letter O for zero', () => {
    same('plate', '01A123BC', 'г/н 01А123ВС', '01 A 123 BC', '01a123bc', 'O1 А 123 ВС,', '«01A 123BC»');
    same('plate', 'A123BC77', 'А123ВС77', 'А123ВС 77', 'а123вс77');
    same('plate', '123ABC02', '123 ABC 02', '123АВС02');
    none('plate', 'пункт 12 и 34', 'ГОСТ 123', 'U+02BB', '4/118', 'S1 S2 S3');
  });
  it('papers are found by their name or their layout', () => {
    same('document', 'id AA1234567', 'паспорт АА 1234567', 'pasport: AA1234567', 'AA №1234567');
    same('document', 'id 850101300123', 'ИИН 850101300123', 'ЖСН: 850101300123');
  });
  it('letters are found by their number', () => {
    same('document', 'ref 4/118', 'Qoʻshimcha maʼlumot (4/118 ga):', 'исх. № 4/118', 'к № 4-118');
    none('document', '12/05', '31/12', '3/4', '14/05/2026');
  });
  it('accounts must satisfy their check digits', () => {
    same('account', 'GB82WEST12345698765432', 'IBAN GB82 WEST 1234 5698 7654 32');
    same('account', '4111111111111111', 'карта 4111 1111 1111 1111');
    none('account', 'GB83 WEST 1234 5698 7654 32', '4111 1111 1111 1112');
  });
  it('amounts meet over units and languages', () => {
    same('weight', 'g 12500', '12,5 кг', '12 500 г', '12.5 kg', '12500 gramm', '12 500 грамм');
    same('weight', 'usd 3000', '3 тысячи долларов', '3000 USD', '3 ming dollar');
    same('weight', 'ml 500', '500 мл', '0,5 литра');
    none('weight', '1985 г.', '2026 года', '0 кг', 'кг 5');
  });
  it('dates become civil dates, days that do not exist do not', () => {
    same('date', '2026-05-14', '14.05.2026', '14/05/2026', '2026-05-14', '14.05.26', '14 мая 2026 года', '2026 жылғы 14 мамыр',
      '2026-yil 14-may', '14 may 2026', 'May 14, 2026', '2026-жылдын 14-майы', '14-уми майи соли 2026');
    none('date', '31.02.2026', '29.02.2025', '32 мая 2026', '14.13.2026', '2026-00-10', '192.168.10.2026.5');
  });
  it('coordinates meet to a hundredth of a degree', () => {
    same('coordinate', '41.31 69.24', '41.311081, 69.240562', '41°18\'40"N 69°14\'26"E');
    none('coordinate', '95.123, 69.240', '12.5, 13.5');
  });
});

describe('names', () => {
  it('in quotation marks meet over spellings', () => {
    same('name', 'oktep', '„Oqtepa“ posti', '«Оқтеппа»', '"Oktepa"', 'через Октепу шёл');
  });
  it('of a text in capitals are not guessed', () => {
    none('name', 'ГРУЗОВИК ПРОШЁЛ ЧЕРЕЗ ПОСТ ОКТЕПА');
  });
});

describe('any text at all', () => {
  const pieces = fc.array(fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('Каримов Рустам ', 'А123ВС 77', '+998 90 123-45-67', '«', '»', '14 мая 2026', '12,5 кг', 'AA1234567', '41.311, 69.240', '\n', '№ 4/118', 'Р.А. '),
  ), { maxLength: 30 }).map((parts) => parts.join(''));

  it('gives entities inside the text, in order, each once, in the same way again', () => {
    fc.assert(fc.property(pieces, (text) => {
      const all = entities(text);
      let from = 0;
      for (const { start, end } of all) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        from = start;
      }
      expect(new Set(all.map((e) => `${e.kind}:${e.value}`)).size).toBe(all.length);
      expect(entities(text)).toEqual(all);
    }), { seed: 11, numRuns: 800 });
  });

  it('is bounded in number', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `AA${1_000_000 + i},`).join(' ');
    expect(found(text, 'document')).toHaveLength(MAX_ENTITIES_PER_KIND);
  });
});
