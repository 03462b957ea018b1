import { expect, test } from 'vitest';
import { closingRefusals, type BreachFile } from './closing.ts';

// Fictional.
const file: BreachFile = { number: '02-1/2026', today: '2026-06-10', openedOn: '2026-06-01', documentDate: '2026-06-09', undrafted: false, notIssued: [] };
const codes = (more: Partial<BreachFile>) => closingRefusals({ ...file, ...more }).map(({ code }) => code);

test('a breach whose bodies were all told can be closed, on the day of its opening too', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ documentDate: '2026-06-01', today: '2026-06-01' })).toEqual([]);
});
test('everything open is said at once, each body once', () => {
  expect(codes({ undrafted: true, notIssued: ['UZ-01'], documentDate: '2026-06-11' })).toEqual(['incident.incomplete', 'incident.noticesOpen', 'date.inFuture']);
  expect(codes({ documentDate: '2026-05-31' })).toEqual(['date.order']);
  expect(closingRefusals({ ...file, notIssued: ['UZ-01', 'KG-01', 'UZ-01'] })[0]?.params).toEqual({ number: '02-1/2026', bodies: 'KG-01, UZ-01' });
});
