import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newWorld, received, type World } from '../exchange/world.fixture.ts';

// Fictional throughout. Turkmenistan stands outside the Agreement in this world until it accedes.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const notices = async () => (await world.ask('notices.page', { status: null, kind: null, cursor: null, limit: 50 })).rows;
const addressees = async () => (await notices()).filter(({ status }) => status === 'draft').map(({ addressee }) => addressee).toSorted();
const accede = async () => {
  await world.as('d');
  for (const kind of ['foundingAccession', 'accession'] as const) {
    await world.ask('reference.recordEvent', { kind, state: 'TM', date: '2026-05-10', document: 'условная грамота', effectiveDate: null, note: '' });
  }
};
const admit = (materialId: string) => world.ask('materials.admit', { materialId, basis: 'условный доклад 2' });

describe('a material admitted later (Art. 7, R3.3)', () => {
  it('tells of the supplement that it is, each originator in its own words and neutrally', async () => {
    const parent = await received(world);
    const supplement = await received(world, { body: 'TM-01', number: '7', supplementOf: parent.materialId });
    await accede();
    expect(await addressees()).toEqual([]);
    await admit(supplement.materialId);
    expect(await addressees()).toEqual(['TM-01', 'UZ-01']);
    for (const { id, addressee } of await notices()) {
      const { lines, row } = await world.ask('notices.card', { noticeId: id });
      expect(lines.map(({ ownReference, ourNumber }) => [ownReference, ourNumber])).toEqual([addressee === 'UZ-01' ? ['4/118', parent.regNo] : ['7', supplement.regNo]]);
      expect(row.kind).toBe('similar');
    }
  });

  it('tells of the supplements that it has, and only with the other side admitted too', async () => {
    const parent = await received(world, { body: 'TM-01', number: '7' });
    await received(world, { supplementOf: parent.materialId });
    const own = await received(world, { body: 'TM-01', number: '8', supplementOf: parent.materialId });
    const ofOwn = await received(world, { body: 'TJ-01', number: '09-31', supplementOf: own.materialId });
    await accede();
    await admit(parent.materialId);
    // The supplement of the same body is told to nobody (R7.7); the one under it waits for its own parent.
    expect(await addressees()).toEqual(['TM-01', 'UZ-01']);
    await admit(own.materialId);
    expect(await addressees()).toEqual(['TJ-01', 'TM-01', 'TM-01', 'UZ-01']);
    expect((await notices()).flatMap(({ materials }) => materials.map(({ id }) => id))).toContain(ofOwn.materialId);
  });

  it('tells nothing of a pair that was found unrelated meanwhile, and what it told is taken back with the pair alone', async () => {
    const parent = await received(world, { body: 'TM-01', number: '7' });
    const [first, second, third] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31' }), await received(world, { body: 'RU-01', number: '5/5' })];
    const linked = async (child: string, number: string, body: string) => received(world, { body, number, supplementOf: parent.materialId, text: `условное дополнение ${child}` });
    const children = [await linked(first.materialId, '4/119', 'UZ-01'), await linked(second.materialId, '09-32', 'TJ-01'), await linked(third.materialId, '5/6', 'RU-01')];
    const unrelated = (materialId: string | undefined) => world.ask('links.decide', { materialId: materialId ?? '', otherId: parent.materialId, decision: 'unrelated', reason: '' });
    await unrelated(children[0]?.materialId);
    await accede();
    await admit(parent.materialId);
    expect(await addressees()).toEqual(['RU-01', 'TJ-01', 'TM-01', 'TM-01']);
    await world.as('r');
    await unrelated(children[1]?.materialId);
    expect(await addressees()).toEqual(['RU-01', 'TM-01']);
  });

  it('leaves projections that the journal builds anew', async () => {
    const parent = await received(world);
    const supplement = await received(world, { body: 'TM-01', number: '7', supplementOf: parent.materialId });
    await accede();
    await admit(supplement.materialId);
    expect(await world.ask('vault.check', {})).toMatchObject({ broken: null, differences: [] });
  });
});
