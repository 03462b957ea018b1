import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breachNotices } from './breach.ts';
import type { MadeTransfer, TouchedMaterial } from './breach.ts';
import { checkIncident, clockSince, incidentNumber } from './incident.ts';

// Bodies and numbers are fictional.
const item = (id: string, number: string) => ({ materialId: id, reference: { number, date: '2026-05-12' }, incoming: { number: `in-${number}`, date: '2026-05-14' } });
const incident = { kind: 'loss', object: 'carrier', discoveredAt: '2026-06-01T09:00:00' } as const;
const single: TouchedMaterial = { id: 'a', degree: 'LOWER', origins: [{ body: 'UZ-01', degree: 'LOWER', items: [item('a', '4/118')] }] };
const product: TouchedMaterial = {
  id: 'p', degree: 'UPPER', origins: [{ body: 'UZ-01', degree: 'LOWER', items: [item('a', '4/118'), item('d', '4/131')] }, { body: 'TJ-01', degree: 'UPPER', items: [item('b', '09-31')] }],
};
const transfers: readonly MadeTransfer[] = [
  { materialId: 'p', recipient: 'KG-01', outgoing: { number: 'KG-01/S/2026/0002', date: '2026-05-30' } },
  { materialId: 'p', recipient: 'KG-01', outgoing: { number: 'KG-01/S/2026/0002', date: '2026-05-30' } },
  { materialId: 'a', recipient: 'TJ-01', outgoing: { number: 'TJ-01/S/2026/0009', date: '2026-05-29' } },
  { materialId: 'untouched', recipient: 'AZ-01', outgoing: { number: 'AZ-01/S/2026/0001', date: '2026-05-29' } },
];

describe('urgent notices (Art. 14)', () => {
  const notices = breachNotices(incident, [single, product], transfers);
  const to = (body: string) => notices.find((notice) => notice.addressee === body);
  test('go to every originator and recipient, once each, and to nobody else', () => expect(notices.map((notice) => notice.addressee)).toEqual(['KG-01', 'TJ-01', 'UZ-01']));
  test('list only what the addressee gave or got', () => {
    expect(to('UZ-01')).toEqual({ kind: 'breach', addressee: 'UZ-01', breach: 'loss', object: 'carrier', discoveredAt: '2026-06-01T09:00:00', provided: [item('a', '4/118'), item('d', '4/131')], received: [], degree: 'LOWER' });
    expect(to('KG-01')).toMatchObject({ provided: [], received: [{ number: 'KG-01/S/2026/0002', date: '2026-05-30' }], degree: 'UPPER' });
    expect(to('TJ-01')).toMatchObject({ provided: [item('b', '09-31')], received: [{ number: 'TJ-01/S/2026/0009', date: '2026-05-29' }] });
  });
  test('name each paper by which it was sent once, told apart by number and by date', () => {
    const papers = [['KG-01/S/2026/0002', '2026-05-30'], ['KG-01/S/2026/0002', '2026-05-30'], ['KG-01/S/2026/0003', '2026-05-30'], ['KG-01/S/2026/0002', '2026-06-01']] as const;
    const [notice] = breachNotices(incident, [{ ...single, origins: [] }], papers.map(([number, date]) => ({ materialId: 'a', recipient: 'KG-01', outgoing: { number, date } })));
    expect(notice?.received.map(({ number, date }) => [number, date])).toEqual([papers[0], papers[2], papers[3]]);
  });
  test('stand in the order of their addressees, whatever the order of what was touched', () => {
    const touched = ['UZ-01', 'AZ-01', 'TJ-01', 'KG-01'].map((body, n) => ({ id: String(n), degree: 'LOWER' as const, origins: [{ body, degree: 'LOWER' as const, items: [item(String(n), '1')] }] }));
    expect(breachNotices(incident, touched, []).map(({ addressee }) => addressee)).toEqual(['AZ-01', 'KG-01', 'TJ-01', 'UZ-01']);
  });
  test('tell one contributor nothing of another, not even by the grif of the product', () => {
    expect(JSON.stringify(to('UZ-01'))).not.toMatch(/TJ|KG|09-31|UPPER/);
    expect(JSON.stringify(to('KG-01'))).not.toMatch(/TJ|UZ|118|131|09-31/);
  });
  test('do not change with what others gave', () => {
    const numbers = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 5 });
    fc.assert(fc.property(numbers, (others) => {
      const more: readonly TouchedMaterial[] = others.map((number, n) => ({ id: `o${String(n)}`, degree: 'UPPER', origins: [{ body: 'RU-01', degree: 'UPPER', items: [item(`o${String(n)}`, number)] }] }));
      expect(breachNotices(incident, [single, ...more], []).find((notice) => notice.addressee === 'UZ-01')).toEqual(breachNotices(incident, [single], [])[0]);
    }), { seed: 91 });
  });
});

