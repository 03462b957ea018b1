import { afterEach, beforeEach, expect, it } from 'vitest';
import { approvalOf, consentOf, decided, newWorld, received, type World } from './world.fixture.ts';

let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());
const purpose = 'проверка условных сведений';
const request = (materialId: string, grantor: string, recipient = 'KG-01', more: { purpose?: string; telling?: boolean } = {}) => ({ materialId, recipient, grantor, purpose, ...more });
const product = (sources: string[]) => world.ask('materials.prepareProduct', { title: 'Обзор', text: 'Вымышленный обзор.', language: 'ru', sources, sheets: 1, copies: 1 });
const cellsOf = async (materialId: string, recipient = 'KG-01') =>
  (await decided(world, materialId, recipient)).needed.cells.map(({ grantor, state, asked }) => `${grantor} ${state} ${asked === null ? '-' : (asked.issuedOn ?? 'draft')}`);

it('asks the originator of its own information, and tells in the matrix that it is asked', async () => {
  const { materialId, regNo } = await received(world);
  expect(await cellsOf(materialId)).toEqual(['UZ-01 missing -']);
  const { noticeId, addressee } = await world.ask('consents.request', request(materialId, 'UZ-01'));
  expect(addressee).toBe('UZ-01');
  expect(await world.ask('notices.card', { noticeId })).toMatchObject({
    row: { kind: 'consentRequest', addressee: 'UZ-01', degree: 'LOWER', status: 'draft' }, lines: [{ ownReference: '4/118', ourNumber: regNo }],
    particulars: { kind: 'consentRequest', grantor: 'UZ-01', recipient: 'KG-01', purpose, product: null },
  });
  expect(await cellsOf(materialId)).toEqual(['UZ-01 missing draft']);
  expect(await cellsOf(materialId, 'TJ-01')).toEqual(['UZ-01 missing -']);
  expect(await world.refused('consents.request', request(materialId, 'UZ-01'))).toEqual(['consent.requestStands']);
  await world.ask('consents.request', request(materialId, 'UZ-01', 'KG-01', { purpose: 'для суда' }));
  await world.ask('notices.issue', { noticeId });
  expect(await cellsOf(materialId)).toEqual(['UZ-01 missing 2026-05-10']);
  // An answer that does not come is asked for again.
  const again = await world.ask('consents.request', request(materialId, 'UZ-01'));
  await world.ask('notices.cancel', { noticeId: again.noticeId, reason: 'ответ получен' });
  await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['KG-01'] }));
  expect(await cellsOf(materialId)).toEqual(['UZ-01 granted -']);
  expect(await world.refused('consents.request', request(materialId, 'UZ-01'))).toEqual(['consent.notNeeded']);
});

it('asks nobody who has nothing to say, and nothing without its purpose', async () => {
  const { materialId } = await received(world);
  for (const [grantor, recipient] of [['TJ-01', 'KG-01'], ['KZ-10', 'KG-01'], ['UZ-01', 'UZ-01'], ['UZ-01', 'TM-01'], ['ZZ-99', 'KG-01']] as const) {
    expect(await world.refused('consents.request', request(materialId, grantor, recipient)), grantor).toEqual(['consent.notNeeded']);
  }
  expect(await world.refused('consents.request', request(materialId, 'UZ-01', 'ZZ-99'))).toEqual(['body.unknown']);
  expect(await world.refused('consents.request', request(materialId, 'UZ-01', 'KG-01', { purpose: '' }))).toEqual(['purpose.missing']);
  expect(await world.refused('consents.request', request('a'.repeat(20), 'UZ-01'))).toEqual(['material.notFound']);
  expect(await world.ask('notices.page', { cursor: null, limit: 50, status: null, kind: null })).toMatchObject({ rows: [] });
});

it('tells each contributor of a product of its own part alone, with its own grif, in its own holding', async () => {
  const uz = await received(world);
  const tj = await received(world, { body: 'TJ-01', number: '09-31', degree: 'UPPER' });
  const { materialId, regNo } = await product([uz.materialId, tj.materialId]);
  const letters = await Promise.all(['UZ-01', 'TJ-01'].map(async (grantor) => world.ask('notices.card', { noticeId: (await world.ask('consents.request', request(materialId, grantor))).noticeId })));
  expect(letters).toMatchObject([
    { row: { degree: 'LOWER' }, lines: [{ ownReference: '4/118' }], particulars: { product: regNo } }, { row: { degree: 'UPPER' }, lines: [{ ownReference: '09-31' }], particulars: { product: regNo } },
  ]);
  expect(JSON.stringify(letters[0])).not.toMatch(/TJ-01|09-31|UPPER/);
  expect(JSON.stringify(letters[1])).not.toMatch(/UZ-01|4\/118/);
  expect(await cellsOf(materialId)).toEqual(['TJ-01 missing draft', 'UZ-01 missing draft']);
  await world.as('d');
  expect(await world.ask('vault.check', {})).toMatchObject({ broken: null, differences: [], lost: [] });
});

it('leaves it to the director whether a body that gave nothing learns of a material for an observer', async () => {
  const uz = await received(world);
  const tj = await received(world, { body: 'TJ-01', number: '09-31' });
  const { materialId } = await product([uz.materialId, tj.materialId]);
  const toRu = request(materialId, 'RU-01', 'OB-01');
  expect(await world.refused('consents.request', toRu)).toEqual(['consent.requestTells']);
  expect(await world.refused('consents.request', { ...toRu, telling: true })).toEqual(['consent.requestTells']);
  await world.ask('consents.request', request(materialId, 'UZ-01', 'OB-01'));
  await world.as('d');
  expect(await world.refused('consents.request', toRu)).toEqual(['consent.requestTells']);
  const { noticeId } = await world.ask('consents.request', { ...toRu, telling: true });
  expect(await world.ask('notices.card', { noticeId })).toMatchObject({ row: { addressee: 'RU-01' }, lines: [] });
  await world.ask('release.approve', approvalOf([materialId], 'OB-01', 'Д-1'));
  expect((await decided(world, materialId, 'OB-01')).needed.hidden).toBe(false);
});
