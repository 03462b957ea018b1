import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Input } from '#app/contract/index.ts';
import { newWorld, received, type World } from '../exchange/world.fixture.ts';

// Fictional throughout. The clock stands still: every decision here is taken in the same second.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const pairOf = async () => {
  const [a, b, c] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31' }), await received(world, { body: 'RU-01', number: '5/5' })];
  return { a: a.materialId, b: b.materialId, c: c.materialId };
};
const input = (materialId: string, otherId: string, decision: Input<'links.decide'>['decision']) => ({ materialId, otherId, decision, reason: 'условная причина' });
const decide = (...of: Parameters<typeof input>) => world.ask('links.decide', input(...of));
const refusedTo = (...of: Parameters<typeof input>) => world.refused('links.decide', input(...of));
async function statuses(): Promise<Record<string, string>> {
  const { rows } = await world.ask('notices.page', { status: null, kind: null, cursor: null, limit: 50 });
  return Object.fromEntries(rows.map(({ id, status }) => [id, status]));
}

it('unrelated takes back the drafts of exactly that pair, and a later similar drafts anew', async () => {
  const { a, b, c } = await pairOf();
  const wrong = await decide(a, b, 'similar');
  const kept = await decide(a, c, 'similar');
  await decide(b, a, 'unrelated');
  const after = await statuses();
  expect(wrong.notices.map(({ noticeId }) => after[noticeId])).toEqual(['cancelled', 'cancelled']);
  expect(kept.notices.map(({ noticeId }) => after[noticeId])).toEqual(['draft', 'draft']);
  // The reason lies on the side from which it was decided, and is not written into the other's holding.
  const cards = await Promise.all(wrong.notices.map(({ noticeId }) => world.ask('notices.card', { noticeId })));
  expect(Object.fromEntries(cards.map(({ row, cancelled }) => [row.addressee, cancelled]))).toEqual({ 'TJ-01': 'условная причина', 'UZ-01': '' });
  const anew = await decide(b, a, 'duplicate');
  expect(anew.notices.map(({ addressee }) => addressee).toSorted()).toEqual(['TJ-01', 'UZ-01']);
  const last = await statuses();
  expect(anew.notices.map(({ noticeId }) => last[noticeId])).toEqual(['draft', 'draft']);
});

it('leaves an issued notice as it stands', async () => {
  const { a, b } = await pairOf();
  const { notices: [first, second] } = await decide(a, b, 'similar');
  await world.ask('notices.issue', { noticeId: first?.noticeId ?? '' });
  await decide(a, b, 'unrelated');
  const after = await statuses();
  expect([after[first?.noticeId ?? ''], after[second?.noticeId ?? '']]).toEqual(['issued', 'cancelled']);
});

it('refuses a second decision of either kind while the first stands', async () => {
  const { a, b } = await pairOf();
  await decide(a, b, 'similar');
  for (const decision of ['similar', 'duplicate', 'supplement'] as const) expect(await refusedTo(b, a, decision)).toEqual(['link.exists']);
  await decide(a, b, 'unrelated');
  expect(await refusedTo(b, a, 'unrelated')).toEqual(['link.exists']);
  expect(await refusedTo(a, a, 'similar')).toEqual(['link.toItself']);
});

it('takes back a supplement drafted at registration, and a supplement the other way is then no circle', async () => {
  const parent = await received(world);
  const child = await received(world, { body: 'TJ-01', number: '09-31', supplementOf: parent.materialId });
  expect(Object.values(await statuses())).toEqual(['draft', 'draft']);
  await decide(child.materialId, parent.materialId, 'unrelated');
  expect(Object.values(await statuses())).toEqual(['cancelled', 'cancelled']);
  expect((await world.ask('links.tree', { materialId: parent.materialId })).edges).toEqual([]);
  await decide(parent.materialId, child.materialId, 'supplement');
  expect((await world.ask('links.tree', { materialId: parent.materialId })).edges).toMatchObject([{ from: parent.materialId, type: 'supplementOf' }]);
});
