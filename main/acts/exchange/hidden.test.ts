import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { unlockVault, type OpenVault } from '../../vault/vault.ts';
import { deciderFor } from './decision.ts';
import { newWorld, passphrase, received } from './world.fixture.ts';

it('refuses a product with a contributor outside the officer\'s access, and names neither him nor his restriction', async () => {
  const world = await newWorld();
  const uz = await received(world);
  const tj = await received(world, { body: 'TJ-01', number: '09-31', restrictions: [{ instruction: { number: '1', date: '2026-05-09' }, rule: { kind: 'noTransfer' }, from: '2026-05-09', to: null }] });
  const product = await world.ask('materials.prepareProduct', { title: 'Обзор', text: 'Вымышленный обзор.', language: 'ru', sources: [uz.materialId, tj.materialId], sheets: 1, copies: 1 });
  world.registry.lock();
  const vault = await unlockVault(join(world.folder, 'data/vault'), { login: 'r', passphrase, clock: world.clock, random: randomBytes, workstation: 'АРМ-1' });
  try {
    // The rules need two parts of a context: the vault, here without one key, and nothing else.
    const without: OpenVault = { ...vault, holding: (name) => (name.startsWith('TJ-01/') ? undefined : vault.holding(name)) };
    const decide = deciderFor({ vault: without } as Context, { date: '2026-05-10', purpose: 'проверка', channel: 'курьер', confirmedPurposes: [], requestId: null, person: '' });
    const { decision, consents } = decide(product.materialId, 'KG-01');
    expect(consents).toEqual({ hidden: true, cells: [{ grantor: 'UZ-01', ground: 'otherState', state: 'missing', until: null }] });
    const refusals = decision.allowed ? [] : decision.refusals;
    expect(refusals.map(({ code }) => code)).toEqual(['material.originatorUnknown', 'consent.missingHidden', 'consent.missing', 'director.decisionMissing']);
    expect(JSON.stringify(refusals)).not.toMatch(/TJ|09-31/);
    expect(() => decide(tj.materialId, 'UZ-01')).toThrow('material.notFound');
  } finally {
    vault.lock();
    world.close();
  }
});
