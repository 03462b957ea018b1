import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Input } from '#app/contract/index.ts';
import { testBody, testDraft, testPackage, testRegistry, type TestRegistry } from '../../registry.fixture.ts';

// Fictional throughout; today is 2026-05-14.
let test: TestRegistry;
let packageId: string;
beforeAll(async () => {
  test = await testRegistry();
  await test.as('registrar');
  ({ packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-1')));
});
afterAll(() => test.end());

const request = (more: Partial<Input<'requests.record'>> = {}): Input<'requests.record'> => ({
  kind: 'standing', from: 'TJ-01', number: '1/з', date: '2026-05-01', topic: 'условная тема', personalData: false, justification: '', validTo: null, ...more,
});
const answering = async (requestId: string, more: Parameters<typeof testDraft>[1] = {}) =>
  test.refused('materials.register', testDraft(packageId, { senderNumber: requestId.slice(0, 8), basis: 'standing', requestId, ...more }));

it('lifts no restriction by an instruction older than the one that imposed it', async () => {
  const restriction: Input<'restrictions.record'>['restriction'] = { instruction: { number: '5', date: '2026-05-10' }, rule: { kind: 'noCopy' }, from: '2026-05-10', to: null };
  const { materialId } = await test.ask('materials.register', testDraft(packageId, { senderNumber: 'r1' }));
  const { restrictionId } = await test.ask('restrictions.record', { materialId, restriction });
  const lift = (date: string) => test.refused('restrictions.lift', { materialId, restrictionId, instruction: { number: '6', date } });
  expect(await lift('2026-05-09')).toEqual(['date.order']);
  expect(await lift('2026-05-15')).toEqual(['date.inFuture']);
  expect(await lift('2026-05-10')).toEqual([]);
});

it('takes no request whose term ends before it begins', async () => {
  expect(await test.refused('requests.record', request({ validTo: '2026-04-30' }))).toEqual(['date.order']);
  expect(await test.refused('requests.record', request({ validTo: '2026-05-01' }))).toEqual([]);
});

it('answers no request that has expired, awaits its justification or is of another kind (Art. 4)', async () => {
  const expired = await test.ask('requests.record', request({ validTo: '2026-05-11' }));
  expect(await answering(expired.requestId)).toEqual(['request.unfit']);
  expect(await answering(expired.requestId, { senderDate: '2026-05-11' })).toEqual([]);
  const awaiting = await test.ask('requests.record', request({ personalData: true }));
  expect(await answering(awaiting.requestId)).toEqual(['request.unfit']);
  const oneOff = await test.ask('requests.record', request({ kind: 'oneOff' }));
  expect(await answering(oneOff.requestId)).toEqual(['request.unfit']);
  expect(await answering(oneOff.requestId, { basis: 'oneOff' })).toEqual([]);
});

it('finds the same copy of the same letter at the other degree', async () => {
  expect(await test.refused('materials.register', testDraft(packageId, { senderNumber: 'd1' }))).toEqual([]);
  expect(await test.refused('materials.register', testDraft(packageId, { senderNumber: 'd1', degree: 'UPPER', higherReason: 'условная причина' }))).toEqual(['material.senderNumberTaken']);
});

it('records no body by a letter of tomorrow, nor one that is its own heir or has an heir in another State (Art. 3)', async () => {
  await test.as('director');
  const body = testBody('UZ-05');
  const recorded = (more: Partial<typeof body>) => test.refused('reference.recordBody', { ...body, ...more });
  expect(await recorded({ notifyingLetter: { ...body.notifyingLetter, date: '2026-05-15' } })).toEqual(['date.inFuture']);
  for (const successor of ['UZ-05', 'TJ-01', 'KG-77']) expect(await recorded({ successor }), successor).toEqual(['body.stateMismatch']);
  expect(await recorded({ successor: 'UZ-01' })).toEqual([]);
  // Rights pass on a written notice: another heir, another letter (R3.4).
  expect(await recorded({ successor: 'UZ-06' })).toEqual(['body.letterMissing']);
  expect(await recorded({ successor: 'UZ-06', notifyingLetter: { ...body.notifyingLetter, number: '2-2' } })).toEqual([]);
});

it('admits by the list of the day of sending, also when the body is listed anew or has left since (Art. 3, R3.3)', async () => {
  await test.as('director');
  const body = testBody('UZ-01');
  const listed = (more: Partial<typeof body>) => test.ask('reference.recordBody', { ...body, ...more });
  await listed({ listedTo: '2026-05-10', notifyingLetter: { ...body.notifyingLetter, number: '3-1' } });
  await listed({ listedFrom: '2026-05-13', notifyingLetter: { ...body.notifyingLetter, number: '3-2' } });
  const on = async (date: string) => (await test.ask('reference.bodies', { on: date })).find(({ code }) => code === 'UZ-01');
  expect([(await on('2026-05-10'))?.listed, (await on('2026-05-11'))?.listed, (await on('2026-05-13'))?.listed]).toEqual([true, false, true]);
  expect((await on('2026-05-13'))?.listings.map(({ listedFrom, listedTo }) => [listedFrom, listedTo])).toEqual([[body.listedFrom, '2026-05-10'], ['2026-05-13', null]]);
  await test.as('registrar');
  const sent = async (senderDate: string) => (await test.ask('materials.register', testDraft(packageId, { senderNumber: `s${senderDate}`, senderDate }))).reasons;
  expect(await sent('2026-05-10')).toEqual([]);
  expect(await sent('2026-05-12')).toEqual(['body.notListed']);
  expect(await sent('2026-05-13')).toEqual([]);
});

it('takes a version of Annex 1 by a decision of the Council alone (Art. 9(3))', async () => {
  await test.as('director');
  const [first] = await test.ask('reference.annex1', {});
  if (first === undefined) throw new Error('no version of Annex 1');
  expect(await test.refused('reference.recordAnnex1', { ...first, id: 'next', effectiveFrom: '2026-06-01', decision: null })).toEqual(['annex1.decisionMissing']);
  expect(await test.refused('reference.recordAnnex1', { ...first, id: 'next', effectiveFrom: '2026-06-01', decision: 'решение № 1 (вымышлено)' })).toEqual([]);
});
