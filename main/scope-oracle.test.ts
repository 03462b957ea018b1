import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryOf, methods, type Method } from '#app/contract/index.ts';
import { testDraft, testGrant, testPackage } from './registry.fixture.ts';
import { answered, foreign, world, type World } from './scope-worlds.fixture.ts';

let pair: readonly [World, World];
beforeAll(async () => { pair = [await world(false), await world(true)]; });
afterAll(() => { for (const { test } of pair) test.end(); });

/** The same question or command in both registries. */
async function same(method: string, input: (world: World) => unknown): Promise<unknown> {
  const [without, withForeign] = [await answered(pair[0], method, input(pair[0])), await answered(pair[1], method, input(pair[1]))];
  expect(withForeign, `${method} ${JSON.stringify(input(pair[1]))}`).toEqual(without);
  return without;
}

const nothing = ['access.list', 'desk.summary', 'incidents.list', 'media.list', 'reference.events', 'reference.states', 'reference.annex1', 'reference.centreKeys', 'requests.list', 'session.status', 'vault.damage'] as const;
const skipped: ReadonlySet<string> = new Set(['session.lock', 'session.unlock', 'vault.leaveDemonstration', 'vault.openDemonstration', 'vault.create', 'reference.centreKeys']);

describe('an officer of a narrow scope', () => {
  it('is answered the same whatever foreign holdings hold: lists, counts, searches, numbers and what resembles a text', async () => {
    for (const method of nothing) if (method !== 'reference.centreKeys') await same(method, () => ({}));
    await same('incoming.page', () => ({ cursor: null, limit: 200 }));
    await same('outgoing.page', () => ({ cursor: null, limit: 200 }));
    await same('notices.page', () => ({ status: null, kind: null, cursor: null, limit: 200 }));
    await same('materials.similar', () => ({ text: foreign }));
    await same('materials.similar', ({ ownId }) => ({ materialId: ownId }));
    await same('materials.card', ({ ownId }) => ({ materialId: ownId }));
    await same('links.tree', ({ ownId }) => ({ materialId: ownId }));
    await same('consents.list', () => ({ materialId: null }));
  });

  it('is told of a foreign thing by its id what he is told of one that is not there', async () => {
    const ids: readonly (readonly [Method, string, (world: World) => string])[] = [
      ['materials.card', 'materialId', ({ foreignId }) => foreignId], ['materials.similar', 'materialId', ({ foreignId }) => foreignId],
      ['links.tree', 'materialId', ({ foreignId }) => foreignId], ['consents.list', 'materialId', ({ foreignId }) => foreignId], ['incoming.card', 'packageId', ({ foreignPackage }) => foreignPackage],
    ];
    for (const [method, key, id] of ids) expect(JSON.stringify(await same(method, (one) => ({ [key]: id(one) })))).toContain('notFound');
    await same('links.decide', ({ ownId, foreignId }) => ({ materialId: ownId, otherId: foreignId, decision: 'similar', reason: 'x' }));
    await same('materials.register', ({ foreignPackage }) => testDraft(foreignPackage));
    await same('release.decide', ({ foreignId }) => ({ materialIds: [foreignId], recipients: ['KZ-01'], purpose: 'x', channel: 'courier' }));
  });

  it('is refused by scope before it is known whether anything lies there', async () => {
    // KZ-01 has a holding in one of the two registries, TJ-01 in neither.
    for (const body of ['KZ-01', 'TJ-01']) {
      expect(JSON.stringify(await same('incoming.register', () => testPackage(body, 'П-1')))).toContain('grant.outsideScope');
    }
    const inputs = new Map<World, string>();
    for (const one of pair) inputs.set(one, (await one.test.ask('incoming.register', testPackage('UZ-01', 'П-2'))).packageId);
    const upper = await same('materials.register', (one) => testDraft(inputs.get(one) ?? '', { degree: 'UPPER', higherReason: 'вымышлено', senderNumber: '4/900' }));
    expect(JSON.stringify(upper)).toContain('grant.outsideScope');
    // A number that a foreign material bears is free for him, and his next number is the next of his own series.
    expect(JSON.stringify(await same('materials.register', (one) => testDraft(inputs.get(one) ?? '', { senderNumber: '4/901' })))).toContain('regNo');
  });

  it('is answered the same to searches of any kind, and to whatever else is asked', async () => {
    const filter = fc.record({
      text: fc.constantFrom('Желтоклювов', 'Октепа', 'Oqtepa', '123', 'KZ-01', ''), bodies: fc.subarray(['KZ-01', 'UZ-01', 'TJ-01', 'CENTRE']), degree: fc.constantFrom('LOWER', 'UPPER'),
    }, { requiredKeys: [] });
    await fc.assert(fc.asyncProperty(filter, fc.constantFrom('registeredAt', 'receivedOn', 'regNo'), fc.constantFrom('ascending', 'descending'), async (drawn, by, direction) => {
      await same('materials.page', () => ({ filter: drawn, sort: { by, direction }, cursor: null, limit: 50 }));
    }), { numRuns: 40, seed: 20261122 });
    const asked = methods.filter((method) => !skipped.has(method) && entryOf(method)?.roles.includes('registrar') === true);
    for (const method of asked) await same(method, ({ foreignId, foreignPackage }) => ({ materialId: foreignId, packageId: foreignPackage, materialIds: [foreignId] }));
  });
});

describe('the director', () => {
  it('is told that a similar record exists outside his own access, and nothing of it (R7.9)', async () => {
    const { test } = await world(true);
    try {
      await test.as('director');
      const { officials } = await test.ask('access.list', {});
      const director = officials.find(({ officer }) => officer.role === 'director');
      const [grant] = director?.grants ?? [];
      await test.ask('access.revoke', { grantId: grant?.id ?? '', reason: 'вымышлено', document: { number: '5', date: '2026-05-14' } });
      await test.ask('access.issue', testGrant(director?.officer.id ?? '', { scope: { bodies: ['UZ-01'], degree: 'LOWER' } }));
      // The key of the blind index is given back to him by somebody who has it.
      await test.as('registrar');
      await test.as('director');
      const answer = await test.ask('materials.similar', { text: foreign });
      expect(answer.outsideAccess).toBe(true);
      expect(answer.proposals.every(({ material }) => material.originator === 'UZ-01' && material.degree === 'LOWER')).toBe(true);
    } finally {
      test.end();
    }
  });
});
