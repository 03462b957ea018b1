import { afterEach, beforeEach, expect, it } from 'vitest';
import { testGrant } from '../../registry.fixture.ts';
import { approvalOf, byTwo, consentOf, newWorld, orderOf, passphrase, received, type World } from '../exchange/world.fixture.ts';
import { standInPrinter } from '../documents/paper.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld({ printer: standInPrinter().printer }); });
afterEach(() => world.close());

const instruction = { number: '4/140', date: '2026-05-10' };
const restrict = (materialId: string, rule: Parameters<typeof world.ask<'restrictions.record'>>[1]['restriction']['rule']) =>
  world.ask('restrictions.record', { materialId, restriction: { instruction, rule, from: '2026-05-10', to: null } });
const given = async (materialId: string, grantor: string, recipient: string) => {
  await world.ask('consents.record', consentOf([materialId], grantor, { kind: 'body', codes: [recipient] }));
  return (await world.ask('release.seal', orderOf(world, [materialId], recipient))).number;
};
async function product(sources: readonly { id: string; body: string }[], recipient: string) {
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
const cards = (notices: readonly { noticeId: string }[]) => Promise.all(notices.map(({ noticeId }) => world.ask('notices.card', { noticeId })));
const paper = async (noticeId: string) => (await world.ask('documents.prepare', { of: { form: 'P13', noticeId }, language: 'ru', secondLanguage: null, copies: 1 })).text;

it('tells every body that was given the material of a restriction set and lifted, also one that has left, and says whom it leaves out (Art. 9(5))', async () => {
  const { materialId } = await received(world);
  const ru = await given(materialId, 'UZ-01', 'RU-01');
  const tj = await given(materialId, 'UZ-01', 'TJ-01');
  await world.as('d');
  await world.ask('reference.recordEvent', { kind: 'withdrawalNotice', state: 'TJ', date: '2026-05-10', document: 'условная нота', effectiveDate: '2026-09-01', note: '' });
  world.clock.set('2026-09-02T09:00:00');
  await world.as('r');
  const set = await restrict(materialId, { kind: 'notTo', bodies: [], states: ['TJ'] });
  expect(set.notices.map(({ addressee }) => addressee)).toEqual(['RU-01', 'TJ-01']);
  expect(set.outOfScope).toEqual(['TJ-01']);
  const [toRu, toTj] = await cards(set.notices);
  expect(toRu).toMatchObject({ row: { degree: 'LOWER', kind: 'restrictionChange' }, lines: [{ ourNumber: ru }], particulars: { change: 'set', rule: { kind: 'notTo', states: ['TJ'] }, outOfScope: false } });
  expect(toTj).toMatchObject({ lines: [{ ourNumber: tj }], particulars: { outOfScope: true } });
  expect(JSON.stringify(toRu)).not.toMatch(/TJ-01|4\/140/);
  // Neither may be dropped, and the one that has left is told too (R9.6, R22.2).
  for (const { noticeId } of set.notices) expect(await world.refused('notices.cancel', { noticeId, reason: 'не нужно' })).toEqual(['notice.mustBeSent']);
  for (const { noticeId } of set.notices) await world.ask('notices.issue', { noticeId });
  expect(await paper(set.notices[1]?.noticeId ?? '')).toMatch(/Уведомление о дополнительных ограничениях[^]+Вы не входите/iu);
  expect(await world.ask('restrictions.complete', { materialId, restrictionId: set.restrictionId })).toEqual({ notices: [], outOfScope: ['TJ-01'] });
  expect((await world.ask('incidents.list', {}))).toEqual([]);
  const lifted = await world.ask('restrictions.lift', { materialId, restrictionId: set.restrictionId, instruction: { number: '4/150', date: '2026-09-02' } });
  expect(lifted.notices.map(({ addressee }) => addressee)).toEqual(['RU-01', 'TJ-01']);
  expect(await paper(lifted.notices[0]?.noticeId ?? '')).toContain('о снятии дополнительных ограничений');
});

it('tells nobody where nothing was given, nor the originator to whom it went home', async () => {
  const { materialId } = await received(world);
  const first = await restrict(materialId, { kind: 'noCopy' });
  expect(first).toMatchObject({ notices: [], outOfScope: [] });
  await world.ask('restrictions.lift', { materialId, restrictionId: first.restrictionId, instruction });
  await world.ask('release.seal', orderOf(world, [materialId], 'UZ-01'));
  expect(await restrict(materialId, { kind: 'noTransfer' })).toMatchObject({ notices: [], outOfScope: [] });
});

it('tells who was given a product, and by nothing of which source it is (R9.7)', async () => {
  const [uz, tj] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31', degree: 'UPPER' })];
  const made = await product([{ id: uz.materialId, body: 'UZ-01' }, { id: tj.materialId, body: 'TJ-01' }], 'RU-01');
  const again = await world.ask('materials.prepareProduct', { title: 'Вторая', text: 'условные сведения', language: 'ru', sources: [made.materialId], sheets: 1, copies: 1 });
  expect(again.materialId).not.toBe(made.materialId);
  const told = await restrict(uz.materialId, { kind: 'onlyTo', bodies: ['UZ-01', 'KZ-01'], states: [] });
  expect(told.notices.map(({ addressee }) => addressee)).toEqual(['RU-01']);
  const [card] = await cards(told.notices);
  expect(card).toMatchObject({ row: { degree: 'UPPER' }, lines: [{ materialId: made.materialId, ourNumber: made.number }], particulars: { rule: null, outOfScope: true } });
  const text = await paper(told.notices[0]?.noticeId ?? '');
  for (const secret of ['UZ', 'KZ', 'TJ', '4/118', '09-31', '4/140', uz.materialId]) expect(text).not.toContain(secret);
});

it('tells an officer who does not see a product nothing of it; one who sees more completes the notices once', async () => {
  const [uz, tj] = [await received(world), await received(world, { body: 'TJ-01', number: '09-31', degree: 'UPPER' })];
  await product([{ id: uz.materialId, body: 'UZ-01' }, { id: tj.materialId, body: 'TJ-01' }], 'RU-01');
  await world.as('d');
  const { officerId } = await world.ask('officers.enrol', { login: 'n', name: 'сотрудник Р-2', role: 'registrar', passphrase });
  await world.ask('access.issue', testGrant(officerId, { scope: { bodies: ['UZ-01'], degree: 'LOWER' } }));
  world.registry.lock();
  await world.ask('session.unlock', { login: 'n', passphrase });
  const told = await restrict(uz.materialId, { kind: 'noTransfer' });
  expect(told).toMatchObject({ notices: [], outOfScope: [] });
  expect(await world.ask('restrictions.complete', { materialId: uz.materialId, restrictionId: told.restrictionId })).toEqual({ notices: [], outOfScope: [] });
  await world.as('d');
  const completed = await world.ask('restrictions.complete', { materialId: uz.materialId, restrictionId: told.restrictionId });
  expect(completed.notices.map(({ addressee }) => addressee)).toEqual(['RU-01']);
  expect((await cards(completed.notices))[0]?.particulars).toMatchObject({ rule: { kind: 'noTransfer' } });
  expect((await world.ask('restrictions.complete', { materialId: uz.materialId, restrictionId: told.restrictionId })).notices).toEqual([]);
  expect(await world.refused('restrictions.complete', { materialId: uz.materialId, restrictionId: 'a'.repeat(20) })).toEqual(['restriction.notFound']);
});
