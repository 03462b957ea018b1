import { afterEach, beforeEach, expect, it } from 'vitest';
import { approvalOf, byTwo, consentOf, decided, newWorld, orderOf, received, type World } from './world.fixture.ts';

// Everything here is fictional.
let world: World;
let materialId: string;
const toObserver = { kind: 'observer' as const, codes: ['OB-01'] };
const purpose = 'проверка условных сведений';

beforeEach(async () => {
  world = await newWorld();
  const uz = await received(world);
  const tj = await received(world, { body: 'TJ-01', number: '09-31', text: 'Намунаи санҷишӣ.' });
  ({ materialId } = await world.ask('materials.prepareProduct', { title: 'Обзор', text: 'Вымышленный обзор.', language: 'ru', sources: [uz.materialId, tj.materialId], sheets: 2, copies: 1 }));
  for (const body of ['UZ-01', 'TJ-01']) await world.ask('consents.record', consentOf([materialId], body, { kind: 'body', codes: ['RU-01'] }));
});
afterEach(() => world.close());

const codes = async (more: Parameters<typeof decided>[3] = {}) => (await decided(world, materialId, 'RU-01', more)).codes;
async function approve(more: Parameters<typeof approvalOf>[3] = {}): Promise<void> {
  await world.as('d');
  await world.ask('release.approve', approvalOf([materialId], 'RU-01', 'Д-5', more));
  await world.as('r');
}

it('is good for one package: the second is decided anew (Art. 5(1))', async () => {
  await approve();
  expect((await decided(world, materialId, 'RU-01')).approval).toEqual({ number: 'Д-5', date: '2026-05-10', validTo: null, purpose, officer: 'Д. Условный' });
  await world.ask('release.sealByTwo', byTwo(orderOf(world, [materialId], 'RU-01')));
  expect(await codes()).toEqual(['director.decisionUsed']);
  expect((await decided(world, materialId, 'RU-01')).approval).toBeNull();
  expect(await world.refused('release.seal', orderOf(world, [materialId], 'RU-01'))).toEqual(['director.decisionUsed', 'transfer.refused']);
  await approve();
  expect(await codes()).toEqual([]);
});

it('ends with its term, and holds for its purpose alone', async () => {
  await approve({ validTo: '2026-05-12' });
  expect(await codes({ on: '2026-05-12' })).toEqual([]);
  expect(await codes({ on: '2026-05-13' })).toEqual(['director.decisionExpired']);
  expect(await codes({ purpose: 'передача в печать' })).toEqual(['consent.purposeDiffers', 'consent.purposeDiffers', 'director.decisionPurposeDiffers']);
});

it('is taken back before it is used, and not afterwards', async () => {
  await approve();
  await world.as('d');
  await world.ask('release.withdrawApproval', { materialId, recipient: 'RU-01' });
  expect(await codes()).toEqual(['director.decisionMissing']);
  expect(await world.refused('release.withdrawApproval', { materialId, recipient: 'RU-01' })).toEqual(['director.decisionNotFound']);
  await approve();
  await world.ask('release.sealByTwo', byTwo(orderOf(world, [materialId], 'RU-01')));
  await world.as('d');
  expect(await world.refused('release.withdrawApproval', { materialId, recipient: 'RU-01' })).toEqual(['director.decisionNotFound']);
});

it('may be taken by the person replacing the director, for as long as he does (Art. 10)', async () => {
  await world.as('d');
  const { officials } = await world.ask('access.list', {});
  const registrar = officials.find(({ officer }) => officer.login === 'r')?.officer.id ?? '';
  await world.ask('access.recordDeputy', { officerId: registrar, from: '2026-05-10', to: '2026-05-11', document: { number: 'П-1', date: '2026-05-10' } });
  await world.as('r');
  await world.ask('release.approve', approvalOf([materialId], 'RU-01', 'Д-6'));
  expect(await codes()).toEqual([]);
  world.clock.set('2026-05-12T09:00:00');
  expect(await world.refused('release.approve', approvalOf([materialId], 'RU-01', 'Д-7'))).toEqual(['grant.notEntitled']);
});

it('is refused when it is dated tomorrow or would end before today', async () => {
  await world.as('d');
  expect(await world.refused('release.approve', approvalOf([materialId], 'RU-01', 'Д-5', { decision: { number: 'Д-5', date: '2026-05-11' }, validTo: '2026-05-09' }))).toEqual(['date.inFuture', 'date.order']);
});

it('confirms for what was created in cooperation that a purpose in other words is the same; the officer who sends cannot', async () => {
  const { decisions: [before] } = await world.ask('release.decide', { materialIds: [materialId], recipients: ['RU-01'], purpose: 'сверка сведений', channel: 'курьер', on: null });
  const papers = (before?.refusals ?? []).flatMap(({ params }) => (typeof params['paper'] === 'string' ? [params['paper']] : []));
  expect(papers).toHaveLength(2);
  await approve({ purpose: 'сверка сведений' });
  expect(await codes({ purpose: 'сверка сведений', confirmedPurposes: papers })).toEqual(['consent.purposeDiffers', 'consent.purposeDiffers']);
  await approve({ purpose: 'сверка сведений', confirmedPurposes: papers });
  expect(await codes({ purpose: 'сверка сведений' })).toEqual([]);
});

it('an observer gets nothing for another purpose than its consent names', async () => {
  const { materialId: single } = await received(world, { number: '4/200', text: 'Boshqa namuna.' });
  await world.ask('consents.record', consentOf([single], 'UZ-01', toObserver));
  await world.as('d');
  await world.ask('release.approve', approvalOf([single], 'OB-01', 'Д-8', { purpose: 'передача в печать' }));
  expect((await decided(world, single, 'OB-01', { purpose: 'передача в печать' })).codes).toEqual(['consent.purposeDiffers']);
});
