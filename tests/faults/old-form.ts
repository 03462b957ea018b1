import { randomBytes } from 'node:crypto';
import { systemClock } from '#main/clock.ts';
import { cutOff, openForTest } from '#main/vault/holding.fixture.ts';
import { putInPlace } from '#main/vault/posting.ts';
import { unlockVault, type VaultClock } from '#main/vault/vault.ts';

/** Puts a locked vault back to the form that it had before migrations were counted, last locked by the program of that time: each migration that changes a form is undone here. */
export async function makeOld(folder: string, login: string, passphrase: string, clock: VaultClock = systemClock): Promise<void> {
  await cutOff({ folder, login, passphrase }, clock);
  await openForTest({ folder, login, passphrase }, 'registry', (db) => db.transaction(() => {
    putInPlace(db);
    db.exec(`CREATE TABLE matched (row INTEGER PRIMARY KEY); INSERT INTO matched SELECT DISTINCT row FROM posting; DELETE FROM frequency WHERE token = -1; DROP TABLE waiting;
      DELETE FROM meta WHERE key = 'level'`);
  }));
  (await unlockVault(folder, { clock, workstation: 'АРМ-1', random: (length) => randomBytes(length), login, passphrase, migrations: [] })).lock();
}
