import { randomBytes } from 'node:crypto';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HoldingName } from '#app/journal/act.ts';
import { readHeader } from './header-copies.ts';
import { deriveKey } from './kdf.ts';
import { openKeyring } from './keyring.ts';
import { registryStore } from './registry-place.ts';
import { openStore, type Connection } from './store.ts';
import { createSuite, unbase64 } from './suite.ts';
import type { VaultClock } from './state.ts';
import { director, settable } from './vault.fixture.ts';
import { unlockVault } from './vault.ts';

/** A sealed key's row, opened: 32 bytes of key, then the name that it goes by. */
export const keyRow = (plain: Uint8Array): { name: string; key: Uint8Array } => ({ key: plain.slice(0, 32), name: Buffer.from(plain.subarray(32)).toString() });

/** Stores of a locked vault opened with their true keys, past every check: what an insider who knows SQL could do. */
export async function openForTest(t: { readonly folder: string; readonly login?: string; readonly passphrase?: string }, which: 'registry' | '*journalIndex' | HoldingName, work: (db: Connection, path: string, open: (sealed: Uint8Array) => Uint8Array) => void): Promise<void> {
  const suite = createSuite(randomBytes);
  const { header } = readHeader(t.folder);
  const account = header.accounts.find(({ login }) => login === (t.login ?? director.login));
  if (account === undefined) throw new Error('no director');
  const keys = openKeyring(suite, await deriveKey(t.passphrase ?? director.passphrase, unbase64(account.kdf.salt), account.kdf), account);
  if (keys === undefined) throw new Error('another passphrase');
  const open = (sealed: Uint8Array): Uint8Array => suite.openFrom(keys.box.secretKey, sealed) ?? new Uint8Array();
  const file = registryStore(t.folder, keys.registry);
  const registry = openStore(file, { vaultId: header.vaultId, store: 'registry' });
  try {
    if (which === 'registry') return work(registry, file.path, open);
    const own = registry.prepare<[string], { place: string; sealed: Uint8Array }>('SELECT place, sealed FROM holding_key WHERE officer = ?').all(account.id)
      .map(({ place, sealed }) => ({ place, ...keyRow(open(new Uint8Array(sealed))) })).find(({ name }) => name === which);
    if (own === undefined) throw new Error(`no key of ${which}`);
    const path = which === '*journalIndex' ? join(t.folder, 'journal.db') : join(t.folder, 'holdings', own.place, 'store.db');
    const db = openStore({ path, place: which, key: own.key, stands: [] }, { vaultId: header.vaultId, store: which === '*journalIndex' ? 'journal' : which });
    try {
      return work(db, path, open);
    } finally {
      db.close();
    }
  } finally {
    registry.close();
  }
}

/** Puts a locked vault into the state of one whose last session was cut off: no act of locking vouches for what is changed in it past the program. */
export async function cutOff({ folder, login = director.login, passphrase = director.passphrase }: { readonly folder: string; readonly login?: string; readonly passphrase?: string }, clock: VaultClock = settable()): Promise<void> {
  const vault = await unlockVault(folder, { clock, workstation: 'АРМ-1', random: randomBytes, login, passphrase });
  const aside = `${folder}.aside`;
  cpSync(folder, aside, { recursive: true });
  vault.lock();
  rmSync(folder, { recursive: true });
  renameSync(aside, folder);
  rmSync(join(folder, 'vault.lock'), { force: true });
}
