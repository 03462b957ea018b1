import { describe, expect, test } from 'vitest';
import { openPoints, type BreachFile } from './closing.ts';
import type { IncidentStep } from './steps.ts';

// Fictional.
const document = { number: '7', date: '2026-06-09' };
const discussion = (needed: boolean): IncidentStep => ({ kind: 'discussion', needed, reason: 'условно' });
const consulted = (...bodies: string[]): IncidentStep => ({ kind: 'consulted', bodies, date: '2026-06-05', result: 'условно', document });
const found = (materialId: string): IncidentStep => ({ kind: 'found', materialId, foundAt: '2026-06-05T09:00:00', condition: 'условно цел' });
const damage: IncidentStep = { kind: 'damage', outcome: 'none', amount: '', order: '', bodies: [], document };
const told: IncidentStep = { kind: 'told', body: 'UZ-01', channel: 'курьер', document };

const file: BreachFile = {
  number: '02-1/2026', kind: 'loss', origin: 'centre', materialIds: ['a', 'b'], steps: [discussion(false), damage], competent: new Set(['UZ-10']), undrafted: false, notIssued: [],
};
const codes = (more: Partial<BreachFile>) => openPoints({ ...file, ...more }).map(({ code }) => code);

describe('a breach can be closed', () => {
  test('when its bodies were told, a discussion was decided on and damage settled', () => expect(codes({})).toEqual([]));
  test('not before, and everything open is said at once', () => {
    expect(codes({ kind: 'temporaryLoss', origin: 'external', steps: [], undrafted: true, notIssued: ['UZ-01'] })).toEqual([
      'incident.incomplete', 'incident.noticesOpen', 'incident.tellerMissing', 'incident.discussionUndecided', 'incident.damageOpen', 'incident.carrierNotFound',
    ]);
    const number = '02-1/2026';
    expect(openPoints({ ...file, kind: 'temporaryLoss', origin: 'external', steps: [], undrafted: true, notIssued: ['UZ-01'] }).map(({ params, supplier }) => [params, supplier?.kind])).toEqual([
      [{ number }, undefined], [{ number, bodies: 'UZ-01' }, 'officer'], [{ number }, 'body'], [{ number }, 'officer'], [{ number }, 'officer'], [{ number }, 'officer'],
    ]);
    expect(openPoints({ ...file, notIssued: ['UZ-01', 'KG-01', 'UZ-01'] })[0]?.params).toEqual({ number: '02-1/2026', bodies: 'KG-01, UZ-01' });
  });
  test('after an inquiry with a competent body where one was found necessary; the latest decision counts', () => {
    const [yes, no] = [discussion(true), discussion(false)];
    expect(openPoints({ ...file, steps: [yes, damage] })).toMatchObject([{ code: 'incident.discussionOpen', params: { number: '02-1/2026' }, supplier: { kind: 'competentBody' } }]);
    expect(codes({ steps: [yes, consulted('UZ-01'), damage] })).toEqual(['incident.discussionOpen']);
    expect(codes({ steps: [yes, consulted('UZ-01', 'UZ-10'), damage] })).toEqual([]);
    expect(codes({ steps: [yes, no, damage] })).toEqual([]);
    expect(codes({ steps: [no, yes, damage] })).toEqual(['incident.discussionOpen']);
  });
  test('when it was on a body\'s side, with that body\'s own letter', () => {
    expect(codes({ origin: 'external' })).toEqual(['incident.tellerMissing']);
    expect(codes({ origin: 'external', steps: [told, discussion(false), damage] })).toEqual([]);
  });
  test('when the loss was temporary, with every carrier back', () => {
    expect(codes({ kind: 'temporaryLoss', steps: [discussion(false), damage, { ...damage, kind: 'damage' }, consulted('UZ-01')] })).toEqual(['incident.carrierNotFound']);
    expect(codes({ steps: [discussion(false), found('a'), found('b')] })).toEqual(['incident.damageOpen']);
    expect(codes({ kind: 'temporaryLoss', steps: [discussion(false), damage, found('a')] })).toEqual(['incident.carrierNotFound']);
    expect(codes({ kind: 'temporaryLoss', steps: [discussion(false), damage, found('a'), found('b')] })).toEqual([]);
  });
});
