import type { Input } from '#app/contract/index.ts';
import { testGrant } from '../../registry.fixture.ts';
import type { World } from '../exchange/world.fixture.ts';

// Fictional throughout.
export const product = (world: World, sources: string[]) => world.ask('materials.prepareProduct', { title: 'Условная сводка', text: 'условные сведения', language: 'ru', sources, sheets: 1, copies: 1 });

/** The director takes the registrar's access and gives a narrower one; the registrar is at work again. */
export async function narrowed(world: World, scope: Input<'access.issue'>['scope']): Promise<void> {
  await world.as('d');
  const { officials } = await world.ask('access.list', {});
  const registrar = officials.find(({ officer }) => officer.role === 'registrar');
  for (const grant of registrar?.grants ?? []) await world.ask('access.revoke', { grantId: grant.id, reason: 'условная причина', document: { number: '5', date: '2026-05-09' } });
  await world.ask('access.issue', testGrant(registrar?.officer.id ?? '', { scope }));
  await world.as('r');
}

export const breachOf = (world: World, materialIds: string[], more: Partial<Input<'incidents.open'>> = {}) => world.ask('incidents.open', {
  kind: 'disclosure', object: 'information', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условное разглашение', measures: '', materialIds, ...more,
});

const document = { number: '9/к', date: '2026-05-10' };

/** What every breach needs before it is closed: whether a discussion is necessary, and what the damage is. */
export async function settled(world: World, incidentId: string): Promise<void> {
  await world.ask('incidents.record', { incidentId, step: { kind: 'discussion', needed: false, reason: 'условно не требуется' } });
  await world.ask('incidents.record', { incidentId, step: { kind: 'damage', outcome: 'none', amount: '', order: '', bodies: [], document } });
}
