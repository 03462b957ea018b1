import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BreachNotice } from './breach.ts';
import { undrafted, type DraftedNotice } from './undrafted.ts';

// Bodies and numbers are fictional.
const item = (id: string) => ({ materialId: id, reference: { number: id, date: '2026-05-12' }, incoming: { number: `in-${id}`, date: '2026-05-14' } });
const letter = (n: string) => ({ number: n, date: '2026-05-30' });
const due = (addressee: string, provided: string[], received: string[]): BreachNotice =>
  ({ kind: 'breach', addressee, breach: 'loss', object: 'carrier', discoveredAt: '2026-06-01T09:00:00', provided: provided.map(item), received: received.map(letter), degree: 'LOWER' });
const told = ({ provided, received }: BreachNotice): DraftedNotice => ({ materialIds: provided.map(({ materialId }) => materialId), received });

test('a body that was told of a part is told of the rest alone, in a notice of its own', () => {
  const whole = due('UZ-01', ['a', 'b'], ['7', '8']);
  expect(undrafted([whole], [told(due('UZ-01', ['a'], ['8']))])).toEqual([due('UZ-01', ['b'], ['7'])]);
});
test('whoever was written to in a body\'s place, it is told; and a letter of another day is another letter', () => {
  const whole = due('UZ-01', ['a'], ['7']);
  expect(undrafted([whole], [{ materialIds: ['a'], received: [letter('7')] }])).toEqual([]);
  expect(undrafted([whole], [{ received: [{ number: '7', date: '2026-05-31' }], materialIds: ['a'] }])).toEqual([due('UZ-01', [], ['7'])]);
  expect(undrafted([whole], [{ received: [letter('70')], materialIds: ['b'] }])).toEqual([whole]);
});
test('once everything due was drafted nothing is due, and drafting twice changes nothing', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
  const notices = fc.uniqueArray(fc.record({ body: fc.constantFrom('UZ-01', 'TJ-01', 'KG-01'), provided: ids, received: ids }), { selector: ({ body }) => body });
  fc.assert(fc.property(notices, notices, (all, before) => {
    const wanted = all.map(({ body, provided, received }) => due(body, provided.map((one) => `${body} ${one}`), received.map((one) => `${body} ${one}`)));
    const drafted = before.map(({ body, provided, received }) => told(due(body, provided.map((one) => `${body} ${one}`), received.map((one) => `${body} ${one}`))));
    const missing = undrafted(wanted, drafted);
    expect(undrafted(wanted, [...drafted, ...missing.map(told)])).toEqual([]);
    for (const { provided } of missing) {
      const known = drafted.flatMap(({ materialIds }) => materialIds);
      expect(provided.filter(({ materialId }) => known.includes(materialId))).toEqual([]);
    }
  }), { seed: 92 });
});
