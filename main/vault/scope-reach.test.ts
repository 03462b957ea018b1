import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Input, Method } from '#app/contract/index.ts';
import { narrowLogins, passphrase, world, type World } from '../scope-worlds.fixture.ts';

// Fictional. How long a question takes can tell of what lies elsewhere; so the work itself is compared, in two registries that differ in foreign holdings alone.
let pair: readonly [World, World];
beforeAll(async () => { pair = [await world(false), await world(true)]; });
afterAll(() => { for (const { test } of pair) test.end(); });
afterEach(() => { vi.restoreAllMocks(); });

interface Asked { readonly database: { readonly name: string } }

/** How often each store is asked from here on, by the path of its file. */
function counting(): Map<string, number> {
  const touched = new Map<string, number>();
  const statement = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1'));
  for (const way of ['get', 'all', 'iterate', 'run'] as const) {
    const real = statement[way];
    vi.spyOn(statement, way).mockImplementation(function counted(this: Asked, ...bound: unknown[]) {
      touched.set(this.database.name, (touched.get(this.database.name) ?? 0) + 1);
      return real.apply(this, bound);
    });
  }
  return touched;
}

const list = { sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 50 } as const;
const questions: readonly (readonly [Method, unknown])[] = [
  ...['Oqtepa', 'Желтоклювов', '123', 'nowhere-at-all'].map((text) => ['materials.page', { ...list, filter: { text } } satisfies Input<'materials.page'>] as const),
  ['materials.page', { ...list, filter: { bodies: ['KZ-01', 'UZ-01'] } } satisfies Input<'materials.page'>],
  ['materials.page', { ...list, filter: {} } satisfies Input<'materials.page'>],
  ['incoming.page', { cursor: null, limit: 50 }], ['notices.page', { status: null, kind: null, cursor: null, limit: 50 }],
  ['materials.card', { materialId: 'z'.repeat(20) }], ['desk.summary', {}],
];

it.each(Object.values(narrowLogins))('a search, a list or a card asks the same stores as often, whatever foreign holdings hold, and none of those (%s)', async (login) => {
  const works: unknown[] = [];
  for (const { test } of pair) {
    await test.ask('session.lock', {});
    await test.ask('session.unlock', { login, passphrase });
    // What a first question opens is open for all.
    for (const [method, input] of questions) await test.registry.call(method, JSON.stringify(input));
    const touched = counting();
    const work: unknown[] = [];
    for (const [method, input] of questions) {
      touched.clear();
      await test.registry.call(method, JSON.stringify(input));
      const holdings = [...touched].filter(([path]) => path.includes('/holdings/'));
      // CENTRE/LOWER and UZ-01/LOWER are in this scope; the folders' names are chance.
      expect(holdings.length, method).toBeLessThanOrEqual(2);
      work.push([method, touched.entries().filter(([path]) => !path.includes('/holdings/')).map(([path, n]) => [path.split('/').at(-1), n]).toArray(), holdings.map(([, n]) => n).toSorted((a, b) => a - b)]);
    }
    vi.restoreAllMocks();
    works.push(work);
  }
  expect(works[1]).toEqual(works[0]);
  expect(JSON.stringify(works[0])).toContain('registry.db');
});
