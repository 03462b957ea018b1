import { expect, it } from 'vitest';
import { join } from 'node:path';
import { newWorld, passphrase, received, type World } from '../acts/exchange/world.fixture.ts';
import { openForTest } from './holding.fixture.ts';
import { putInPlace } from './posting.ts';

/** What the check says after the blind index of a vault with three materials was changed past the program; `placed`: after they no longer wait. */
async function checkedAfter(sql: string, where: 'registry' | 'UZ-01/LOWER' = 'registry', placed = true): Promise<readonly { table: string; rows: number }[]> {
  const world: World = await newWorld();
  try {
    await received(world, { text: 'Sinov namunasi: shartli „Oqtepa“ posti.' });
    await received(world, { number: '4/119', text: 'Ещё одно вымышленное сообщение о посте «Чинор».' });
    await received(world, { body: 'TJ-01', number: '09-31', text: 'Намунаи санҷишӣ: гузаргоҳи шартии „Оқтеппа“.' });
    world.registry.lock();
    const folder = { folder: join(world.folder, 'data/vault'), login: 'd', passphrase };
    if (placed) await openForTest(folder, 'registry', (db) => db.transaction(() => putInPlace(db)));
    await openForTest(folder, where, (db) => db.exec(sql));
    await world.as('d');
    return (await world.ask('vault.check', {})).differences;
  } finally {
    world.close();
  }
}

const named = [{ table: 'registry matching', rows: 1 }];

it.each([
  ['a row that waits gone', 'DELETE FROM waiting WHERE n = 2', false],
  ['all that waits gone', 'DELETE FROM waiting', false],
  ['a way to a material gone', 'DELETE FROM posting WHERE (token, row) IN (SELECT token, row FROM posting LIMIT 1)', true],
  ['a count of another day', 'UPDATE frequency SET n = n + 1 WHERE token = (SELECT max(token) FROM frequency)', true],
  ['a count gone', 'DELETE FROM frequency WHERE token = (SELECT max(token) FROM frequency)', true],
  ['the number of materials of another day', 'UPDATE frequency SET n = n - 1 WHERE token = -1', true],
] as const)('the check of the vault names the blind index with %s', async (_, sql, placed) => {
  expect(await checkedAfter(sql, 'registry', placed)).toEqual([expect.objectContaining({ table: named[0]?.table })]);
});

it('and a material whose row is not told in its holding', async () => {
  expect(await checkedAfter('DELETE FROM matched WHERE n = 1', 'UZ-01/LOWER')).toEqual(named);
});

it.each([true, false])('and nothing where nothing was changed', async (placed) => {
  expect(await checkedAfter('SELECT 1', 'registry', placed)).toEqual([]);
});
