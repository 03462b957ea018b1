import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Input } from '#app/contract/index.ts';
import { byTwo, consentOf, approvalOf, decided, newWorld, orderOf, received, type World } from './world.fixture.ts';

// Everything here is fictional.
let world: World;
let materialId: string;
beforeEach(async () => {
  world = await newWorld();
  ({ materialId } = await received(world, { personalData: true }));
  await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01', 'RU-01'] }));
});
afterEach(() => world.close());

const asked = async (more: Partial<Input<'requests.record'>> = {}) => (await world.ask('requests.record', {
  kind: 'oneOff', from: 'TJ-01', number: '7/2', date: '2026-05-10', topic: 'условная тема', personalData: true, justification: '', validTo: null, ...more,
})).requestId;
const codes = async (recipient: string, requestId: string | null = null) => (await decided(world, materialId, recipient, { requestId })).codes;

it('keeps personal data from a body that owes the justification of its request, until it is there (Art. 12)', async () => {
  expect(await codes('TJ-01')).toEqual([]);
  const requestId = await asked();
  expect(await codes('TJ-01')).toEqual(['request.awaitsJustification']);
  expect(await codes('TJ-01', requestId)).toEqual(['request.unjustified', 'request.awaitsJustification']);
  expect(await codes('TJ-01', await asked({ number: '8/1', personalData: false }))).toEqual(['request.awaitsJustification']);
  expect(await codes('RU-01')).toEqual([]);
  expect(await world.refused('release.seal', orderOf(world, [materialId], 'TJ-01'))).toEqual(['request.awaitsJustification', 'transfer.refused']);
  await world.ask('requests.justify', { requestId, justification: 'условное обоснование', number: '7/3', date: '2026-05-10', judged: 'accepted', reason: '' });
  expect(await codes('TJ-01', requestId)).toEqual([]);
});

it('lets material without personal data go meanwhile, and holds back a product made of such', async () => {
  await asked();
  const plain = await received(world, { number: '4/200', text: 'Boshqa namuna.' });
  await world.ask('consents.record', consentOf([plain.materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01'] }));
  expect((await decided(world, plain.materialId, 'TJ-01')).codes).toEqual([]);
  const product = await world.ask('materials.prepareProduct', { title: 'Обзор', text: 'Вымышленный обзор.', language: 'ru', sources: [materialId, plain.materialId], sheets: 1, copies: 1 });
  expect((await decided(world, product.materialId, 'TJ-01')).codes).toContain('request.awaitsJustification');
});

it('is tied to the request that it answers: of that body, within its term, and counted there', async () => {
  const requestId = await asked({ personalData: false, validTo: '2026-05-11' });
  expect(await world.refused('release.seal', orderOf(world, [materialId], 'RU-01', { requestId }))).toEqual(['request.otherRecipient', 'transfer.refused']);
  expect(await world.refused('release.seal', orderOf(world, [materialId], 'TJ-01', { requestId: 'a'.repeat(20) }))).toEqual(['request.notFound', 'transfer.refused']);
  await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01', { requestId }));
  const [listed] = await world.ask('requests.list', {});
  expect(listed).toMatchObject({ id: requestId, sent: 1 });
  world.clock.set('2026-05-12T09:00:00');
  expect(await codes('TJ-01', requestId)).toEqual(['request.closed']);
  // Beside it, another addressee gets the same as an initiative.
  expect(await codes('RU-01', requestId)).toEqual([]);
});

it('needs two persons for what was created in cooperation, and keeps who the second was (R13.1)', async () => {
  const tj = await received(world, { body: 'TJ-01', number: '09-31', text: 'Намунаи санҷишӣ.' });
  const product = await world.ask('materials.prepareProduct', { title: 'Обзор', text: 'Вымышленный обзор.', language: 'ru', sources: [materialId, tj.materialId], sheets: 1, copies: 1 });
  for (const body of ['UZ-01', 'TJ-01']) await world.ask('consents.record', consentOf([product.materialId], body, { kind: 'body', codes: ['RU-01'] }));
  await world.as('d');
  await world.ask('release.approve', approvalOf([product.materialId], 'RU-01', 'Д-1'));
  await world.as('r');
  expect(await decided(world, product.materialId, 'RU-01')).toMatchObject({ allowed: true, second: true });
  expect(await decided(world, materialId, 'RU-01')).toMatchObject({ allowed: true, second: false });
  const order = orderOf(world, [product.materialId], 'RU-01');
  expect(await world.refused('release.seal', order)).toEqual(['transfer.secondMissing']);
  expect(await world.refused('release.sealByTwo', byTwo(order, { login: 'r' }))).toEqual(['second.samePerson']);
  expect(await world.refused('release.sealByTwo', byTwo(order, { passphrase: 'не та парольная фраза совсем' }))).toEqual(['second.wrongPassphrase']);
  world.clock.set('2026-05-10T10:00:00');
  const { packageId } = await world.ask('release.sealByTwo', byTwo(order));
  await world.as('d');
  const { rows } = await world.ask('journal.page', { officer: null, kind: 'package.sealed', result: null, subject: packageId, from: null, to: null, text: '', cursor: null, limit: 5 });
  expect(rows).toMatchObject([{ officer: 'сотрудник Р-1', second: 'Д. Условный' }]);
  expect(await world.ask('vault.check', {})).toMatchObject({ broken: null, differences: [], lost: [] });
});
