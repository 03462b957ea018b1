import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateCodes } from '#app/agreement/states.ts';
import { materialFilter, type MaterialFilter } from '#app/contract/materials.ts';
import { chipsOf } from './chips.ts';
import { filterSchema, valuesOf } from './filterForm.ts';
import { tidy } from './tidy.ts';

const texts = { t: (key: string, params = {}) => [key, ...Object.values(params)].join(' '), language: 'ru' } as const;
const { shape } = materialFilter;
const anyOf = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const word = fc.option(fc.constantFrom('oqtepa', '4/118', 'пост'), { nil: undefined });
const day = fc.option(fc.constantFrom('2026-05-14', '2026-05-20'), { nil: undefined });

const filters: fc.Arbitrary<MaterialFilter> = fc.record({
  text: word, regNo: word, senderNumber: word, bodies: fc.subarray(['UZ-01', 'KZ-01']), states: fc.subarray([...stateCodes, 'CENTRE' as const]),
  degree: anyOf(['LOWER', 'UPPER'] as const), source: anyOf(shape.source.unwrap().options), accuracy: anyOf(shape.accuracy.unwrap().options), sourceKind: anyOf(shape.sourceKind.unwrap().options),
  basis: anyOf(shape.basis.unwrap().options), language: anyOf(shape.language.unwrap().options), admission: anyOf(shape.admission.unwrap().options), receivedFrom: day, receivedTo: day,
  personalData: anyOf([true, false]), restricted: anyOf([true, false]), frozen: anyOf([true, false]), product: anyOf([true, false]),
}).filter(({ receivedFrom, receivedTo }) => receivedFrom === undefined || receivedTo === undefined || receivedFrom <= receivedTo);

describe('filter of materials', () => {
  it('comes out of its form as it went in, and main takes it', () => {
    fc.assert(fc.property(filters, (filter) => {
      const out = filterSchema.parse(valuesOf(filter));
      expect(out).toEqual(tidy(filter));
      expect(materialFilter.parse(out)).toEqual(out);
    }), { seed: 7, numRuns: 200 });
  });
  it('is taken away chip by chip until nothing is asked', () => {
    fc.assert(fc.property(filters, (filter) => {
      let left = tidy(filter);
      for (let chips = chipsOf(left, texts, (code) => code); chips.length > 0; chips = chipsOf(left, texts, (code) => code)) {
        const before = chips.length;
        left = chips[0]?.without ?? {};
        expect(chipsOf(left, texts, (code) => code)).toHaveLength(before - 1);
      }
      expect(left).toEqual({});
    }), { seed: 8, numRuns: 60 });
  });
  it('says "not given" as a thing of its own, not as no filter', () => {
    expect(chipsOf({ source: 'missing' }, texts, (code) => code)[0]?.words).toContain('materials.filter.missing');
    expect(filterSchema.parse(valuesOf({ source: 'missing' }))).toEqual({ source: 'missing' });
  });
  it('refuses a term that ends before it begins, at the field of its end', () => {
    const read = filterSchema.safeParse({ ...valuesOf({}), receivedFrom: '2026-05-20', receivedTo: '2026-05-14' });
    expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['receivedTo', 'order']]);
  });
});
