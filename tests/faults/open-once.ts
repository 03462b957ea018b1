import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { settableClock } from '#main/clock.ts';
import { inspectVault, unlockVault, VaultError } from '#main/vault/vault.ts';
import { deskTime } from './desk.ts';

/** Opens a vault as a program of its own and says how it went: `open-once.ts FOLDER LOGIN PASSPHRASE [wait]`. With `wait` it keeps it open until its input ends. */
const [, , folder = '', login = '', passphrase = '', wait] = process.argv;

function say(code: string, place: string): void {
  writeSync(1, `${JSON.stringify({ code, place })}\n`);
}

try {
  if (inspectVault(folder) === undefined) say('noVault', '');
  else {
    const vault = await unlockVault(folder, { clock: settableClock(deskTime), workstation: 'АРМ-3', random: (length) => randomBytes(length), login, passphrase });
    for (const name of vault.holdings()) vault.holding(name)?.prepare('SELECT count(*) FROM sqlite_schema').get();
    const [damage] = vault.damage();
    say(damage === undefined ? 'opened' : `opened, ${damage.code}`, damage?.place ?? '');
    if (wait === 'wait') for await (const _ of process.stdin);
    vault.lock();
  }
} catch (error) {
  if (error instanceof VaultError) say(error.code, error.place);
  else say('fault', error instanceof Error ? error.message : String(error));
}
