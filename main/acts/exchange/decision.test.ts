import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approvalOf, consentOf, decided, newWorld, orderOf, received, type World } from './world.fixture.ts';

let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

describe('consent and disclosure (scenario S3)', () => {
  it('lets one side go to the other, to the last day of the term, and not back', async () => {
    const uz = await received(world);
    const tj = await received(world, { body: 'TJ-01', number: '09-31', text: 'Намунаи санҷишӣ: мошини боркаш.' });
    world.clock.set('2026-05-25T10:00:00');
    expect(await decided(world, tj.materialId, 'UZ-01')).toMatchObject({ allowed: false, row: 'T2', codes: ['consent.missing'] });

    const { consentId } = await world.ask('consents.record', consentOf([tj.materialId], 'TJ-01', { kind: 'body', codes: ['UZ-01'] }, { date: '2026-05-25', validTo: '2026-06-30' }));
    expect(await decided(world, tj.materialId, 'UZ-01')).toMatchObject({ allowed: true, row: 'T2', consents: [consentId] });
    expect(await decided(world, tj.materialId, 'UZ-01', { on: '2026-06-30' })).toMatchObject({ allowed: true });
    expect((await decided(world, tj.materialId, 'UZ-01', { on: '2026-07-01' })).codes).toEqual(['consent.expired']);
    expect((await decided(world, tj.materialId, 'UZ-01', { on: '2026-05-24' })).codes).toEqual(['consent.afterDispatch']);
    expect((await decided(world, uz.materialId, 'TJ-01')).codes).toEqual(['consent.missing']);
    expect((await decided(world, tj.materialId, 'RU-01')).codes).toEqual(['consent.otherRecipient']);
  });

  it('does not let a supplement go with its parent\'s consent (S4)', async () => {
    const parent = await received(world);
    await world.ask('consents.record', consentOf([parent.materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01'] }));
    const supplement = await received(world, { number: '4/131', degree: 'UPPER', text: 'Qoʻshimcha maʼlumot (4/118 ga).', supplementOf: parent.materialId });
    expect(await decided(world, parent.materialId, 'TJ-01')).toMatchObject({ allowed: true });
    expect((await decided(world, supplement.materialId, 'TJ-01')).codes).toEqual(['consent.missing']);
  });

  it('asks the originator\'s consent also for another body of its own State, and none for the originator itself (T1, T3)', async () => {
    const { materialId } = await received(world, { body: 'KZ-01', number: '1/1' });
    expect(await decided(world, materialId, 'KZ-01')).toMatchObject({ allowed: true, row: 'T1' });
    expect(await decided(world, materialId, 'KZ-02')).toMatchObject({ row: 'T3', codes: ['consent.missingWithinState'] });
  });
});

describe('addressees whom nothing helps', () => {
  it('refuses a State outside (T4), whatever is consented to', async () => {
    const { materialId } = await received(world);
    await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'state', codes: ['TM'] }));
    expect(await decided(world, materialId, 'TM-01')).toMatchObject({ allowed: false, row: 'T4', codes: ['party.notInForce'] });
  });

  it('refuses bodies unknown, struck off, and of no receiving kind (T6)', async () => {
    const { materialId } = await received(world);
    expect(await decided(world, materialId, 'KZ-99')).toMatchObject({ row: 'T6', codes: ['body.unknown'] });
    expect(await decided(world, materialId, 'KZ-10')).toMatchObject({ row: 'T6', codes: ['body.notARecipient'] });
    world.clock.set('2026-06-01T09:00:00');
    await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['KZ-02'] }));
    expect(await decided(world, materialId, 'KZ-02')).toMatchObject({ row: 'T6', codes: ['body.notListed'] });
    expect(await decided(world, materialId, 'KZ-02', { on: '2026-05-31' })).toMatchObject({ row: 'T2', allowed: true });
  });

  it('asks for the consent and the director\'s approval for an observer (T5)', async () => {
    const { materialId } = await received(world);
    expect(await decided(world, materialId, 'OB-01')).toMatchObject({ row: 'T5', codes: ['consent.missing', 'director.observerApprovalMissing'] });
    await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['OB-01'] }));
    expect((await decided(world, materialId, 'OB-01')).allowed).toBe(false);
    await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'observer', codes: ['OB-01'] }));
    await world.as('d');
    await world.ask('release.approve', approvalOf([materialId], 'OB-01', 'решение 7'));
    expect(await decided(world, materialId, 'OB-01')).toMatchObject({ row: 'T5', allowed: true });
  });

  it('names every failing check together', async () => {
    const { materialId } = await received(world, { degree: 'UPPER' });
    expect((await decided(world, materialId, 'TJ-01', { purpose: '', channel: 'почта' })).codes).toEqual(['consent.missing', 'channel.tooLow', 'purpose.missing']);
    expect((await decided(world, materialId, 'TJ-01', { channel: '' })).codes).toContain('channel.notAgreed');
  });
});