describe('opening an incident', () => {
  const draft = { kind: 'temporaryLoss', object: 'both', discoveredAt: '2026-06-01T09:00:00', facts: 'not in its place', materialIds: ['a'] };
  const codes = (more: Partial<typeof draft>) => checkIncident({ ...draft, ...more }, '2026-06-01T10:00:00').map((refusal) => refusal.code);
  test('the minimum is enough', () => expect(codes({})).toEqual([]));
  test('everything lacking is said at once', () => {
    expect(codes({ kind: 'rumour', object: 'hearsay', discoveredAt: 'now', facts: ' ', materialIds: [] })).toEqual(['incident.kindUnknown', 'incident.kindUnknown', 'date.invalid', 'incident.factsMissing', 'incident.nothingNamed']);
    expect(codes({ discoveredAt: '2026-06-01T10:00:01' })).toEqual(['date.inFuture']);
    expect(codes({ discoveredAt: '2026-06-01T10:00:00' })).toEqual([]);
    expect(codes({ discoveredAt: '2026-06-02T09:00:00' })).toEqual(['date.inFuture']);
  });
  test('a refusal says what was wrong and who supplies it', () => {
    const said = (more: Partial<typeof draft>) => checkIncident({ ...draft, ...more }, '2026-06-01T10:00:00').map(({ params, supplier }) => [params, supplier?.kind]);
    expect(said({ kind: 'rumour', object: 'hearsay', discoveredAt: 'now', facts: ' ', materialIds: [] }))
      .toEqual([[{ kind: 'rumour' }, undefined], [{ kind: 'hearsay' }, undefined], [{ date: 'now' }, undefined], [{}, 'officer'], [{}, 'officer']]);
    expect(said({ discoveredAt: '2026-06-02T09:00:00' })).toEqual([[{ date: '2026-06-02T09:00:00', today: '2026-06-01T10:00:00' }, undefined]]);
  });
  test('its number has the Centre\'s own grif in front, one series for each degree', () =>
    expect([incidentNumber('LOWER', 2026, 3), incidentNumber('UPPER', 2027, 12)]).toEqual(['02-3/2026', '001-12/2027']));
});

test('the clock since discovery turns red at the Centre\'s mark and never runs backwards', () => {
  expect(clockSince('2026-06-01T09:00:00', '2026-06-01T09:59:59')).toEqual({ minutes: 59, red: false });
  expect(clockSince('2026-06-01T09:00:00', '2026-06-02T08:59:00')).toEqual({ minutes: 1439, red: false });
  expect(clockSince('2026-06-01T09:00:00', '2026-06-02T09:00:00')).toEqual({ minutes: 1440, red: true });
  expect(clockSince('2026-06-01T09:00:00', '2026-06-01T08:00:00')).toEqual({ minutes: 0, red: false });
  expect(clockSince('2026-06-01T09:00:00', '2026-06-01T11:00:00', 2).red).toBe(true);
});
