import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWorld, received, type World } from '../exchange/world.fixture.ts';

// Fictional throughout. Turkmenistan stands outside the Agreement in this world.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());
const all = { status: null, kind: null, cursor: null, limit: 50 } as const;
const drafts = async () => (await world.ask('notices.page', all)).rows.filter(({ status }) => status === 'draft');
const leave = async (state: 'TJ') => {
  await world.as('d');
  await world.ask('reference.recordEvent', { kind: 'withdrawalNotice', state, date: '2026-05-10', document: 'условная нота', effectiveDate: '2026-09-01', note: '' });
  world.clock.set('2026-09-02T09:00:00');
  await world.as('r');
};

it('drafts nothing for a supplement that was not admitted to use (Art. 7, 3)', async () => {
  const parent = await received(world);
  const supplement = await received(world, { body: 'TM-01', number: '7', supplementOf: parent.materialId });
  expect(supplement.admission).toBe('notAdmitted');
  expect(await drafts()).toEqual([]);
  expect((await world.ask('materials.card', { materialId: parent.materialId })).links).toMatchObject([{ type: 'supplementOf' }]);
});

it('drafts nothing for a supplement of what was not admitted to use', async () => {
  const parent = await received(world, { body: 'TM-01', number: '7' });
  await received(world, { supplementOf: parent.materialId });
  expect(await drafts()).toEqual([]);
});

it('does not tell a State that has left of similar information, but tells it of a breach (R22.2)', async () => {
  const tj = await received(world, { body: 'TJ-01', number: '09-31' });
  await received(world, { supplementOf: tj.materialId });
  const similar = (await drafts()).find(({ addressee }) => addressee === 'TJ-01');
  await leave('TJ');
  expect(await world.refused('notices.issue', { noticeId: similar?.id ?? '' })).toEqual(['party.withdrawn']);
  const { notices } = await world.ask('incidents.open', {
    kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условная утрата', measures: '', materialIds: [tj.materialId],
  });
  await world.ask('notices.issue', { noticeId: notices[0]?.noticeId ?? '' });
});

it('does not tell a body that has left the list of similar information', async () => {
  const gone = await received(world, { body: 'KZ-02', number: '12' });
  await received(world, { supplementOf: gone.materialId });
  const [kz, uz] = (await drafts()).toSorted((a, b) => (a.addressee < b.addressee ? -1 : 1));
  world.clock.set('2026-06-01T09:00:00');
  expect(await world.refused('notices.issue', { noticeId: kz?.id ?? '' })).toEqual(['body.notListed']);
  expect((await world.ask('notices.issue', { noticeId: uz?.id ?? '' })).number).toContain('UZ-01');
});

it('does not let a notice be dropped that the Agreement obliges the Centre to send, and lets go of one that may not be sent (Art. 7, 14)', async () => {
  const gone = await received(world, { body: 'KZ-02', number: '12' });
  const uz = await received(world, { supplementOf: gone.materialId });
  await world.ask('incidents.open', { kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условная утрата', measures: '', materialIds: [uz.materialId] });
  const all3 = await drafts();
  expect(all3.map(({ kind }) => kind).toSorted()).toEqual(['breach', 'similar', 'similar']);
  for (const { id: noticeId } of all3) expect(await world.refused('notices.cancel', { noticeId, reason: 'не нужно' })).toEqual(['notice.mustBeSent']);
  world.clock.set('2026-06-01T09:00:00');
  const toGone = all3.find(({ addressee }) => addressee === 'KZ-02')?.id ?? '';
  await world.ask('notices.cancel', { noticeId: toGone, reason: 'органа больше нет в перечне' });
  expect((await world.ask('notices.card', { noticeId: toGone })).row.status).toBe('cancelled');
});

it('writes of a breach to the competent body where the originator has left the list (R3.4, R9.6)', async () => {
  const gone = await received(world, { body: 'KZ-02', number: '12' });
  world.clock.set('2026-06-01T09:00:00');
  const { notices } = await world.ask('incidents.open', {
    kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условная утрата', measures: '', materialIds: [gone.materialId],
  });
  expect(notices.map(({ addressee }) => addressee)).toEqual(['KZ-10']);
  expect((await world.ask('notices.issue', { noticeId: notices[0]?.noticeId ?? '' })).number).toContain('KZ-10');
});
