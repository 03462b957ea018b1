import { afterEach, expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { ownProjections } from '../open.ts';
import { idOfMaterial, materialOf, textOfMaterial } from '../matching.fixture.ts';
import { cleanTrials, trial } from '../vault.fixture.ts';
import { migrate } from './migrate.fixture.ts';
import { level } from './0001-level.ts';
import { waitingHashes } from './0002-waiting-hashes.ts';
import type { Migration } from './types.ts';

afterEach(cleanTrials);

/** The form of before: each hash in its place at once, and a table of the materials that there are. */
const older: Migration = {
  number: 2, name: 'as it was',
  registry(db) {
    db.exec('CREATE TABLE matched (row INTEGER PRIMARY KEY)');
    db.exec('INSERT INTO matched SELECT DISTINCT row FROM posting');
    db.exec('DELETE FROM frequency WHERE token = -1');
    db.exec('DROP TABLE waiting');
  },
};

it('counts the materials that were indexed before and finds them as they were found', async () => {
  const t = trial();
  const projections = ownProjections;
  const vault = await t.create({ migrations: [level], projections });
  vault.commit(Array.from({ length: 130 }, (_, n) => materialOf(n)));
  const query = vault.matching.features(textOfMaterial(17));
  const before = vault.matching.find(query, 3);
  expect(before).toMatchObject({ total: 130, found: [{ material: { id: idOfMaterial(17) } }, {}, {}] });
  vault.lock();
  const then = [level, older, { ...waitingHashes, number: 3 }];
  expect(await migrate(t, then, { projections })).toMatchObject({ from: 1, to: 3 });
  const after = await t.unlock(undefined, { migrations: then, projections });
  expect(after.matching.find(query, 3)).toMatchObject({ total: 130, found: before.found });
  after.commit([materialOf(130)]);
  expect(after.matching.find(after.matching.features(textOfMaterial(130)), 1)).toMatchObject({ total: 131, found: [{ material: { id: idOfMaterial(130) } }] });
  expect(finish(after.rebuild())).toEqual({ differences: [], lost: [] });
  after.lock();
});
