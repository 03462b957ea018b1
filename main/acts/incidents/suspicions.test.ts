import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWorld, orderOf, received, type World } from '../exchange/world.fixture.ts';
import { breachOf, narrowed } from './breach.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const broken = (body: string) => world.ask('incoming.register', {
  sender: { kind: 'listed', body }, outerNumber: 'П-9', channel: 'курьер', courier: 'К-1', seals: 'broken', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: null,
});
const causes = async () => (await world.ask('incidents.suspicions', {})).map(({ cause }) => cause);

it('broken seals ask for a breach; opening one settles the suspicion, and only once (R14.8)', async () => {
  const uz = await received(world);
  const { number } = await broken('UZ-01');
  const [suspicion] = await world.ask('incidents.suspicions', {});
  expect(suspicion).toMatchObject({ cause: 'sealBroken', about: number, officer: 'сотрудник Р-1' });
  expect((await world.ask('desk.summary', {})).openSuspicions).toBe(1);
  await breachOf(world, [uz.materialId], { suspicionId: suspicion?.id ?? null });
  expect(await causes()).toEqual([]);
  expect(await world.refused('incidents.open', {
    kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условно', measures: '', materialIds: [uz.materialId], suspicionId: suspicion?.id ?? null,
  })).toEqual(['suspicion.notFound']);
  expect(await world.ask('incidents.list', {})).toHaveLength(1);
});

it('the director decides that there was none, with a reason; a registrar does not', async () => {
  await broken('UZ-01');
  const [suspicion] = await world.ask('incidents.suspicions', {});
  const dismissal = { suspicionId: suspicion?.id ?? '', reason: 'условно: печать повреждена курьером при свидетелях' };
  expect(await world.refused('incidents.dismissSuspicion', dismissal)).toEqual(['session.roleNotEntitled']);
  await world.as('d');
  await world.ask('incidents.dismissSuspicion', dismissal);
  expect(await causes()).toEqual([]);
  expect(await world.refused('incidents.dismissSuspicion', dismissal)).toEqual(['suspicion.notFound']);
  expect((await world.ask('vault.check', {})).differences).toEqual([]);
});

it('is told to nobody who may not see the thing that it is about', async () => {
  await broken('UZ-01');
  await narrowed(world, { bodies: ['TJ-01'], degree: 'LOWER' });
  expect(await causes()).toEqual([]);
  expect((await world.ask('desk.summary', {})).openSuspicions).toBe(0);
});

it('a package that is not what was signed asks for a breach once, however often it is tried', async () => {
  const uz = await received(world);
  const { path } = await world.ask('release.seal', orderOf(world, [uz.materialId], 'UZ-01'));
  const whole = readFileSync(path);
  whole[whole.length - 40] = (whole[whole.length - 40] ?? 0) ^ 1;
  const altered = join(world.medium, 'altered.grifpkg');
  writeFileSync(altered, whole);
  for (const jobId of ['a'.repeat(20), 'b'.repeat(20)]) expect(await world.refused('sealed.verify', { jobId, path: altered })).toHaveLength(1);
  const found = await world.ask('incidents.suspicions', {});
  expect(found.map(({ cause, about }) => [cause, about])).toEqual([['packageAltered', 'altered.grifpkg']]);
});

it('a receipt that does not come back in its term asks by its dates alone, and no longer once it is there', async () => {
  const uz = await received(world);
  const { packageId, number } = await world.ask('release.seal', orderOf(world, [uz.materialId], 'UZ-01'));
  world.clock.set('2026-06-09T09:00:00');
  expect(await causes()).toEqual([]);
  world.clock.set('2026-06-10T09:00:00');
  expect(await world.ask('incidents.suspicions', {})).toMatchObject([{ cause: 'receiptOverdue', about: number }]);
  await world.ask('outgoing.receipt', { packageId, number: '', date: '2026-06-10' });
  expect(await causes()).toEqual([]);
});
