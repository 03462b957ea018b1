import { afterEach, beforeEach, expect, it } from 'vitest';
import { byTwo, consentOf, decided, newWorld, orderOf, received, type World } from './world.fixture.ts';

// Everything here is fictional.
let world: World;
let materialId: string;
const person = 'К. Условный';
beforeEach(async () => {
  world = await newWorld();
  ({ materialId } = await received(world, { degree: 'UPPER' }));
  await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01'] }));
});
afterEach(() => world.close());

const codes = async (who = person) => (await decided(world, materialId, 'TJ-01', { person: who })).codes;
const asked = () => world.ask('clearances.ask', { body: 'TJ-01', person, degree: 'UPPER', need: 'получение пакета лично' });
const answer = (inquiryId: string, more = {}) => ({ inquiryId, document: { number: '09-70', date: '2026-05-10', carrier: 'письмо, 1 л.' }, confirmed: 'UPPER' as const, validTo: null, ...more });

it('sends nothing to a person by name before his body has confirmed that he is cleared (Art. 12)', async () => {
  expect(await codes('')).toEqual([]);
  expect(await codes()).toEqual(['clearance.addresseeMissing']);
  expect(await world.refused('release.seal', orderOf(world, [materialId], 'TJ-01', { person }))).toEqual(['clearance.addresseeMissing', 'transfer.refused']);
  const { inquiryId, noticeId } = await asked();
  expect(await codes()).toEqual(['clearance.addresseeMissing']);
  expect(await world.ask('notices.card', { noticeId })).toMatchObject({ row: { kind: 'clearanceRequest', addressee: 'TJ-01' }, lines: [], particulars: { person, degree: 'UPPER' } });
  await world.ask('clearances.answer', answer(inquiryId, { confirmed: 'LOWER' }));
  expect(await codes()).toEqual(['clearance.addresseeTooLow']);
  expect(await world.refused('clearances.answer', answer(inquiryId))).toEqual(['clearance.answeredAlready']);
  const again = await asked();
  world.clock.set('2026-05-11T09:00:00');
  await world.ask('clearances.answer', answer(again.inquiryId, { document: { number: '09-71', date: '2026-05-11', carrier: 'письмо, 1 л.' }, validTo: '2026-05-20' }));
  expect(await codes()).toEqual([]);
  expect(await codes('К. Другой')).toEqual(['clearance.addresseeMissing']);
  expect((await decided(world, materialId, 'TJ-01', { person, on: '2026-05-21' })).codes).toEqual(['clearance.addresseeMissing']);
  await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01', { person }));
  await world.as('d');
  // Who is addressed by name is content: the journal's readers are told that somebody was.
  const { rows } = await world.ask('journal.page', { officer: null, kind: null, result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 200 });
  expect(JSON.stringify(rows)).toContain('release.decide');
  expect(JSON.stringify(rows)).not.toContain(person);
  expect(await world.ask('vault.check', {})).toMatchObject({ broken: null, differences: [], lost: [] });
});

it('refuses answers of another day, to nothing, and questions to bodies that are no longer listed', async () => {
  const { inquiryId } = await asked();
  const dated = (date: string, validTo: string | null = null) => world.refused('clearances.answer', answer(inquiryId, { document: { number: '1', date, carrier: 'письмо' }, validTo }));
  expect(await dated('2026-05-09')).toEqual(['date.order']);
  expect(await dated('2026-05-11')).toEqual(['date.inFuture']);
  expect(await dated('2026-05-10', '2026-05-09')).toEqual(['date.order']);
  expect(await world.refused('clearances.answer', answer('a'.repeat(20)))).toEqual(['clearance.inquiryNotFound']);
  expect(await world.refused('clearances.ask', { body: 'KZ-99', person, degree: 'LOWER', need: 'x' })).toEqual(['body.unknown']);
  world.clock.set('2026-06-01T09:00:00');
  expect(await world.refused('clearances.ask', { body: 'KZ-02', person, degree: 'LOWER', need: 'x' })).toEqual(['body.notListed']);
  expect(await world.ask('clearances.list', { body: 'UZ-01' })).toEqual([]);
  expect(await world.ask('clearances.list', { body: null })).toMatchObject([{ body: 'TJ-01', person, answer: null, officer: 'сотрудник Р-1' }]);
});

it('takes a second person for no addressee: whoever checks the package is not whom it is for', async () => {
  expect(await world.refused('release.sealByTwo', byTwo(orderOf(world, [materialId], 'TJ-01', { person })))).toEqual(['clearance.addresseeMissing', 'transfer.refused']);
});
