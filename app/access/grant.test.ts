import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../agreement/civilDate.ts';
import { coverageOn, covers, degreeOf, grantState, highestCovered, lastDayOf, missingAccess, type Grant } from './grant.ts';

// Fictional bodies, certificates and orders throughout.
const bodies = ['KZ-01', 'UZ-01', 'TJ-01', 'RU-01'] as const;
const holdings = [...bodies, 'CENTRE', 'AZ-01'].flatMap((body) => [`${body}/LOWER`, `${body}/UPPER`]);
const degree = fc.constantFrom('LOWER' as const, 'UPPER' as const);
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-05-01', days));
const period = fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
const grant: fc.Arbitrary<Grant> = fc.record({
  period, clearancePeriod: period, clearance: degree, degree, bodies: fc.oneof(fc.constant('all' as const), fc.subarray([...bodies], { minLength: 1 })), revoked: fc.boolean(), n: fc.nat(),
}).map((drawn) => ({
  id: String(drawn.n), officer: 'o', clearance: { issuer: 'i', number: 'n', degree: drawn.clearance, ...drawn.clearancePeriod }, scope: { bodies: drawn.bodies, degree: drawn.degree },
  ...drawn.period, document: { number: '1', date: '2026-01-01' }, revoked: drawn.revoked,
}));
const open = (grants: readonly Grant[], date: string): ReadonlySet<string> => new Set(holdings.filter((holding) => covers(coverageOn(grants, date), holding)));
const runs = { numRuns: 400, seed: 20261122 };
const within = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((one) => b.has(one));

describe('what grants open', () => {
  it('is nothing without a grant and a clearance that both hold on the day, and never beyond the lower of their degrees', () => {
    fc.assert(fc.property(fc.array(grant, { maxLength: 4 }), day, (grants, date) => {
      const opened = open(grants, date);
      const standing = grants.filter((one) => grantState(one, date) === 'inForce');
      expect(opened.size > 0).toBe(standing.length > 0);
      expect(missingAccess(grants, date) === null).toBe(standing.length > 0);
      for (const one of standing) {
        expect([one.revoked, one.from <= date, date <= one.to, one.clearance.from <= date, date <= one.clearance.to]).toEqual([false, true, true, true, true]);
      }
      if (![...standing].some((one) => degreeOf(one) === 'UPPER')) expect([...opened].every((holding) => holding.endsWith('/LOWER'))).toBe(true);
      expect(highestCovered(coverageOn(grants, date)) === 'UPPER').toBe([...opened].some((holding) => holding.endsWith('/UPPER')));
    }), runs);
  });

  it('never widens when a grant is revoked, shortened, narrowed or of a lower clearance', () => {
    const narrower = (one: Grant): readonly Grant[] => [
      { ...one, revoked: true }, { ...one, to: addDays(one.to, -1) }, { ...one, from: addDays(one.from, 1) },
      { ...one, scope: { ...one.scope, degree: 'LOWER' } }, { ...one, clearance: { ...one.clearance, degree: 'LOWER' } },
      { ...one, clearance: { ...one.clearance, to: addDays(one.clearance.to, -3) } },
      { ...one, scope: { ...one.scope, bodies: one.scope.bodies === 'all' ? ['KZ-01'] : one.scope.bodies.slice(1) } },
    ];
    fc.assert(fc.property(fc.array(grant, { minLength: 1, maxLength: 3 }), day, ([first, ...others], date) => {
      if (first === undefined) return;
      const before = open([first, ...others], date);
      for (const changed of narrower(first)) expect(within(open([changed, ...others], date), before)).toBe(true);
      expect(within(open(others, date), before)).toBe(true);
    }), runs);
  });

  it('is monotone in degree: who may open the upper holding of a body may open its lower one', () => {
    fc.assert(fc.property(fc.array(grant, { maxLength: 4 }), day, (grants, date) => {
      const opened = open(grants, date);
      for (const holding of opened) if (holding.endsWith('/UPPER')) expect(opened.has(holding.replace('UPPER', 'LOWER'))).toBe(true);
      // The Centre's own holdings follow the degree alone.
      for (const holding of opened) expect(opened.has(`CENTRE/${holding.split('/')[1] ?? ''}`)).toBe(true);
    }), runs);
  });

  it('is closed to names of any other form', () => {
    const all = coverageOn([{ ...sample, scope: { bodies: 'all', degree: 'UPPER' } }], '2026-05-10');
    for (const name of ['', '/', 'KZ-01', 'KZ-01/', '/LOWER', 'KZ-01/MIDDLE', 'KZ-01/lower', 'KZ-01/LOWER/UPPER', '*matching', 'KZ-01/UPPER ']) expect(covers(all, name), name).toBe(false);
    expect(covers(all, 'KZ-01/UPPER')).toBe(true);
  });

  it('stays the same up to the day it names and no longer', () => {
    fc.assert(fc.property(fc.array(grant, { maxLength: 4 }), day, (grants, date) => {
      const { until } = coverageOn(grants, date);
      const before = open(grants, date);
      for (let next = date; next <= (until ?? '2026-07-15'); next = addDays(next, 1)) expect(open(grants, next)).toEqual(before);
    }), runs);
  });

  it('names the missing document: certificate, grant, or its beginning', () => {
    expect(missingAccess([], '2026-05-10')).toBe('none');
    expect(missingAccess([{ ...sample, to: '2026-05-09' }], '2026-05-10')).toBe('expired');
    expect(missingAccess([{ ...sample, clearance: { ...sample.clearance, to: '2026-05-09' } }], '2026-05-10')).toBe('clearanceExpired');
    expect(missingAccess([{ ...sample, from: '2026-05-11' }], '2026-05-10')).toBe('notYet');
    expect(missingAccess([{ ...sample, revoked: true }], '2026-05-10')).toBe('revoked');
    expect(lastDayOf({ ...sample, to: '2026-09-01' })).toBe('2026-06-30');
  });
});

const sample: Grant = {
  id: 'g', officer: 'o', clearance: { issuer: 'i', number: 'n', degree: 'UPPER', from: '2026-01-01', to: '2026-06-30' }, scope: { bodies: ['KZ-01'], degree: 'LOWER' },
  from: '2026-05-01', to: '2026-06-30', document: { number: '1', date: '2026-04-30' }, revoked: false,
};
