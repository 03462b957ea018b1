import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentRoles } from '#app/access/roles.ts';
import { fictionalRestriction } from './fictional.test-support.ts';
import type { RestrictionRule } from './restriction.ts';
import { useRefusals, type UseBy } from './use.ts';

const uses = ['view', 'print', 'product'] as const;
const codes = (rule: RestrictionRule, by: Partial<UseBy> = {}) =>
  useRefusals([fictionalRestriction(rule, { to: '2026-06-30' })], { use: 'view', role: 'analyst', date: '2026-06-01', ...by }).map(({ code }) => code);
const everyUse = (rule: RestrictionRule, role: UseBy['role'] = 'analyst') => uses.map((use) => codes(rule, { use, role })[0] ?? 'passes');

test('each restriction on use forbids its use and no other', () => {
  expect(everyUse({ kind: 'noPrint' })).toEqual(['passes', 'restriction.noPrint', 'passes']);
  expect(everyUse({ kind: 'noProduct' })).toEqual(['passes', 'passes', 'restriction.noProduct']);
});

test('content kept to some is neither read nor printed by others, and goes into no product even of theirs', () => {
  const rule: RestrictionRule = { kind: 'viewOnly', roles: ['director'] };
  expect(everyUse(rule)).toEqual(['restriction.viewOnly', 'restriction.viewOnly', 'restriction.viewOnly']);
  expect(everyUse(rule, 'director')).toEqual(['passes', 'passes', 'restriction.viewOnly']);
  expect(everyUse({ kind: 'viewOnly', roles: [] }, 'director')[0]).toBe('restriction.viewOnly');
});

test('restrictions on transfer say nothing of use in the Centre', () => {
  const none = ['passes', 'passes', 'passes'];
  for (const kind of ['noTransfer', 'noCopy'] as const) expect(everyUse({ kind })).toEqual(none);
  for (const kind of ['notTo', 'onlyTo'] as const) expect(everyUse({ kind, bodies: ['KG-01'], states: [] })).toEqual(none);
  expect(everyUse({ kind: 'purpose', text: 'проверка' })).toEqual(none);
});

test('a rule that nobody can read forbids every use', () => {
  expect(everyUse(JSON.parse('{"kind":"weekdaysOnly"}'))).toEqual(uses.map(() => 'restriction.unreadable'));
});

test('it holds from its first day to its last', () => {
  expect(['2026-05-19', '2026-05-20', '2026-06-30', '2026-07-01'].map((date) => codes({ kind: 'noPrint' }, { use: 'print', date }).length)).toEqual([0, 1, 1, 0]);
});

test('a refusal names the document of the originator and the originator, who alone can lift it', () => {
  expect(useRefusals([fictionalRestriction({ kind: 'noPrint' })], { use: 'print', role: 'registrar', date: '2026-06-01' })).toEqual([{
    code: 'restriction.noPrint', article: '9', rule: 'R9.5', missing: 'instruction', supplier: { kind: 'body', code: 'UZ-01' },
    params: { body: 'UZ-01', number: '4/200', date: '2026-05-20', rule: 'noPrint' },
  }]);
});

test('another restriction never allows more, and all that forbid are told together', () => {
  const rule = fc.oneof<fc.Arbitrary<RestrictionRule>[]>(
    fc.constantFrom({ kind: 'noPrint' }, { kind: 'noProduct' }, { kind: 'noTransfer' }, { kind: 'noCopy' }),
    fc.subarray(['director', 'registrar', 'analyst'] as const).map((roles) => ({ kind: 'viewOnly', roles })),
  );
  const restriction = rule.map((one) => fictionalRestriction(one));
  fc.assert(fc.property(fc.array(restriction), restriction, fc.constantFrom(...uses), fc.constantFrom(...contentRoles), (few, more, use, role) => {
    const by = { use, role, date: '2026-06-01' };
    expect(useRefusals([...few, more], by)).toEqual([...useRefusals(few, by), ...useRefusals([more], by)]);
  }), { seed: 62 });
});
