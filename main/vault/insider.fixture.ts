import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { NewAct } from '#app/journal/act.ts';
import { headsFile, openHeadLog } from './heads.ts';
import { readHeader } from './header-copies.ts';
import { openForTest } from './holding.fixture.ts';
import { appendAct, headOf, makeAct } from './journal.ts';
import { deriveKey } from './kdf.ts';
import { openKeyring, type Keyring } from './keyring.ts';
import { putMeta } from './store.ts';
import { createSuite, unbase64 } from './suite.ts';
import type { Trial } from './vault.fixture.ts';

/** An officer with a debugger: he proves himself with his own passphrase, and past that no rule of the program holds for him. */
export interface Insider {
  readonly login: string;
  readonly passphrase: string;
}

const suite = createSuite(randomBytes);

export async function keyringOf(t: Pick<Trial, 'folder'>, { login, passphrase }: Insider): Promise<Keyring> {
  const account = readHeader(t.folder).header.accounts.find((one) => one.login === login);
  const keys = account === undefined ? undefined : openKeyring(suite, await deriveKey(passphrase, unbase64(account.kdf.salt), account.kdf), account);
  if (keys === undefined) throw new Error(`no keys of ${login}`);
  return keys;
}

/** Appends an act of common knowledge that he signs with his own key, at any time he likes, with the head that belongs to it. */
export async function forgeAct(t: Trial, who: Insider, act: Pick<NewAct, 'kind' | 'open'>, at = t.clock.now()): Promise<void> {
  const keys = await keyringOf(t, who);
  await openForTest(t, 'registry', (db) => {
    const officer = db.prepare<[string], { id: string }>('SELECT id FROM officer WHERE login = ?').get(who.login)?.id ?? '';
    const made = makeAct(suite, { officer, workstation: 'x', secretKey: keys.sign.secretKey, second: undefined }, at, headOf(db) ?? { seq: 0, hash: '' }, { result: 'done', subject: null, held: [], ...act });
    db.transaction(() => {
      appendAct(db, made, undefined);
      putMeta(db, 'firstOfLastCommit', String(made.act.seq));
    });
    const heads = openHeadLog(join(t.folder, headsFile), suite, keys.registry, readHeader(t.folder).header.vaultId);
    heads.append(made.act);
    heads.close();
  });
}