it('obeys the originator\'s restrictions until they are lifted or over (Art. 9)', async () => {
  const { materialId } = await received(world);
  await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01', 'KG-01'] }));
  const instruction = { number: '4/119', date: '2026-05-09' };
  const { restrictionId } = await world.ask('restrictions.record', { materialId, restriction: { instruction, rule: { kind: 'notTo', bodies: [], states: ['KG'] }, from: '2026-05-09', to: null } });
  expect((await decided(world, materialId, 'KG-01')).codes).toEqual(['restriction.forbids']);
  expect((await decided(world, materialId, 'TJ-01')).allowed).toBe(true);
  await world.ask('restrictions.lift', { materialId, restrictionId, instruction });
  expect((await decided(world, materialId, 'KG-01')).allowed).toBe(true);
  await world.ask('restrictions.record', { materialId, restriction: { instruction, rule: { kind: 'noCopy' }, from: '2026-05-09', to: '2026-05-20' } });
  expect((await decided(world, materialId, 'TJ-01')).codes).toEqual(['restriction.noCopy']);
  expect((await decided(world, materialId, 'TJ-01', { on: '2026-05-21' })).allowed).toBe(true);
});

describe('a product of the Centre (S5)', () => {
  async function review() {
    const uz = await received(world);
    const tj = await received(world, { body: 'TJ-01', number: '09-31', text: 'Намунаи санҷишӣ.' });
    const upper = await received(world, { number: '4/131', degree: 'UPPER', text: 'Qoʻshimcha maʼlumot.', supplementOf: uz.materialId });
    const ru = await received(world, { body: 'RU-01', number: '7/7', text: 'Проверочный образец.' });
    const first = await world.ask('materials.prepareProduct', { title: 'Обзор', text: 'Вымышленный обзор.', language: 'ru', sources: [uz.materialId, tj.materialId], sheets: 2, copies: 1 });
    const product = await world.ask('materials.prepareProduct', { title: 'Обзор 2', text: 'Вымышленный обзор.', language: 'ru', sources: [first.materialId, upper.materialId, ru.materialId], sheets: 2, copies: 1 });
    return { product, sources: { uz, tj, upper, ru } };
  }

  it('needs the written consent of every contributor but the addressee, and the director', async () => {
    const { product } = await review();
    expect(product.degree).toBe('UPPER');
    const missing = async (recipient: string) => {
      const { refusals } = await decided(world, product.materialId, recipient);
      return { bodies: refusals.filter(({ code }) => code === 'consent.missing').map(({ params }) => params['body']), director: refusals.some(({ code }) => code === 'director.decisionMissing') };
    };
    expect(await missing('KG-01')).toEqual({ bodies: ['RU-01', 'TJ-01', 'UZ-01'], director: true });
    expect(await missing('UZ-01')).toEqual({ bodies: ['RU-01', 'TJ-01'], director: true });
    expect(await missing('AZ-01')).toEqual({ bodies: ['RU-01', 'TJ-01', 'UZ-01'], director: true });

    for (const [index, body] of ['RU-01', 'TJ-01', 'UZ-01'].entries()) {
      await world.ask('consents.record', consentOf([product.materialId], body, { kind: 'state', codes: ['KG'] }, { number: `c-${index}` }));
    }
    expect((await decided(world, product.materialId, 'KG-01')).codes).toEqual(['director.decisionMissing']);
    await world.as('d');
    await world.ask('release.approve', approvalOf([product.materialId], 'KG-01', 'решение 8'));
    const decision = await decided(world, product.materialId, 'KG-01');
    expect([decision.allowed, decision.consents.length]).toEqual([true, 3]);
    expect((await decided(world, product.materialId, 'AZ-01')).codes).toContain('director.decisionMissing');
  });

  it('asks all authorised bodies of the States in force for an observer', async () => {
    const { product } = await review();
    const { refusals } = await decided(world, product.materialId, 'OB-01');
    expect(refusals.filter(({ code }) => code === 'consent.missingOfAll').map(({ params }) => params['body'])).toEqual(['AZ-01', 'KG-01', 'KZ-01', 'KZ-02', 'RU-01', 'TJ-01', 'UZ-01']);
    expect(refusals.map(({ code }) => code)).toContain('director.observerApprovalMissing');
  });

  it('is held back by a restriction on any source, and by a breach that touched one', async () => {
    const { product, sources } = await review();
    await world.ask('restrictions.record', { materialId: sources.tj.materialId, restriction: { instruction: { number: '1', date: '2026-05-09' }, rule: { kind: 'notTo', bodies: ['KG-01'], states: [] }, from: '2026-05-09', to: null } });
    expect((await decided(world, product.materialId, 'KG-01')).codes).toContain('restriction.forbids');
    expect((await decided(world, product.materialId, 'AZ-01')).codes).not.toContain('restriction.forbids');
    const { number } = await world.ask('incidents.open', { kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: world.clock.now(), facts: 'вымышленная утрата', measures: '', materialIds: [sources.ru.materialId] });
    expect((await decided(world, product.materialId, 'AZ-01')).refusals).toContainEqual(expect.objectContaining({ code: 'material.frozen', params: { incident: number } }));
    expect((await decided(world, sources.ru.materialId, 'RU-01')).codes).toEqual(['material.frozen']);
    expect(await world.refused('release.seal', orderOf(world, [sources.ru.materialId], 'RU-01'))).toEqual(['material.frozen', 'transfer.refused']);
  });
});
