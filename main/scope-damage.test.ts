import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { likened, passphrase, world, type World } from './scope-worlds.fixture.ts';

// Fictional. What an officer of UZ-01/LOWER is told of an id while a holding is damaged: his own, or one that he may not know of.
let one: World;
/** The file of each holding, by its name. */
const stores = new Map<string, string>();

const noise = (path: string): void => writeFileSync(path, Buffer.alloc(8192, 5));

beforeAll(async () => {
  one = await world(true);
  await one.test.ask('session.lock', {});
  const folder = join(one.test.folder, 'vault', 'holdings');
  for (const place of readdirSync(folder)) {
    const path = join(folder, place, 'store.db');
    if (!existsSync(path)) continue;
    const whole = readFileSync(path);
    noise(path);
    await one.test.ask('session.unlock', { login: 'director', passphrase });
    const { damage } = await one.test.ask('vault.damage', {});
    for (const { store } of damage) stores.set(store, path);
    await one.test.ask('session.lock', {});
    writeFileSync(path, whole);
  }
});
afterAll(() => one.test.end());

/** Runs as an officer of UZ-01/LOWER alone, while a holding is damaged. */
async function whileDamaged(holding: string, login: string, run: () => Promise<void>): Promise<void> {
  const path = stores.get(holding) ?? '';
  const whole = readFileSync(path);
  await one.test.ask('session.lock', {});
  noise(path);
  await one.test.ask('session.unlock', { login, passphrase });
  try {
    await run();
  } finally {
    await one.test.ask('session.lock', {});
    writeFileSync(path, whole);
  }
}

const told = async (method: string, input: unknown): Promise<unknown> => likened(JSON.parse(await one.test.registry.call(method, JSON.stringify(input))));
const nowhere = 'z'.repeat(20);

/** Everything that asks of a material by its id. */
const questions = (materialId: string): readonly (readonly [string, unknown])[] => [
  ['materials.card', { materialId }], ['materials.similar', { materialId }], ['links.tree', { materialId }], ['consents.list', { materialId }],
  ['materials.annotate', { materialId, text: 'вымышлено' }], ['release.decide', { materialIds: [materialId], recipients: ['KZ-01'], purpose: 'вымышлено', channel: 'courier' }],
];

describe('an id, asked about by an officer of a narrow scope', () => {
  it.each(['narrow', 'narrow-analyst'])('while his own holding is damaged, is answered the same whether it lies there, in a foreign holding or nowhere (%s)', async (login) => {
    expect([...stores.keys()]).toEqual(expect.arrayContaining(['UZ-01/LOWER', 'KZ-01/LOWER']));
    await whileDamaged('UZ-01/LOWER', login, async () => {
      let named = 0;
      for (const [n, [method, input]] of questions(nowhere).entries()) {
        const unknown = await told(method, input);
        for (const id of [one.ownId, one.foreignId]) {
          const [, other] = questions(id)[n] ?? [method, input];
          expect(await told(method, other), `${method} ${id === one.ownId ? 'own' : 'foreign'}`).toEqual(unknown);
        }
        // Not called unknown: it may lie in what cannot be read. And of no other holding a word.
        const text = JSON.stringify(unknown);
        expect(text).not.toMatch(/KZ-01\/|UZ-01\/UPPER|notFound/);
        if (text.includes('"vault.damaged"') && text.includes('UZ-01/LOWER')) named += 1;
      }
      expect(named).toBeGreaterThan(2);
    });
  });

  it('while a foreign holding is damaged, is answered as while it is whole', async () => {
    const asked = async (): Promise<unknown[]> => {
      const answers: unknown[] = [];
      for (const id of [one.foreignId, nowhere]) for (const [method, input] of questions(id).slice(0, 4)) answers.push(await told(method, input));
      return [...answers, await told('vault.damage', {}), await told('materials.page', { filter: {}, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 50 })];
    };
    await one.test.ask('session.unlock', { login: 'narrow', passphrase });
    const whole = await asked();
    await whileDamaged('KZ-01/LOWER', 'narrow', async () => {
      expect(await asked()).toEqual(whole);
      expect(JSON.stringify(whole)).not.toContain('vault.damaged');
    });
  });
});
