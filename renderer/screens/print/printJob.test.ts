import { describe, expect, it } from 'vitest';
import { documents } from '#app/contract/documents.ts';
import { formWanted } from './printJob.ts';

const id = 'abcdefghij0123456789';
const { of } = documents.prepare.input.shape;

describe('what is to be printed', () => {
  it('is read for every form that main can make', () => {
    const forms = of.options.flatMap(({ shape: { form } }) => ('values' in form ? [...form.values] : form.options));
    const params = { materialId: id, packageId: id, noticeId: id, from: '2026-05-01', to: '2026-05-31', sheet: '1' };
    for (const form of forms) {
      const wanted = formWanted({ form, ...params });
      expect(wanted?.form).toBe(form);
      expect(of.parse(wanted)).toEqual(wanted);
    }
  });
  it.each([{}, { form: 'P6' }, { form: 'P6', packageId: id }, { form: 'P23', from: '2026-05-01' }, { form: 'P99', materialId: id }])('is nothing where the form is not named whole: %j', (params) => {
    expect(formWanted(params as Readonly<Record<string, string>>)).toBeUndefined();
  });
});
