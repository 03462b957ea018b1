import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { lightKdf, unlockVault } from './vault.ts';
import { director, grantFor, noteTaken, settable, testProjections } from './vault.fixture.ts';

/** A program that gives and takes an official's grant and encrypts anew, writing all the while and saying what was acknowledged, until it is killed. */
const [, , folder = ''] = process.argv;
flushCompileCache();
const vault = await unlockVault(folder, {
  clock: settable(), workstation: 'АРМ-1', random: randomBytes, kdf: lightKdf, projections: testProjections, login: director.login, passphrase: director.passphrase,
});
const official = vault.officers().find(({ role }) => role === 'registrar')?.id ?? '';
let taken = 0;
function note(): void {
  vault.commit([noteTaken(`запись ${taken}`)]);
  taken += 1;
  writeSync(1, `note ${vault.journal.head()?.hash ?? ''}\n`);
}
for (;;) {
  note();
  const going = vault.rekey();
  note();
  await going;
  writeSync(1, 'rekeyed\n');
  const grant = vault.issueGrant(grantFor(official));
  note();
  vault.revokeGrant(grant, { reason: 'смена', document: { number: '9', date: '2026-11-22' } });
}
