import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWorld, type World } from '../exchange/world.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const request = { kind: 'oneOff', from: 'TJ-01', number: '09-50', date: '2026-05-09', topic: 'условная проверка лица', personalData: true, justification: '', validTo: null } as const;
const letter = { justification: 'условное дело № 7', number: '09-51', date: '2026-05-10', judged: 'accepted', reason: '' } as const;
const waiting = async () => (await world.ask('desk.summary', {})).awaitingJustification;
async function answer(requestId: string): Promise<readonly string[]> {
  const { packageId } = await world.ask('incoming.register', {
    sender: { kind: 'listed', body: 'UZ-01' }, outerNumber: 'П-1', channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: null,
  });
  const draft = {
    packageId, senderNumber: '4/118', senderDate: '2026-05-10', basis: 'oneOff' as const, requestId, carrier: { kind: 'paper' as const, number: '', copyNo: 1, copies: 1, sheets: 1, markingPlace: 'carrier' as const },
    asReceived: { marking: 'Maxfiy', code: '', attributes: [], text: 'Sinov namunasi', language: 'uz' as const }, degree: 'LOWER' as const, higherReason: '', markingReadAs: null,
    evaluation: { typed: '', sourceKind: null }, restrictions: [], personalData: true, summary: '', attachments: [], supplementOf: null,
  };
  return world.ask('materials.register', draft).then(() => [], () => world.refused('materials.register', draft));
}

it('frees what waits for it: the request may be answered, and the desk counts it no more (Art. 12)', async () => {
  const { requestId, status } = await world.ask('requests.record', request);
  expect([status, await waiting(), await answer(requestId)]).toEqual(['awaitsJustification', 1, ['request.unfit']]);
  await world.ask('requests.justify', { requestId, ...letter });
  expect(await world.ask('requests.list', {})).toMatchObject([{ ...request, status: 'open', justification: 'условное дело № 7', justified: { number: '09-51', date: '2026-05-10' }, answers: 0 }]);
  expect([await waiting(), await answer(requestId)]).toEqual([0, []]);
});

it('refuses what awaits none, a second time, an unknown request, and dates that cannot be', async () => {
  const { requestId } = await world.ask('requests.record', request);
  const own = await world.ask('requests.record', { ...request, number: '09-52', personalData: false });
  expect(await world.refused('requests.justify', { requestId: own.requestId, ...letter })).toEqual(['request.notAwaiting']);
  expect(await world.refused('requests.justify', { requestId: 'a'.repeat(20), ...letter })).toEqual(['request.notFound']);
  expect(await world.refused('requests.justify', { requestId, ...letter, date: '2026-05-11' })).toEqual(['date.inFuture']);
  expect(await world.refused('requests.justify', { requestId, ...letter, date: '2026-05-08' })).toEqual(['date.order']);
  for (const bad of [{ justification: ' ' }, { number: '' }, { date: '2026-02-30' }, { justification: 'a\u202Eb' }]) {
    expect((await world.refused('requests.justify', { requestId, ...letter, ...bad }))[0]).toMatch(/^input\./);
  }
  await world.ask('requests.justify', { requestId, ...letter });
  expect(await world.refused('requests.justify', { requestId, ...letter })).toEqual(['request.notAwaiting']);
});

it('is the registrar\'s to record; the journal names the request alone, and builds it anew', async () => {
  const { requestId } = await world.ask('requests.record', request);
  await world.as('d');
  expect(await world.refused('requests.justify', { requestId, ...letter })).toEqual(['session.roleNotEntitled']);
  await world.as('r');
  await world.ask('requests.justify', { requestId, ...letter });
  await world.as('d');
  const { rows } = await world.ask('journal.page', { officer: null, kind: 'request.justified', result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 5 });
  expect(rows).toMatchObject([{ subject: requestId, detail: JSON.stringify({ id: requestId }) }]);
  expect(await world.ask('vault.check', {})).toMatchObject({ broken: null, differences: [], lost: [] });
});

it('asks for the justification at once, and anew when what came is not accepted; until one is, nothing is answered (Art. 12)', async () => {
  const { requestId, noticeId } = await world.ask('requests.record', request);
  expect(await world.ask('notices.card', { noticeId: noticeId ?? '' })).toMatchObject({
    row: { kind: 'justificationRequest', addressee: 'TJ-01', degree: 'LOWER', status: 'draft' }, lines: [], particulars: { number: '09-50', date: '2026-05-09', rejected: null },
  });
  await world.ask('notices.issue', { noticeId: noticeId ?? '' });
  expect(await world.ask('requests.list', {})).toMatchObject([{ letter: { noticeId, issuedOn: '2026-05-10' }, rejected: null }]);
  expect(await world.refused('requests.justify', { requestId, ...letter, judged: 'rejected' })).toEqual(['request.reasonMissing']);
  const again = await world.ask('requests.justify', { requestId, ...letter, judged: 'rejected', reason: 'дело не названо' });
  expect(await world.ask('notices.card', { noticeId: again.noticeId ?? '' })).toMatchObject({ particulars: { rejected: { number: '09-51', date: '2026-05-10', reason: 'дело не названо' } } });
  expect(await world.ask('requests.list', {})).toMatchObject([{ status: 'awaitsJustification', justification: '', justified: null, rejected: { number: '09-51' } }]);
  expect([await waiting(), await answer(requestId)]).toEqual([1, ['request.unfit']]);
  expect(await world.ask('requests.justify', { requestId, ...letter, number: '09-53' })).toEqual({ noticeId: null });
  // A draft that asks for what has come is dropped by its coming; a letter that went stays.
  expect(await world.ask('notices.card', { noticeId: again.noticeId ?? '' })).toMatchObject({ row: { status: 'cancelled' }, cancelled: '09-53, 2026-05-10' });
  expect(await world.ask('notices.card', { noticeId: noticeId ?? '' })).toMatchObject({ row: { status: 'issued' } });
  expect(await world.ask('requests.list', {})).toMatchObject([{ status: 'open', justified: { number: '09-53' }, rejected: null }]);
  expect([await waiting(), await answer(requestId)]).toEqual([0, []]);
  expect((await world.ask('requests.record', { ...request, number: '09-54', justification: 'дело № 8' })).noticeId).toBeNull();
  await world.as('d');
  expect(await world.ask('vault.check', {})).toMatchObject({ broken: null, differences: [], lost: [] });
});
