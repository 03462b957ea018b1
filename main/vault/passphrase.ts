import { attemptsOf } from './attempts.ts';
import { openAccount } from './account.ts';
import { commit } from './commit.ts';
import { VaultError } from './errors.ts';
import { findKeyFile, makeKeyFile, type KeyFile } from './key-file.ts';
import { wipe } from './keyring.ts';
import { headerName, kdfFor, replaceHeader, sealAccount, toldAttempts } from './officers.ts';
import { guard, guardWriting, type State } from './state.ts';

export interface KeyFileWish {
  /** Where the account's key file of today may lie, if it wants one. */
  readonly keyFolders?: readonly string[];
  /** `keep` what there is, `none`, or the folder of a medium onto which another is made. */
  readonly keyFile?: 'keep' | 'none' | { readonly newIn: string };
}

/** A key file that was made: where it lies, and whether that is the vault's own disk. */
export interface MadeKeyFile {
  readonly path: string;
  readonly ownDisk: boolean;
}

/**
 * Seals the same keys under another passphrase, with the key file kept, replaced, made for the first time or given up; nothing is encrypted
 * anew. The file is written and read back before the header says that it is wanted; one replaced is left where it lies, and opens
 * nothing. Throws `wrongPassphrase`, `tooSoon`, `keyFile…`.
 */
export async function changePassphrase(state: State, old: string, next: string, { keyFolders = [], keyFile = 'keep' }: KeyFileWish = {}): Promise<MadeKeyFile | null> {
  guardWriting(state);
  const { suite, officer, header: { vaultId } } = state;
  const account = state.header.accounts.find(({ id }) => id === officer.id);
  if (account === undefined) throw new VaultError('damaged', 'vault.json');
  const keys = await openAccount({ ...state, vaultId }, account, { passphrase: old, keyFolders });
  let file: KeyFile | undefined;
  let made: MadeKeyFile | null = null;
  try {
    const kdf = await kdfFor(state);
    guard(state);
    if (typeof keyFile !== 'string') {
      const written = makeKeyFile(suite, { id: vaultId, folder: state.folder }, keyFile.newIn);
      file = written;
      made = { path: written.path, ownDisk: written.ownDisk };
    } else if (keyFile === 'keep' && account.keyFile !== null) file = findKeyFile(suite, vaultId, { id: account.keyFile, login: account.login }, keyFolders);
    const fresh = await sealAccount({ suite, vaultId }, { id: officer.id, login: account.login, passphrase: next, keyFile: file }, keys, kdf);
    guard(state);
    replaceHeader(state, { accounts: state.header.accounts.map((one) => (one.id === officer.id ? fresh : one)) });
  } finally {
    wipe(keys);
    if (file !== undefined) suite.secrets.erase(file.key);
  }
  commit(state, [...toldAttempts(state), { kind: 'officer.passphraseChanged', result: 'done', subject: officer.id, open: { id: officer.id, keyFile: file !== undefined, header: headerName(state.header) }, held: [] }]);
  attemptsOf(state.folder).told(officer.login);
  return made;
}
