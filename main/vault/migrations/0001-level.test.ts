import { afterEach, expect, it } from 'vitest';
import { finish } from '../steps.ts';
import { cleanTrials, noteTaken, textsOf, trial } from '../vault.fixture.ts';
import { migrate } from './migrate.fixture.ts';
import { level } from './0001-level.ts';

afterEach(cleanTrials);

it('changes nothing but what a vault says of its own form', async () => {
  const t = trial();
  const vault = await t.create({ migrations: [] });
  vault.commit([noteTaken('прежняя запись')]);
  const head = vault.journal.head();
  vault.lock();
  await expect(t.unlock(undefined, { migrations: [level] })).rejects.toMatchObject({ code: 'outdated' });
  const done = await migrate(t, [level]);
  expect(done).toMatchObject({ from: 0, to: 1 });
  const after = await t.unlock(undefined, { migrations: [level] });
  expect(textsOf(after)).toEqual(['прежняя запись']);
  expect(after.journal.page({ kind: 'vault.migrated' }, null, 5).acts).toMatchObject([{ open: { from: 0, to: 1, names: ['level'], seq: (head?.seq ?? 0) + 1 } }]);
  expect(finish(after.rebuild())).toEqual({ differences: [], lost: [] });
  after.lock();
});
