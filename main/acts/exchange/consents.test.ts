import { afterEach, beforeEach, expect, it } from 'vitest';
import { approvalOf, byTwo, consentOf, decided, newWorld, orderOf, received, type World } from './world.fixture.ts';

let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());
const toUz = { kind: 'body' as const, codes: ['UZ-01'] };

it('records a consent only of the originator of every material that it names', async () => {
  const tj = await received(world, { body: 'TJ-01', number: '09-31' });
  const uz = await received(world);
  expect(await world.refused('consents.record', consentOf([tj.materialId], 'KZ-01', toUz))).toEqual(['consent.notOriginators']);
  expect(await world.refused('consents.record', consentOf([tj.materialId, uz.materialId], 'TJ-01', toUz))).toEqual(['consent.notOriginators']);
  expect(await world.ask('consents.list', { materialId: null })).toEqual([]);
});

it('refuses papers that are not written, not dated, or dated wrongly, all at once', async () => {
  const { materialId } = await received(world, { body: 'TJ-01', number: '09-31' });
  const wrong = (more: Parameters<typeof consentOf>[3]) => world.refused('consents.record', consentOf([materialId], 'TJ-01', toUz, more));
  expect(await wrong({ carrier: ' ', number: '' })).toEqual(['input.required', 'input.required']);
  expect(await wrong({ date: '2026-05-11' })).toEqual(['date.inFuture']);
  expect(await wrong({ validTo: '2026-05-09' })).toEqual(['date.order']);
  expect(await wrong({ date: '2026-02-30' })).toEqual(['input.notADate']);
  expect(await wrong({ scope: { kind: 'body', codes: [] } })).toEqual(['input.tooFew']);
  expect(await wrong({ grantor: 'TJ-77', date: '2026-05-12' })).toEqual(['body.unknown', 'consent.notOriginators', 'date.inFuture']);
  expect(await world.refused('consents.record', consentOf(['a'.repeat(20)], 'TJ-01', toUz))).toEqual(['material.notFound']);
});

it('keeps a consent for two degrees in both holdings and shows it once', async () => {
  const lower = await received(world, { body: 'TJ-01', number: '1' });
  const upper = await received(world, { body: 'TJ-01', number: '2', degree: 'UPPER' });
  const { consentId } = await world.ask('consents.record', consentOf([lower.materialId, upper.materialId], 'TJ-01', toUz));
  const listed = await world.ask('consents.list', { materialId: lower.materialId });
  expect(listed.map(({ id, regNos }) => ({ id, regNos: regNos.toSorted() }))).toEqual([{ id: consentId, regNos: [lower.regNo, upper.regNo].toSorted() }]);
  for (const { materialId } of [lower, upper]) expect((await decided(world, materialId, 'UZ-01')).allowed).toBe(true);

  await world.ask('consents.revoke', { consentId, number: '09-50', date: '2026-05-10' });
  for (const { materialId } of [lower, upper]) expect((await decided(world, materialId, 'UZ-01')).codes).toEqual(['consent.revoked']);
  expect((await world.ask('consents.list', { materialId: null })).map(({ revokedAt }) => revokedAt)).toEqual(['2026-05-10']);
});

it('revokes once, not before the consent and not in the future', async () => {
  const { materialId } = await received(world, { body: 'TJ-01', number: '1' });
  const { consentId } = await world.ask('consents.record', consentOf([materialId], 'TJ-01', toUz));
  const revoke = (date: string) => world.refused('consents.revoke', { consentId, number: '1', date });
  expect(await revoke('2026-05-09')).toEqual(['date.order']);
  expect(await revoke('2026-05-11')).toEqual(['date.inFuture']);
  await world.ask('consents.revoke', { consentId, number: '1', date: '2026-05-10' });
  expect(await revoke('2026-05-10')).toEqual(['consent.revoked']);
  expect(await world.refused('consents.revoke', { consentId: 'a'.repeat(20), number: '1', date: '2026-05-10' })).toEqual(['consent.notFound']);
});

