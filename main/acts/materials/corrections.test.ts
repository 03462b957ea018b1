import { afterEach, beforeEach, expect, it } from 'vitest';
import { standInPrinter } from '../documents/paper.fixture.ts';
import { approvalOf, byTwo, consentOf, newWorld, orderOf, received, type World } from '../exchange/world.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld({ printer: standInPrinter().printer }); });
afterEach(() => world.close());

const instruction = { number: '4/150', date: '2026-05-10' };
const revise = (materialId: string, typed: string) => ({ materialId, typed, sourceKind: null, instruction });
const given = async (materialId: string, grantor: string, recipient: string) => {
  await world.ask('consents.record', consentOf([materialId], grantor, { kind: 'body', codes: [recipient] }));
  return world.ask('release.seal', orderOf(world, [materialId], recipient));
};
async function productTo(sources: readonly { id: string; body: string }[], recipient: string) {
  const { materialId } = await world.ask('materials.prepareProduct', { title: 'Условная сводка', text: 'условные сведения', language: 'ru', sources: sources.map(({ id }) => id), sheets: 1, copies: 1 });
  for (const { id, body } of sources) {
    await world.ask('consents.record', consentOf([id], body, { kind: 'body', codes: [recipient] }));
    await world.ask('consents.record', consentOf([materialId], body, { kind: 'body', codes: [recipient] }));
  }
  await world.as('d');
  await world.ask('release.approve', approvalOf([materialId], recipient, 'условное решение'));
  await world.as('r');
  return { materialId, number: (await world.ask('release.sealByTwo', byTwo(orderOf(world, [materialId], recipient)))).number };
}
const text = async (form: 'L2' | 'L5' | 'L6' | 'P6', about: { noticeId: string } | { materialId: string }) =>
  (await world.ask('documents.prepare', { of: { form, ...about } as { form: 'P6'; materialId: string }, language: 'ru', secondLanguage: null, copies: 1 })).text;

it('a later evaluation stands beside the first; every holder is told, the holder of a product without the code (R15.5, R9.7)', async () => {
  const [a, b] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31' })];
  const toRu = await given(a.materialId, 'UZ-01', 'RU-01');
  const product = await productTo([{ id: a.materialId, body: 'UZ-01' }, { id: b.materialId, body: 'TJ-01' }], 'AZ-01');
  const before = (await world.ask('materials.card', { materialId: a.materialId })).evaluation;
  const told = await world.ask('corrections.reviseEvaluation', revise(a.materialId, 'D4'));
  expect(told.notices.map(({ addressee }) => addressee).toSorted()).toEqual(['AZ-01', 'RU-01']);
  const card = await world.ask('materials.card', { materialId: a.materialId });
  expect(card).toMatchObject({ row: { evaluation: 'D4' }, evaluation: { source: 'D', accuracy: '4', typed: 'D4' }, evaluations: [{ id: null, typed: before.typed, instruction: null }, { typed: 'D4', instruction }] });
  expect((await world.ask('materials.page', { filter: { source: 'D' }, sort: { by: 'regNo', direction: 'ascending' }, cursor: null, limit: 5 })).rows.map(({ id }) => id)).toEqual([a.materialId]);
  expect(await text('P6', { materialId: a.materialId })).toContain('D –');

  const letters = Object.fromEntries(await Promise.all(told.notices.map(async ({ noticeId, addressee }) => [addressee, await text('L6', { noticeId })] as const)));
  expect(letters['RU-01']).toContain(toRu.number);
  expect(letters['RU-01']).toContain('D4');
  expect(letters['AZ-01']).toContain(product.number);
  expect(letters['AZ-01']).not.toMatch(/D4|UZ-01|TJ-01|4\/150|4\/118/);
  for (const { noticeId } of told.notices) expect(await world.refused('notices.cancel', { noticeId, reason: 'не нужно' })).toEqual(['notice.mustBeSent']);
  expect((await world.ask('corrections.complete', { materialId: a.materialId, correctionId: told.correctionId })).notices).toEqual([]);
  expect(await world.refused('corrections.reviseEvaluation', revise(a.materialId, 'D4'))).toEqual(['evaluation.unchanged']);
  expect(await world.refused('corrections.reviseEvaluation', revise(product.materialId, 'A1'))).toContain('correction.ofProduct');
});

