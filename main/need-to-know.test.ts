import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HoldingName } from '#app/journal/act.ts';
import { features } from '#app/similarity/features.ts';
import { consentOf, newWorld, orderOf, passphrase, received, type World } from './acts/exchange/world.fixture.ts';
import { cutOff, openForTest } from './vault/holding.fixture.ts';
import type { ReadableDb } from './vault/store.ts';
import { finish, unlockVault, type OpenVault } from './vault/vault.ts';

// Everything here is fictional. The registrar loses the key of one holding and looks at every byte that is left to him.
let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const hidden: HoldingName = 'UZ-01/UPPER';
const vaultFolder = () => join(world.folder, 'data/vault');
const asDirector = () => ({ folder: vaultFolder(), login: 'd', passphrase });

interface Traces {
  readonly materialId: string;
  /** Ids, numbers and words that only the hidden holding may know. */
  readonly foreign: readonly string[];
}

/** A day on which a hidden material is registered, searched for, restricted, consented to, noticed, printed about, sent and frozen. */
async function hiddenDay(): Promise<Traces> {
  // Something of the same body at the lower degree, which the registrar does keep, and sends home.
  const kept = await received(world, { number: '1/1', text: 'Вымышленный рейс автобуса через условный пост.' });
  await world.ask('release.seal', orderOf(world, [kept.materialId], 'UZ-01'));
  // Their packages are known by their outsides to whoever has the sender's lower degree: nothing outside tells what is inside.
  const secret = await received(world, { number: '4/901', degree: 'UPPER', text: 'Канарейка: вымышленный курьер Желтоклювов, автомобиль 01 777 KAN.' });
  const { materialId, regNo, carrierCode } = secret;
  const twin = await received(world, { number: '4/902', degree: 'UPPER', text: 'Совсем иное: вымышленный склад у реки.' });
  const { linkId, notices } = await world.ask('links.decide', { materialId, otherId: twin.materialId, decision: 'similar', reason: 'Желтоклювов' });
  const { restrictionId } = await world.ask('restrictions.record', { materialId, restriction: { instruction: { number: 'РАСП-5', date: '2026-05-09' }, rule: { kind: 'noCopy' }, from: '2026-05-09', to: null } });
  await world.ask('materials.annotate', { materialId, text: 'пометка о канарейке' });
  await world.ask('materials.card', { materialId });
  await world.ask('materials.page', { filter: { text: 'Желтоклювов' }, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 50 });
  const { consentId } = await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01'] }, { number: 'СОГЛ-88' }));
  await world.refused('release.seal', orderOf(world, [materialId], 'TM-01'));
  const { incidentId } = await world.ask('incidents.open', {
    kind: 'loss', object: 'carrier', origin: 'centre', discoveredAt: world.clock.now(), facts: 'условный факт канарейки', measures: '', materialIds: [materialId],
  });
  for (const { noticeId } of notices) await world.ask('notices.issue', { noticeId });
  return { materialId, foreign: [
    materialId, regNo, carrierCode, twin.materialId, twin.regNo, linkId, restrictionId, consentId, incidentId, ...notices.map(({ noticeId }) => noticeId),
    'Желтоклювов', 'РАСП-5', 'СОГЛ-88', 'канарей', 'Канарей', hidden,
  ] };
}

/** Every value of every table, with the place where it stands. */
function* valuesOf(db: ReadableDb): Generator<{ place: string; bytes: Buffer }> {
  const tables = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL").all().filter(({ sql }) => !/^CREATE VIRTUAL/i.test(sql));
  for (const { name } of tables) {
    for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all()) {
      for (const [column, value] of Object.entries(row)) {
        const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value));
        yield { place: `${name}.${column}`, bytes };
      }
    }
  }
}

const hits = (db: ReadableDb, traces: readonly string[]): string[] => [...valuesOf(db)].flatMap(({ place, bytes }) => traces.filter((trace) => bytes.includes(trace)).map((trace) => `${place}: ${trace}`));

/** Takes from the registrar the key of the hidden holding, and of the Centre's of the same degree: what a grant of the lower degree will give. */
async function takeKeys(): Promise<void> {
  await cutOff(asDirector(), world.clock);
  const places: string[] = [];
  for (const name of [hidden, 'CENTRE/UPPER'] as const) await openForTest(asDirector(), name, (_, path) => void places.push(basename(dirname(path))));
  await openForTest(asDirector(), 'registry', (db) => {
    for (const place of places) {
      expect(db.prepare("DELETE FROM holding_key WHERE place = ? AND officer = (SELECT id FROM officer WHERE login = 'r')").run(place).changes).toBe(1);
    }
  });
}