it('covers nothing while its conditions are open, and covers from the paper on that shows them met (Art. 8)', async () => {
  const { materialId } = await received(world, { body: 'TJ-01', number: '1' });
  const { consentId } = await world.ask('consents.record', consentOf([materialId], 'TJ-01', toUz, { conditions: 'устно, без копий', conditionsMet: false }));
  expect((await decided(world, materialId, 'UZ-01')).codes).toEqual(['consent.conditionsOpen']);
  const met = (date: string) => ({ consentId, document: { number: '09-60', date, carrier: 'письмо, 1 л.' } });
  expect(await world.refused('consents.conditionMet', met('2026-05-09'))).toEqual(['date.order']);
  expect(await world.refused('consents.conditionMet', met('2026-05-11'))).toEqual(['date.inFuture']);
  await world.ask('consents.conditionMet', met('2026-05-10'));
  expect((await decided(world, materialId, 'UZ-01')).codes).toEqual([]);
  expect(await world.ask('consents.list', { materialId })).toMatchObject([{ conditionsMet: true, conditionMetBy: { number: '09-60', date: '2026-05-10', carrier: 'письмо, 1 л.' } }]);
  expect(await world.refused('consents.conditionMet', met('2026-05-10'))).toEqual(['consent.conditionsMet']);
  await world.ask('consents.revoke', { consentId, number: '09-61', date: '2026-05-10' });
  expect(await world.refused('consents.conditionMet', met('2026-05-10'))).toEqual(['consent.revoked']);
  expect(await world.refused('consents.conditionMet', { ...met('2026-05-10'), consentId: 'a'.repeat(20) })).toEqual(['consent.notFound']);
});

it('tells everybody who was given something under a consent that it was revoked, and of what they had (R8.7)', async () => {
  const { materialId, regNo } = await received(world);
  const { consentId } = await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01', 'RU-01', 'KZ-01'] }, { number: '4/201' }));
  const { number } = await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
  await world.ask('release.seal', orderOf(world, [materialId], 'UZ-01'));
  const { notices } = await world.ask('consents.revoke', { consentId, number: '4/250', date: '2026-05-10' });
  expect(notices.map(({ addressee }) => addressee)).toEqual(['TJ-01']);
  const [{ noticeId } = { noticeId: '' }] = notices;
  expect(await world.ask('notices.card', { noticeId })).toMatchObject({
    row: { kind: 'consentRevoked', addressee: 'TJ-01', degree: 'LOWER', status: 'draft' }, lines: [{ materialId, ourNumber: regNo, ownReference: '' }], received: [{ number, date: '2026-05-10' }],
    particulars: { kind: 'consentRevoked', revokedOn: '2026-05-10', consent: { number: '4/201', date: '2026-05-10' } },
  });
  expect(await world.refused('notices.cancel', { noticeId, reason: 'не нужно' })).toEqual(['notice.mustBeSent']);
  expect((await world.ask('materials.card', { materialId })).notices).toMatchObject([{ kind: 'consentRevoked', addressee: 'TJ-01' }]);
});

it('tells the recipient of a product neither whose consent was revoked nor its number (R9.7)', async () => {
  const uz = await received(world);
  const tj = await received(world, { body: 'TJ-01', number: '09-31', text: 'Намунаи санҷишӣ.' });
  const product = await world.ask('materials.prepareProduct', { title: 'Обзор', text: 'Вымышленный обзор.', language: 'ru', sources: [uz.materialId, tj.materialId], sheets: 1, copies: 1 });
  const [first = ''] = await Promise.all(['UZ-01', 'TJ-01'].map(async (body) => (await world.ask('consents.record', consentOf([product.materialId], body, { kind: 'body', codes: ['RU-01'] }, { number: `согл-${body}` }))).consentId));
  await world.as('d');
  await world.ask('release.approve', approvalOf([product.materialId], 'RU-01', 'Д-1'));
  await world.as('r');
  await world.ask('release.sealByTwo', byTwo(orderOf(world, [product.materialId], 'RU-01')));
  const { notices: [notice] } = await world.ask('consents.revoke', { consentId: first, number: 'отз-UZ-01', date: '2026-05-10' });
  const card = JSON.stringify(await world.ask('notices.card', { noticeId: notice?.noticeId ?? '' }));
  expect(card).toContain('RU-01');
  for (const word of ['UZ-01', 'TJ-01', 'согл-', 'отз-', '4/118', '09-31']) expect(card).not.toContain(word);
});

it('lets only the director approve, and only the registrar record', async () => {
  const { materialId } = await received(world);
  expect(await world.refused('release.approve', approvalOf([materialId], 'KG-01', '1'))).toEqual(['grant.notEntitled']);
  expect(await world.refused('release.withdrawApproval', { materialId: 'a'.repeat(20), recipient: 'KG-01' })).toEqual(['grant.notEntitled']);
  await world.as('d');
  expect(await world.refused('consents.record', consentOf([materialId], 'UZ-01', toUz))).toEqual(['session.roleNotEntitled']);
  expect(await world.refused('release.approve', approvalOf([materialId], 'KZ-99', '1'))).toEqual(['body.unknown']);
});
