import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWorld, orderOf, passphrase, received, type World } from '../exchange/world.fixture.ts';
import { breachOf, narrowed, product, settled } from './breach.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const closing = (incidentId: string, more: object = {}) => ({
  incidentId, result: 'условно установлено', document: { number: '7/з', date: '2026-05-10' }, second: { login: 'r', passphrase }, ...more,
});
const issueAll = async (notices: readonly { noticeId: string }[]) => { for (const { noticeId } of notices) await world.ask('notices.issue', { noticeId }); };

it('closes by two once everybody was told, and what was frozen moves again (R14.9)', async () => {
  const uz = await received(world);
  const { incidentId, notices, number } = await breachOf(world, [uz.materialId]);
  const home = () => orderOf(world, [uz.materialId], 'UZ-01');
  expect(await world.refused('release.seal', home())).toContain('material.frozen');
  await world.as('d');
  expect(await world.refused('incidents.close', closing(incidentId))).toEqual(['incident.noticesOpen', 'incident.discussionUndecided', 'incident.damageOpen']);
  await world.as('r');
  await issueAll(notices);
  await settled(world, incidentId);
  expect(await world.refused('incidents.close', closing(incidentId))).toEqual(['session.roleNotEntitled']);
  await world.as('d');
  expect(await world.refused('incidents.close', closing(incidentId, { second: { login: 'd', passphrase } }))).toEqual(['second.samePerson']);
  expect(await world.refused('incidents.close', closing(incidentId, { second: { login: 'r', passphrase: 'иная фраза' } }))).toEqual(['second.wrongPassphrase']);
  expect(await world.refused('incidents.close', closing(incidentId, { document: { number: '7/з', date: '2026-05-11' } }))).toEqual(['date.inFuture']);
  expect((await world.ask('materials.card', { materialId: uz.materialId })).row.frozen).toBe(true);

  expect((await world.ask('incidents.close', closing(incidentId))).released).toEqual([uz.regNo]);
  expect(await world.refused('incidents.close', closing(incidentId))).toEqual(['incident.closed']);
  expect(await world.refused('incidents.complete', { incidentId })).toEqual(['incident.closed']);
  // It stays on record, also beside the material.
  expect(await world.ask('incidents.list', {})).toMatchObject([{ number, status: 'closed', incomplete: false, closed: { officer: 'Д. Условный', second: 'сотрудник Р-1', document: { number: '7/з' } } }]);
  expect(await world.ask('materials.card', { materialId: uz.materialId })).toMatchObject({ row: { frozen: false }, incidents: [incidentId] });
  expect((await world.ask('desk.summary', {})).openIncidents).toBe(0);
  const page = await world.ask('materials.page', { filter: { frozen: true }, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 50 });
  expect(page.rows).toEqual([]);
  await world.as('r');
  await world.ask('release.seal', home());
  await world.as('d');
  expect((await world.ask('vault.check', {})).differences).toEqual([]);
});

it('does not close while a body is not told that only the director sees', async () => {
  const [uz, tj] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31' })];
  const made = await product(world, [uz.materialId, tj.materialId]);
  await narrowed(world, { bodies: ['UZ-01'], degree: 'UPPER' });
  const { incidentId, notices } = await breachOf(world, [made.materialId]);
  await issueAll(notices);
  await settled(world, incidentId);
  await world.as('d');
  expect(await world.refused('incidents.close', closing(incidentId))).toEqual(['incident.incomplete']);
  await issueAll((await world.ask('incidents.complete', { incidentId })).notices);
  await world.ask('incidents.close', closing(incidentId));
});

it('keeps frozen what another breach still holds, and a product of it', async () => {
  const [uz, tj] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31' })];
  const made = await product(world, [uz.materialId, tj.materialId]);
  const first = await breachOf(world, [uz.materialId, tj.materialId]);
  const second = await breachOf(world, [tj.materialId]);
  await issueAll([...first.notices, ...second.notices]);
  await settled(world, first.incidentId);
  await world.as('d');
  await world.ask('incidents.close', closing(first.incidentId));
  const frozen = async (materialId: string) => (await world.ask('materials.card', { materialId })).row.frozen;
  expect([await frozen(uz.materialId), await frozen(tj.materialId)]).toEqual([false, true]);
  const { decisions } = await world.ask('release.decide', { materialIds: [made.materialId], recipients: ['RU-01'], purpose: 'проверка', channel: 'курьер', on: null });
  expect(decisions[0]?.refusals.find(({ code }) => code === 'material.frozen')?.params).toEqual({ incident: second.number });
});
