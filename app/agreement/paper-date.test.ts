import { expect, test } from 'vitest';
import { paperDateRefusals } from './paper-date.ts';

test('a paper is of a day between that of what it is about and today, both included', () => {
  const dates = (date: string) => paperDateRefusals(date, '2026-06-01', '2026-06-10').map(({ code }) => code);
  expect([dates('2026-06-01'), dates('2026-06-10'), dates('2026-05-31'), dates('2026-06-11')]).toEqual([[], [], ['date.order'], ['date.inFuture']]);
});

test('each refusal says both dates', () => {
  expect(paperDateRefusals('2026-06-11', '2026-06-01', '2026-06-10').map(({ params }) => params)).toEqual([{ date: '2026-06-11', today: '2026-06-10' }]);
  expect(paperDateRefusals('2026-05-31', '2026-06-01', '2026-06-10').map(({ params }) => params)).toEqual([{ earlier: '2026-06-01', later: '2026-05-31' }]);
});
