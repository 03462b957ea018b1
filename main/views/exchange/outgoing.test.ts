import { afterEach, beforeEach, expect, it } from 'vitest';
import { consentOf, newWorld, orderOf, received, type World } from '../../acts/exchange/world.fixture.ts';

// Everything here is fictional.
let world: World;
let materialId: string;
beforeEach(async () => {
  world = await newWorld();
  ({ materialId } = await received(world));
  await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01'] }));
});
afterEach(() => world.close());

it('answers one package by its id, though it lies on no page that was asked', async () => {
  const first = await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
  await world.ask('release.seal', orderOf(world, [materialId], 'UZ-01'));
  const page = await world.ask('outgoing.page', { cursor: null, limit: 1 });
  expect(page.rows.map(({ id }) => id)).not.toContain(first.packageId);
  expect(await world.ask('outgoing.card', { packageId: first.packageId })).toMatchObject({
    id: first.packageId, number: first.number, recipient: 'TJ-01', items: 1, sha256: first.sha256, channel: 'курьер', state: 'written', voidCode: null, receiptAt: null,
  });
  await world.ask('outgoing.receipt', { packageId: first.packageId, number: '', date: '2026-05-10' });
  expect(await world.ask('outgoing.card', { packageId: first.packageId })).toMatchObject({ state: 'receiptReturned', receiptAt: '2026-05-10' });
});

it('answers a package that was not written with the time it was begun and why it ended', async () => {
  const order = orderOf(world, [materialId], 'TJ-01');
  world.registry.onSignal((event, json) => {
    if (event === 'job' && json.includes('"sealing"')) void world.ask('jobs.cancel', { jobId: order.jobId });
  });
  await world.refused('release.seal', order);
  const [begun] = (await world.ask('outgoing.page', { cursor: null, limit: 5 })).rows;
  expect(await world.ask('outgoing.card', { packageId: begun?.id ?? '' })).toEqual({ ...begun, state: 'void', voidCode: 'job.cancelled', sha256: null, sealedAt: '2026-05-10T09:00:00' });
});

it('names a package that is not there, also one that was received, and writes down who asked (Art. 11)', async () => {
  const { packageId } = await world.ask('incoming.register', {
    sender: { kind: 'listed', body: 'UZ-01' }, outerNumber: 'П-9', channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: null,
  });
  expect(await world.refused('outgoing.card', { packageId })).toEqual(['package.notFound']);
  await world.as('d');
  const { rows } = await world.ask('journal.page', { officer: null, kind: null, result: null, subject: packageId, from: null, to: null, text: '', cursor: null, limit: 5 });
  expect(rows).toMatchObject([{ kind: 'outgoing.card', result: 'refused' }, { kind: 'view.opened', detail: expect.stringContaining('outgoing.card') }, { kind: 'package.registered' }]);
});
