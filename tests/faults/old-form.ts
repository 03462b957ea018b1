import { randomBytes } from 'node:crypto';
import { systemClock } from '#main/clock.ts';
import type { Connection } from '#main/vault/db.ts';
import { cutOff, openForTest } from '#main/vault/holding.fixture.ts';
import { migrations } from '#main/vault/migrations/index.ts';
import { putInPlace } from '#main/vault/posting.ts';
import { unlockVault, type VaultClock } from '#main/vault/vault.ts';

/** What each migration does to the registry, undone, by its number: whoever adds a migration adds its line. */
const undone: Readonly<Record<number, (registry: Connection) => void>> = {
  1: (db) => db.exec("DELETE FROM meta WHERE key = 'level'"),
  2(db) {
    putInPlace(db);
    db.exec('CREATE TABLE matched (row INTEGER PRIMARY KEY); INSERT INTO matched SELECT DISTINCT row FROM posting; DELETE FROM frequency WHERE token = -1; DROP TABLE waiting');
  },
};

/** Migrations of which nothing says how they are undone: a vault made old without that is of no form that ever was. */
export const notUndone = (): readonly string[] => migrations.filter(({ number }) => undone[number] === undefined).map(({ number, name }) => `${number} ${name}`);

/** Puts a locked vault back to the form that it had before migrations were counted, last locked by the program of that time. */
export async function makeOld(folder: string, login: string, passphrase: string, clock: VaultClock = systemClock): Promise<void> {
  if (notUndone().length > 0) throw new Error(`tests/faults/old-form.ts does not say how these migrations are undone: ${notUndone().join(', ')}`);
  await cutOff({ folder, login, passphrase }, clock);
  await openForTest({ folder, login, passphrase }, 'registry', (db) => db.transaction(() => {
    for (const { number } of migrations.toReversed()) undone[number]?.(db);
  }));
  (await unlockVault(folder, { clock, workstation: 'АРМ-1', random: (length) => randomBytes(length), login, passphrase, migrations: [] })).lock();
}
