import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Input } from '#app/contract/index.ts';
import { standInPrinter } from '../documents/paper.fixture.ts';
import { newWorld, received, type World } from './world.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld({ printer: standInPrinter().printer }); });
afterEach(() => world.close());

type Rule = Input<'restrictions.record'>['restriction']['rule'];
const restrict = async (materialId: string, rule: Rule, to: string | null = null) =>
  (await world.ask('restrictions.record', { materialId, restriction: { instruction: { number: '4/140', date: '2026-05-10' }, rule, from: '2026-05-10', to } })).restrictionId;
const card = (materialId: string) => ({ of: { form: 'P6', materialId }, language: 'ru', secondLanguage: null, copies: 1 }) as const;
const productOf = (sources: string[]) => ({ title: 'Условная сводка', text: 'условные сведения', language: 'ru', sources, sheets: 1, copies: 1 }) as const;
const page = (filter: Input<'materials.page'>['filter']) =>
  world.ask('materials.page', { filter, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 20 });

it('is not printed, nor is what is made of it, until the originator lifts that (Art. 9(4))', async () => {
  const { materialId } = await received(world);
  const product = await world.ask('materials.prepareProduct', productOf([materialId]));
  const { printId } = await world.ask('documents.prepare', card(product.materialId));
  const restrictionId = await restrict(materialId, { kind: 'noPrint' });
  for (const id of [materialId, product.materialId]) expect(await world.refused('documents.prepare', card(id))).toEqual(['restriction.noPrint']);
  // Nor is the paper that was shown before the restriction came.
  expect(await world.refused('documents.print', { printId, printer: 'P1', copies: 1 })).toEqual(['document.notPrepared']);
  expect((await world.ask('materials.card', { materialId })).withheld).toEqual([]);
  await world.ask('restrictions.lift', { materialId, restrictionId, instruction: { number: '4/150', date: '2026-05-10' } });
  await world.ask('documents.prepare', card(materialId));
});

it('goes into no product, also not through another one', async () => {
  const [a, b] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31' })];
  const first = await world.ask('materials.prepareProduct', productOf([a.materialId]));
  await restrict(a.materialId, { kind: 'noProduct' });
  expect(await world.refused('materials.prepareProduct', productOf([b.materialId, a.materialId]))).toEqual(['restriction.noProduct']);
  expect(await world.refused('materials.prepareProduct', productOf([first.materialId]))).toEqual(['restriction.noProduct']);
  await world.ask('materials.prepareProduct', productOf([b.materialId]));
});

it('keeps its content from all but those named: on the card, in lists, in a search by its words, among similar ones, in what is made of it', async () => {
  const { materialId } = await received(world);
  const { asReceived: { text }, row } = await world.ask('materials.card', { materialId });
  const [word = ''] = text.split(/\s+/u);
  const product = await world.ask('materials.prepareProduct', productOf([materialId]));
  expect((await page({ text: word })).rows.map(({ id }) => id)).toContain(materialId);
  const restrictionId = await restrict(materialId, { kind: 'viewOnly', roles: ['director'] });

  const closed = await world.ask('materials.card', { materialId });
  expect(closed.withheld).toMatchObject([{ code: 'restriction.viewOnly', supplier: { kind: 'body', code: 'UZ-01' }, params: { number: '4/140' } }]);
  expect(closed).toMatchObject({ row: { id: materialId, summary: '', excerpt: '' }, asReceived: { text: '', attributes: [] }, attachments: [], annotations: [] });
  expect(JSON.stringify(closed)).not.toContain(text);
  expect((await page({})).rows.find(({ id }) => id === materialId)).toMatchObject({ regNo: row.regNo, summary: '', excerpt: '', restricted: true });
  expect(await page({ text: word })).toMatchObject({ rows: [], total: 0 });
  expect((await world.ask('materials.similar', { text })).proposals).toEqual([]);
  expect(await world.refused('materials.similar', { materialId })).toEqual(['restriction.viewOnly']);
  expect(await world.refused('attachments.view', { materialId, fileId: materialId })).toContain('restriction.viewOnly');
  expect(await world.refused('documents.prepare', card(materialId))).toEqual(['restriction.viewOnly']);
  expect(await world.refused('materials.prepareProduct', productOf([materialId]))).toEqual(['restriction.viewOnly']);
  const made = await world.ask('materials.card', { materialId: product.materialId });
  expect(made).toMatchObject({ withheld: [{ code: 'restriction.viewOnly' }], asReceived: { text: '' }, row: { excerpt: '' } });
  expect((await world.ask('links.tree', { materialId })).nodes.map(({ excerpt, summary }) => excerpt + summary)).toEqual(['', '']);

  await world.as('d');
  const open = await world.ask('materials.card', { materialId });
  expect(open).toMatchObject({ withheld: [], asReceived: { text } });
  expect((await page({ text: word })).rows.map(({ id }) => id)).toContain(materialId);
  expect((await world.ask('materials.card', { materialId: product.materialId })).withheld).toEqual([]);

  await world.as('r');
  await world.ask('restrictions.lift', { materialId, restrictionId, instruction: { number: '4/150', date: '2026-05-10' } });
  expect(await world.ask('materials.card', { materialId })).toMatchObject({ withheld: [], asReceived: { text } });
  expect((await page({ text: word })).rows.map(({ id }) => id)).toContain(materialId);
});

it('is kept from them on the days of the restriction only', async () => {
  const { materialId } = await received(world);
  await restrict(materialId, { kind: 'viewOnly', roles: ['director', 'analyst'] }, '2026-05-20');
  expect((await world.ask('materials.card', { materialId })).withheld).toHaveLength(1);
  world.clock.set('2026-05-21T09:00:00');
  await world.as('r');
  expect((await world.ask('materials.card', { materialId })).withheld).toEqual([]);
});
