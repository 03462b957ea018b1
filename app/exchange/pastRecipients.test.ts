import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outOfScope, pastRecipients, quotedRule, type Given } from './pastRecipients.ts';

// Bodies and numbers are fictional.
const given = (materialId: string, recipient: string, n: number): Given => ({ materialId, recipient, number: `${recipient}/${String(n)}`, date: '2026-05-10' });

describe('who is told of a change (Art. 9)', () => {
  const transfers = [given('a', 'KG-01', 1), given('a', 'KG-01', 2), given('a', 'KG-01', 2), given('p', 'KG-01', 3), given('p', 'RU-01', 1), given('a', 'UZ-01', 1), given('p', 'UZ-02', 1), given('x', 'AZ-01', 1)];
  const told = pastRecipients('a', new Set(['p', 'pp']), transfers, ['UZ-01', 'UZ-02']);
  it('is every body that was given the material or what is made of it, each with its own numbers, and nobody else', () => {
    expect(told).toEqual([
      { recipient: 'KG-01', materialId: 'a', derived: false, given: [{ number: 'KG-01/1', date: '2026-05-10' }, { number: 'KG-01/2', date: '2026-05-10' }] },
      { recipient: 'KG-01', materialId: 'p', derived: true, given: [{ number: 'KG-01/3', date: '2026-05-10' }] },
      { recipient: 'RU-01', materialId: 'p', derived: true, given: [{ number: 'RU-01/1', date: '2026-05-10' }] },
    ]);
  });
  it('never is the originator or its successor, and one more transfer never takes anybody off', () => {
    const bodies = fc.constantFrom('KG-01', 'RU-01', 'UZ-01', 'UZ-02', 'AZ-01');
    const any = fc.array(fc.record({ materialId: fc.constantFrom('a', 'p', 'pp', 'x'), recipient: bodies, number: fc.constantFrom('1', '2', '3'), date: fc.constant('2026-05-10') }), { maxLength: 12 });
    const keys = (list: readonly Given[]) => pastRecipients('a', new Set(['p', 'pp']), list, ['UZ-01', 'UZ-02']).map(({ recipient, materialId }) => `${recipient} ${materialId}`);
    fc.assert(fc.property(any, any, (some, more) => {
      const [few, all] = [keys(some), keys([...some, ...more])];
      expect(few.filter((one) => !all.includes(one))).toEqual([]);
      expect(all.filter((one) => /^UZ| x$/.test(one))).toEqual([]);
      expect(new Set(all).size).toBe(all.length);
    }), { seed: 94 });
  });
});

it('leaves out whom the restriction does not name, or names, and nobody where it is of another kind (R9.9)', () => {
  const [kg, ru] = [{ code: 'KG-01', state: 'KG' }, { code: 'RU-01', state: 'RU' }] as const;
  expect(outOfScope({ kind: 'noTransfer' }, kg)).toBe(true);
  expect(outOfScope({ kind: 'notTo', bodies: ['KG-01'], states: [] }, kg)).toBe(true);
  expect(outOfScope({ kind: 'notTo', bodies: [], states: ['KG'] }, ru)).toBe(false);
  expect(outOfScope({ kind: 'onlyTo', bodies: [], states: ['KG'] }, kg)).toBe(false);
  expect(outOfScope({ kind: 'onlyTo', bodies: ['KG-01'], states: [] }, ru)).toBe(true);
  expect(outOfScope({ kind: 'purpose', text: 'условная' }, ru)).toBe(false);
  expect(outOfScope({ kind: 'noCopy' }, ru)).toBe(false);
});

it('quotes of a product only rules that name nobody (R9.7)', () => {
  const named = { kind: 'onlyTo', bodies: ['UZ-02'], states: [] } as const;
  expect(quotedRule(named, false)).toBe(named);
  expect(quotedRule(named, true)).toBeNull();
  expect(quotedRule({ kind: 'purpose', text: 'по делу UZ' }, true)).toBeNull();
  expect(quotedRule({ kind: 'noTransfer' }, true)).toEqual({ kind: 'noTransfer' });
  expect(quotedRule({ kind: 'noCopy' }, true)).toEqual({ kind: 'noCopy' });
});
