import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { lightKdf, unlockVault } from './vault.ts';
import { director, noteTaken, opened, settable, testProjections } from './vault.fixture.ts';

/** A program that commits as fast as it can and says so, until it is killed. */
const [, , folder = ''] = process.argv;
// It is never let end: what was compiled is kept now, and the next start is quick.
flushCompileCache();
const vault = await unlockVault(folder, {
  clock: settable(), workstation: 'АРМ-1', random: randomBytes, kdf: lightKdf, projections: testProjections, login: director.login, passphrase: director.passphrase,
});
for (let n = 0; ; n += 1) {
  const acts = vault.commit([noteTaken(`запись ${n}`), opened(n), ...(n % 2 === 0 ? [noteTaken(`другая ${n}`, 'KZ-01/UPPER')] : [])]);
  const last = acts.at(-1);
  writeSync(1, `${last?.seq ?? 0} ${last?.hash ?? ''}\n`);
}
