import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openForTest } from './holding.fixture.ts';
import { finish } from './steps.ts';
import { ensureProjections } from './projecting.ts';
import { attach } from './backup/backup.fixture.ts';
import { cleanTrials, enrolWithGrant, noteTaken, textsOf, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

/** A locked vault with something in every table that no act tells. */
async function locked(): Promise<Trial> {
  const t = trial();
  const vault = await t.create();
  await enrolWithGrant(vault, { login: 'r', name: 'Вымышленный', role: 'registrar', passphrase: 'фраза' });
  await attach(vault, t, 500, 'с вложением');
  await vault.files.stage(join(t.root, 'source.bin'));
  vault.commit([noteTaken('запись')]);
  vault.lock();
  return t;
}

const changes: readonly (readonly [string, string])[] = [
  ['a place that is due to be encrypted anew, forgotten or back', "INSERT INTO rekey_due SELECT place FROM holding_store LIMIT 1"],
  ['a key sealed to somebody, taken away', 'DELETE FROM holding_key WHERE place IN (SELECT place FROM holding_key ORDER BY 1 LIMIT 1)'],
  ['the scopes within which keys were given', "UPDATE key_scope SET scopes = '[]'"],
  ['a staged file', 'DELETE FROM staged'],
  ['the end of a holding', 'UPDATE holding_store SET head = NULL'],
  ['what the vault says of itself', "INSERT INTO meta VALUES ('another', '1')"],
  ['where the last commit began', "UPDATE meta SET value = value - 1 WHERE key = 'firstOfLastCommit'"],
];

it.each(changes)('%s: found at the next opening, and the director may look at what stands', async (_, sql) => {
  const t = await locked();
  await openForTest(t, 'registry', (db) => db.exec(sql));
  await expect(t.unlock()).rejects.toMatchObject({ code: 'rolledBack', place: 'heads.log' });
  const reading = await t.unlock(undefined, { toRead: true });
  expect(reading.reading).toMatchObject({ code: 'rolledBack' });
  reading.lock();
});

it('a newer program that was cut off when it had built its projections anew, before its first act, leaves a vault that both programs open', async () => {
  const t = await locked();
  const of = t.surroundings.projections;
  await openForTest(t, 'registry', (db) => ensureProjections(db, (of?.registry ?? []).map((one) => ({ ...one, version: 1000 })), () => undefined));
  const again = await t.unlock();
  expect(textsOf(again)).toContain('запись');
  expect(finish(again.rebuild())).toEqual({ differences: [], lost: [] });
  again.lock();
});

it('a session that was cut off, or a vault that nobody touched, is opened as ever', async () => {
  const t = await locked();
  for (let n = 0; n < 2; n += 1) {
    const vault = await t.unlock();
    vault.commit([noteTaken(`запись ${n}`)]);
    const image = t.copy(`crashed${n}`);
    vault.lock();
    const again = await image.unlock();
    expect(textsOf(again)).toHaveLength(3 + n);
    expect(finish(again.rebuild())).toEqual({ differences: [], lost: [] });
    again.lock();
  }
});