const unlockedRegistrar = (): Promise<OpenVault> => unlockVault(vaultFolder(), { login: 'r', passphrase, clock: world.clock, random: randomBytes, workstation: 'АРМ-1' });

describe('an officer without the key of a holding', () => {
  it('finds nothing of it in the registry: no number, no id, no name of a holding, no word, no kind of act', async () => {
    const { foreign } = await hiddenDay();
    world.registry.lock();
    await openForTest(asDirector(), 'registry', (db) => {
      // The dump sees what it looks for: bodies are common knowledge, and the officer's own name stands there.
      expect(hits(db, ['сотрудник Р-1']).length).toBeGreaterThan(0);
      expect(hits(db, [...foreign, '/UPPER', '/LOWER', 'material.', 'notice.', 'package.', 'link.', 'incident', 'consent', 'search.run', 'view.opened', 'holding', 'refused'])).toEqual([]);
      // Lengths tell no kinds: what was registered, looked at, searched for, refused and sent takes the same room.
      const lengths = db.prepare<[], { bytes: number; n: number }>('SELECT length(sealed) AS bytes, count(*) AS n FROM act WHERE sealed IS NOT NULL GROUP BY 1 ORDER BY 2 DESC').all();
      expect(lengths[0]?.n ?? 0).toBeGreaterThan(0.9 * lengths.reduce((sum, { n }) => sum + n, 0));
      // No column of the journal is of few values, so that acts could be sorted by it, but officer and workstation.
      const { n, digests } = db.prepare<[], { n: number; digests: number }>('SELECT count(*) AS n, count(DISTINCT digest) AS digests FROM act').get() ?? { n: 0, digests: -1 };
      expect(digests).toBe(n);
    });
  });

  it('finds nothing of it in the stores that he can open, and cannot tell it from one that never was', async () => {
    const { materialId, foreign } = await hiddenDay();
    world.registry.lock();
    await takeKeys();
    const vault = await unlockedRegistrar();
    try {
      expect(vault.holdings()).not.toContain(hidden);
      expect(vault.holding(hidden)).toBeUndefined();
      expect(vault.holding('AZ-77/UPPER')).toBeUndefined();
      expect(vault.actsAbout(hidden, materialId, 10)).toEqual([]);
      const stores = [vault.registry, ...vault.holdings().flatMap((name) => vault.holding(name) ?? [])];
      expect(stores.length).toBeGreaterThan(2);
      expect(stores.flatMap((db) => hits(db, foreign))).toEqual([]);
      expect(() => vault.journal.page({}, null, 1)).toThrow(expect.objectContaining({ code: 'forbidden' }));
      expect(() => vault.journal.export().next()).toThrow(expect.objectContaining({ code: 'forbidden' }));
      // The blind index answers for all holdings (Art. 7), but of what lies elsewhere it names neither id nor place.
      const { found } = vault.matching.find(features('Канарейка: вымышленный курьер Желтоклювов, автомобиль 01 777 KAN.'), 5);
      expect(found.some(({ material }) => material === undefined)).toBe(true);
      for (const one of found) expect(one.material === undefined || vault.holdings().includes(one.material.holding)).toBe(true);
    } finally {
      vault.lock();
    }
    await world.ask('session.unlock', { login: 'r', passphrase });
    const unknown = 'a'.repeat(20);
    for (const method of ['materials.card', 'links.tree', 'consents.list'] as const) {
      expect(await world.refused(method, { materialId }), method).toEqual(await world.refused(method, { materialId: unknown }));
    }
    const page = await world.ask('materials.page', { filter: {}, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 50 });
    expect(page.total).toBe(1);
    expect(await world.ask('incidents.list', {})).toEqual([]);
    expect((await world.ask('desk.summary', {})).materials).toBe(1);
  });

  it('has written acts that he cannot read back, and the director reads them all', async () => {
    await hiddenDay();
    world.registry.lock();
    const registrar = await unlockedRegistrar();
    expect(() => registrar.journal.count({})).toThrow(expect.objectContaining({ code: 'forbidden' }));
    // Chain and signatures need no reading.
    expect(finish(registrar.journal.verify()).broken).toBeUndefined();
    registrar.lock();
    await world.as('d');
    const { rows } = await world.ask('journal.page', { officer: null, kind: 'material.registered', result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 50 });
    expect(rows.length).toBe(3);
  });

  it('sees of folders how many there are, and nothing by their names', async () => {
    await hiddenDay();
    expect(readdirSync(join(vaultFolder(), 'holdings')).every((name) => /^[0-9a-f]{32}$/.test(name))).toBe(true);
  });
});
