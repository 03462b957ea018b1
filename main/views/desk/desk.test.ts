import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWorld, received, type World } from '../../acts/exchange/world.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

it('counts notices by the step that they wait for, those done with no more; and names what is late', async () => {
  const [uz, tj] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31' })];
  const third = await received(world, { body: 'RU-01', number: '5/5' });
  const told = async (materialId: string, otherId: string) => (await world.ask('links.decide', { materialId, otherId, decision: 'similar', reason: '' })).notices.map(({ noticeId }) => noticeId);
  const [a = '', b = ''] = await told(uz.materialId, tj.materialId);
  await told(uz.materialId, third.materialId);
  await told(tj.materialId, third.materialId);
  expect(await world.ask('desk.summary', {})).toMatchObject({ draftNotices: 6, unacknowledged: 0, overdueNotices: 0, openIncidents: 0 });
  await world.ask('notices.issue', { noticeId: a });
  await world.ask('notices.issue', { noticeId: b });
  await world.ask('notices.acknowledge', { noticeId: b, number: '', date: '2026-05-10' });
  await world.ask('links.decide', { materialId: uz.materialId, otherId: third.materialId, decision: 'unrelated', reason: 'условная причина' });
  expect(await world.ask('desk.summary', {})).toMatchObject({ draftNotices: 2, unacknowledged: 1, overdueNotices: 0 });
  await world.ask('incidents.open', { kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условная утрата', measures: '', materialIds: [tj.materialId] });
  world.clock.set('2026-06-20T09:00:00');
  const late = await world.ask('desk.summary', {});
  expect(late).toMatchObject({ openIncidents: 1, draftNotices: 3, unacknowledged: 1, overdueNotices: 4 });
  expect(late.overdue.map(({ kind }) => kind)).toEqual(['notice', 'notice', 'notice', 'notice', 'incident']);
  const [breach, ...more] = await world.ask('incidents.list', {});
  expect(more).toEqual([]);
  expect(breach?.notices.map(({ addressee, status }) => [addressee, status])).toEqual([['TJ-01', 'draft']]);
});
