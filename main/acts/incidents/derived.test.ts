import { afterEach, beforeEach, expect, it } from 'vitest';
import { approvalOf, byTwo, consentOf, newWorld, orderOf, received, type World } from '../exchange/world.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const product = (sources: string[]) => world.ask('materials.prepareProduct', { title: 'Условная сводка', text: 'условные сведения', language: 'ru', sources, sheets: 1, copies: 1 });

/** Seals a product for a body, with the consents and the director's decision that it needs. */
async function sent(materialId: string, sources: { id: string; body: string }[], recipient: string): Promise<string> {
  for (const { id, body } of sources) await world.ask('consents.record', consentOf([id], body, { kind: 'body', codes: [recipient] }));
  for (const body of new Set(sources.map((source) => source.body))) await world.ask('consents.record', consentOf([materialId], body, { kind: 'body', codes: [recipient] }));
  await world.as('d');
  await world.ask('release.approve', approvalOf([materialId], recipient, 'условное решение'));
  await world.as('r');
  return (await world.ask('release.sealByTwo', byTwo(orderOf(world, [materialId], recipient)))).number;
}

const breach = (materialIds: string[]) => world.ask('incidents.open', {
  kind: 'disclosure', object: 'information', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условное разглашение', measures: '', materialIds,
});

it('tells who was given a product of a touched material, by our package number only and at the product\'s degree (Art. 14)', async () => {
  const uz = await received(world, { body: 'UZ-01', number: '4/118' });
  const tj = await received(world, { body: 'TJ-01', number: '09-31', degree: 'UPPER' });
  const first = await product([uz.materialId, tj.materialId]);
  const second = await product([first.materialId]);
  const sources = [{ id: uz.materialId, body: 'UZ-01' }, { id: tj.materialId, body: 'TJ-01' }];
  const number = await sent(second.materialId, sources, 'RU-01');

  const { notices } = await breach([uz.materialId]);
  expect(notices.map(({ addressee }) => addressee)).toEqual(['RU-01', 'UZ-01']);
  const cards = await Promise.all(notices.map(({ noticeId }) => world.ask('notices.card', { noticeId })));
  expect(cards[0]).toMatchObject({ row: { degree: 'UPPER' }, lines: [], received: [{ number, date: '2026-05-10' }] });
  expect(JSON.stringify(cards[0])).not.toMatch(/UZ-01|TJ-01|4\/118|09-31/);
  expect(cards[1]).toMatchObject({ row: { degree: 'LOWER' }, received: [], lines: [{ ownReference: '4/118' }] });
  expect((await world.ask('materials.card', { materialId: second.materialId })).row.frozen).toBe(false);
});

it('tells a recipient once when the product is named in the breach too', async () => {
  const uz = await received(world);
  const made = await product([uz.materialId]);
  const number = await sent(made.materialId, [{ id: uz.materialId, body: 'UZ-01' }], 'RU-01');
  const { notices } = await breach([uz.materialId, made.materialId]);
  expect(notices.map(({ addressee }) => addressee)).toEqual(['RU-01', 'UZ-01']);
  const card = await world.ask('notices.card', { noticeId: notices[0]?.noticeId ?? '' });
  expect(card.received).toEqual([{ number, date: '2026-05-10' }]);
});
