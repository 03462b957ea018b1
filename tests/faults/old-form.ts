import { randomBytes } from 'node:crypto';
import { systemClock } from '#main/clock.ts';
import { cutOff, openForTest } from '#main/vault/holding.fixture.ts';
import { unlockVault, type VaultClock } from '#main/vault/vault.ts';

/** Puts a locked vault back to the form that it had before migrations were counted, last locked by the program of that time. */
export async function makeOld(folder: string, login: string, passphrase: string, clock: VaultClock = systemClock): Promise<void> {
  await cutOff({ folder, login, passphrase }, clock);
  await openForTest({ folder, login, passphrase }, 'registry', (db) => db.exec("DELETE FROM meta WHERE key = 'level'"));
  (await unlockVault(folder, { clock, workstation: 'АРМ-1', random: (length) => randomBytes(length), login, passphrase, migrations: [] })).lock();
}
