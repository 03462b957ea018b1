import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReadableDb } from '../../vault/store.ts';
import { unlockVault } from '../../vault/vault.ts';
import { newWorld, passphrase, received, type World } from '../exchange/world.fixture.ts';
import { breachOf } from './breach.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => {
  world = await newWorld();
  await world.as('d');
  await world.ask('officers.enrol', { login: 's', name: 'сотрудник З-1', role: 'security', passphrase });
  await world.as('r');
});
afterEach(() => world.close());

const asSecurity = async () => {
  world.registry.lock();
  await world.ask('session.unlock', { login: 's', passphrase });
};
const person = { reference: 'дело ЖЕЛТОКЛЮВ-5', citizenship: { kind: 'one' as const, states: ['TJ' as const] } };

it('is named by the director or the security officer, and answers by the law of the State of citizenship (Art. 14(2))', async () => {
  const uz = await received(world);
  const { incidentId, number } = await breachOf(world, [uz.materialId]);
  await asSecurity();
  expect(await world.ask('incidents.persons', {})).toMatchObject([{ incidentId, number, status: 'open', persons: [] }]);
  expect(await world.ask('incidents.namePerson', { incidentId, ...person })).toEqual({ law: 'TJ', flag: null });
  expect(await world.refused('incidents.namePerson', { incidentId, reference: 'дело 6', citizenship: { kind: 'one', states: [] } })).toEqual(['incident.citizenshipUnclear']);
  expect(await world.refused('incidents.namePerson', { incidentId: 'a'.repeat(20), ...person })).toEqual(['incident.notFound']);
  await world.as('d');
  expect(await world.ask('incidents.namePerson', { incidentId, reference: 'дело 7', citizenship: { kind: 'several', states: ['TJ', 'UZ'] } })).toEqual({ law: null, flag: 'several' });
  expect(await world.ask('incidents.persons', {})).toMatchObject([{ persons: [
    { reference: person.reference, law: 'TJ', flag: null, officer: 'сотрудник З-1' }, { reference: 'дело 7', law: null, flag: 'several', officer: 'Д. Условный' },
  ] }]);
  await asSecurity();
  // Of materials and facts the security officer is told nothing.
  expect(JSON.stringify(await world.ask('incidents.persons', {}))).not.toMatch(/UZ-01|4\/118|условное разглашение/);
  expect(await world.refused('incidents.list', {})).toEqual(['session.roleNotEntitled']);
});

it('is in no store that a registrar can open, and in no answer to him', async () => {
  const uz = await received(world);
  const { incidentId } = await breachOf(world, [uz.materialId]);
  await asSecurity();
  await world.ask('incidents.namePerson', { incidentId, ...person });
  await world.as('r');
  expect(await world.refused('incidents.persons', {})).toEqual(['session.roleNotEntitled']);
  expect(await world.refused('incidents.namePerson', { incidentId, ...person })).toEqual(['session.roleNotEntitled']);
  expect(JSON.stringify([await world.ask('incidents.list', {}), await world.ask('incidents.card', { incidentId })])).not.toContain('ЖЕЛТОКЛЮВ');
  world.registry.lock();
  const vault = await unlockVault(join(world.folder, 'data/vault'), { login: 'r', passphrase, clock: world.clock, random: randomBytes, workstation: 'АРМ-1' });
  try {
    const stores: readonly ReadableDb[] = [vault.registry, ...vault.holdings().flatMap((name) => vault.holding(name) ?? [])];
    expect(stores.length).toBeGreaterThan(2);
    for (const db of stores) {
      for (const { name } of db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").all()) {
        const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all();
        expect(rows.some((row) => Object.values(row).some((value) => Buffer.from(value instanceof Uint8Array ? value : String(value)).includes('ЖЕЛТОКЛЮВ'))), name).toBe(false);
      }
    }
  } finally {
    vault.lock();
  }
});