it('what goes out after a revision bears the new code, and the paper of what went before keeps the old one', async () => {
  const { materialId } = await received(world);
  const first = await given(materialId, 'UZ-01', 'RU-01');
  const letter = async (packageId: string) => (await world.ask('documents.prepare', { of: { form: 'P1', packageId }, language: 'ru', secondLanguage: null, copies: 1 })).text;
  const before = await letter(first.packageId);
  world.clock.set('2026-05-10T10:00:00');
  await world.as('r');
  await world.ask('corrections.reviseEvaluation', revise(materialId, 'D4'));
  expect(await letter(first.packageId)).not.toContain('D4');
  expect(before).not.toContain('D4');
  world.clock.set('2026-05-10T11:00:00');
  await world.as('r');
  expect(await letter((await given(materialId, 'UZ-01', 'TJ-01')).packageId)).toContain('D4');
});

it('an error in personal data is told to the holders in the originator\'s words; the block as received stays (R8.9)', async () => {
  const { materialId } = await received(world);
  await given(materialId, 'UZ-01', 'RU-01');
  const { asReceived } = await world.ask('materials.card', { materialId });
  const told = await world.ask('corrections.rectify', { materialId, text: 'год рождения условного лица: 1980', instruction });
  expect(told.notices.map(({ addressee }) => addressee)).toEqual(['RU-01']);
  const paper = await text('L5', { noticeId: told.notices[0]?.noticeId ?? '' });
  expect(paper).toContain('год рождения условного лица: 1980');
  expect(paper).not.toMatch(/4\/150|UZ-01/);
  expect(await world.ask('materials.card', { materialId })).toMatchObject({ asReceived, rectifications: [{ text: 'год рождения условного лица: 1980', instruction }] });
  expect((await world.ask('corrections.complete', { materialId, correctionId: told.correctionId })).notices).toEqual([]);
  expect(await world.refused('corrections.complete', { materialId, correctionId: materialId })).toEqual(['correction.notFound']);
  expect(await world.refused('corrections.rectify', { materialId, text: 'позже', instruction: { ...instruction, date: '2026-05-11' } })).toEqual(['date.inFuture']);
});

it('the originator is asked once for an evaluation that its material lacks, with what its foreign code might mean, and again after a new foreign one (R15.1, R15.2)', async () => {
  const { materialId } = await received(world);
  expect(await world.refused('corrections.askEvaluation', { materialId })).toEqual(['evaluation.given']);
  await world.ask('corrections.reviseEvaluation', revise(materialId, 'X2'));
  const { noticeId, addressee } = await world.ask('corrections.askEvaluation', { materialId });
  expect(addressee).toBe('UZ-01');
  expect(await text('L2', { noticeId })).toMatch(/X2[^]+D2/);
  expect(await world.ask('materials.card', { materialId })).toMatchObject({ row: { evaluation: 'X2' }, evaluation: { source: null, accuracy: null } });
  expect(await world.refused('corrections.askEvaluation', { materialId })).toEqual(['evaluation.askedAlready']);
  world.clock.set('2026-05-10T10:00:00');
  await world.as('r');
  await world.ask('corrections.reviseEvaluation', revise(materialId, 'X3'));
  await world.ask('corrections.askEvaluation', { materialId });
  world.clock.set('2026-05-10T11:00:00');
  await world.as('r');
  await world.ask('corrections.reviseEvaluation', revise(materialId, 'B2'));
  expect(await world.refused('corrections.askEvaluation', { materialId })).toEqual(['evaluation.given']);
});

it('is built anew from the journal as it stood', async () => {
  const { materialId } = await received(world);
  await world.ask('corrections.reviseEvaluation', revise(materialId, 'D4'));
  await world.ask('corrections.rectify', { materialId, text: 'условное исправление', instruction });
  await world.as('d');
  expect(await world.ask('vault.check', {})).toMatchObject({ broken: null, differences: [] });
});
