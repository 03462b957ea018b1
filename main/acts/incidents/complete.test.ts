import { afterEach, beforeEach, expect, it } from 'vitest';
import { approvalOf, byTwo, consentOf, newWorld, orderOf, received, type World } from '../exchange/world.fixture.ts';
import { breachOf, narrowed, product } from './breach.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const addressees = (notices: readonly { addressee: string }[]) => notices.map(({ addressee }) => addressee);
const listed = async () => (await world.ask('incidents.list', {}))[0];

it('opens a breach of a product with a source that the officer does not see, and whoever sees it tells its body (Art. 14)', async () => {
  const [uz, tj] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31' })];
  const made = await product(world, [uz.materialId, tj.materialId]);
  await narrowed(world, { bodies: ['UZ-01'], degree: 'UPPER' });
  const { incidentId, notices } = await breachOf(world, [made.materialId]);
  expect(addressees(notices)).toEqual(['UZ-01']);
  // The officer is told nothing of there being more.
  expect(await listed()).toMatchObject({ incomplete: false, status: 'open' });
  expect(await world.refused('incidents.complete', { incidentId })).toEqual(['incident.complete']);

  await world.as('d');
  expect(await listed()).toMatchObject({ incomplete: true });
  const more = await world.ask('incidents.complete', { incidentId });
  expect(addressees(more.notices)).toEqual(['TJ-01']);
  const card = await world.ask('notices.card', { noticeId: more.notices[0]?.noticeId ?? '' });
  expect(card).toMatchObject({ lines: [{ ownReference: '09-31' }], received: [] });
  expect(JSON.stringify(card)).not.toMatch(/UZ|4\/118/);
  expect(await listed()).toMatchObject({ incomplete: false });
  expect(await world.refused('incidents.complete', { incidentId })).toEqual(['incident.complete']);
});

it('tells the recipient of a product that the officer could not see', async () => {
  const uz = await received(world);
  const tj = await received(world, { body: 'TJ-01', number: '09-31', degree: 'UPPER' });
  const made = await product(world, [uz.materialId, tj.materialId]);
  for (const [id, body] of [[uz.materialId, 'UZ-01'], [tj.materialId, 'TJ-01'], [made.materialId, 'UZ-01'], [made.materialId, 'TJ-01']] as const) {
    await world.ask('consents.record', consentOf([id], body, { kind: 'body', codes: ['RU-01'] }));
  }
  await world.as('d');
  await world.ask('release.approve', approvalOf([made.materialId], 'RU-01', 'Р-1'));
  await world.as('r');
  const { number } = await world.ask('release.sealByTwo', byTwo(orderOf(world, [made.materialId], 'RU-01')));
  await narrowed(world, { bodies: ['UZ-01'], degree: 'LOWER' });
  const { incidentId, notices } = await breachOf(world, [uz.materialId]);
  expect(addressees(notices)).toEqual(['UZ-01']);

  await world.as('d');
  const more = await world.ask('incidents.complete', { incidentId });
  expect(addressees(more.notices)).toEqual(['RU-01']);
  const card = await world.ask('notices.card', { noticeId: more.notices[0]?.noticeId ?? '' });
  expect(card).toMatchObject({ row: { degree: 'UPPER' }, lines: [], received: [{ number }] });
  expect(JSON.stringify(card)).not.toMatch(/UZ-01|TJ-01|4\/118|09-31/);
});

it('knows no breach that the officer may not open', async () => {
  const uz = await received(world, { degree: 'UPPER' });
  const { incidentId } = await breachOf(world, [uz.materialId]);
  await narrowed(world, { bodies: ['UZ-01'], degree: 'LOWER' });
  const unknown = 'a'.repeat(20);
  expect(await world.refused('incidents.complete', { incidentId })).toEqual(await world.refused('incidents.complete', { incidentId: unknown }));
});
