import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWorld, passphrase, received, type World } from '../exchange/world.fixture.ts';
import { breachOf, narrowed } from './breach.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const document = { number: '12/к', date: '2026-05-10' };
const closing = (incidentId: string) => ({ incidentId, result: 'условно установлено', document, second: { login: 'r', passphrase } });
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

it('leads a temporary loss on a body\'s side from its letter to the carrier found and the end, and keeps it all on record (Art. 14, R1.4)', async () => {
  const uz = await received(world);
  const { incidentId, notices } = await breachOf(world, [uz.materialId], { kind: 'temporaryLoss', object: 'carrier', origin: 'external' });
  for (const { noticeId } of notices) await world.ask('notices.issue', { noticeId });
  const step = (one: Parameters<typeof world.ask<'incidents.record'>>[1]['step']) => world.ask('incidents.record', { incidentId, step: one });
  expect(codes((await world.ask('incidents.card', { incidentId })).open)).toEqual(['incident.tellerMissing', 'incident.discussionUndecided', 'incident.damageOpen', 'incident.carrierNotFound']);

  await step({ kind: 'told', body: 'UZ-01', channel: 'курьер', document: { number: '4/200', date: '2026-05-09' } });
  await step({ kind: 'discussion', needed: true, reason: 'условные сведения о лице' });
  await step({ kind: 'damage', outcome: 'agreed', amount: 'условно 5 единиц', order: 'равными долями', bodies: ['UZ-01'], document });
  expect(await world.refused('incidents.record', { incidentId, step: { kind: 'found', materialId: 'x'.repeat(20), foundAt: world.clock.now(), condition: 'цел' } })).toEqual(['incident.notTouched']);
  await step({ kind: 'found', materialId: uz.materialId, foundAt: world.clock.now(), condition: 'упаковка цела' });
  expect(codes((await world.ask('incidents.card', { incidentId })).open)).toEqual(['incident.discussionOpen']);
  await world.as('d');
  expect(await world.refused('incidents.close', closing(incidentId))).toEqual(['incident.discussionOpen']);
  await step({ kind: 'consulted', bodies: ['UZ-01', 'KZ-10'], date: '2026-05-10', result: 'условно согласовано', document });
  await world.ask('incidents.close', closing(incidentId));

  const card = await world.ask('incidents.card', { incidentId });
  expect(card.open).toEqual([]);
  expect(card.steps.map((each) => each.step.kind)).toEqual(['told', 'discussion', 'damage', 'found', 'consulted']);
  expect(card.steps[3]).toMatchObject({ officer: 'сотрудник Р-1', step: { materialId: uz.materialId, condition: 'упаковка цела' } });
  expect(await world.refused('incidents.record', { incidentId, step: { kind: 'discussion', needed: false, reason: 'поздно' } })).toEqual(['incident.closed']);
  expect(await world.ask('incidents.list', {})).toMatchObject([{ id: incidentId, kind: 'temporaryLoss', status: 'closed' }]);
  expect((await world.ask('vault.check', {})).differences).toEqual([]);
});

it('tells readers of the journal which step was taken and not one word of it', async () => {
  const uz = await received(world);
  const { incidentId } = await breachOf(world, [uz.materialId]);
  await world.ask('incidents.record', { incidentId, step: { kind: 'consulted', bodies: ['TJ-01'], date: '2026-05-10', result: 'Желтоклювов', document: { number: 'КАН-88', date: '2026-05-10' } } });
  expect(await world.refused('incidents.record', { incidentId, step: { kind: 'told', body: 'TJ-01', channel: 'Желтоклювов', document } })).toEqual(['incident.notExternal']);
  await world.as('d');
  const { rows } = await world.ask('journal.page', { officer: null, kind: null, result: null, subject: incidentId, from: null, to: null, text: '', cursor: null, limit: 50 });
  expect(rows.some(({ kind }) => kind === 'incident.stepRecorded')).toBe(true);
  expect(JSON.stringify(rows)).not.toMatch(/Желтоклювов|КАН-88|TJ-01/);
});

it('shows a breach to nobody who may not open its facts', async () => {
  const uz = await received(world, { degree: 'UPPER' });
  const { incidentId } = await breachOf(world, [uz.materialId]);
  await narrowed(world, { bodies: ['UZ-01'], degree: 'LOWER' });
  for (const id of [incidentId, 'a'.repeat(20)]) {
    expect(await world.refused('incidents.card', { incidentId: id })).toEqual(['incident.notFound']);
    expect(await world.refused('incidents.record', { incidentId: id, step: { kind: 'discussion', needed: false, reason: 'условно' } })).toEqual(['incident.notFound']);
  }
});
