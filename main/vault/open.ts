import { join } from 'node:path';
import { z } from 'zod';
import { roles } from '#app/access/roles.ts';
import { attemptsOf } from './attempts.ts';
import { commit } from './commit.ts';
import type { Connection } from './db.ts';
import { VaultError, type Standing } from './errors.ts';
import { sweepStaging } from './file-places.ts';
import { lockFolder } from './folder-lock.ts';
import { headsFile, openHeadLog, reconcile, type HeadLog } from './heads.ts';
import { loginKey, readHeader, type Account, type Header } from './header.ts';
import { commonActs, headOf, outsideAt } from './journal.ts';
import { journalSession, sealSession } from './journal-keys.ts';
import { deriveKey, type KdfParameters } from './kdf.ts';
import { openKeyring, wipe, type Keyring } from './keyring.ts';
import { dropStrangers, toldAttempts } from './officers.ts';
import { ensureProjections } from './projecting.ts';
import { holdingProjections, registryProjections } from './projections/index.ts';
import type { Officer, Projections, State, Step, VaultClock } from './state.ts';
import { getMeta, openStore } from './store.ts';
import { createSuite, unbase64, type CryptoProvider, type Random } from './suite.ts';
import { openVaultOf, type OpenVault } from './open-vault.ts';

export const registryFile = 'registry.db';
export const registryFormat = '2';
const stands: readonly Standing[] = ['holdings', 'header'];

export interface Surroundings {
  readonly clock: VaultClock;
  readonly workstation: string;
  readonly random: Random;
  /** For passphrases set from now on; by default those of the officer's own account, or the production ones at creation. */
  readonly kdf?: KdfParameters | undefined;
  /** Other projections than the program's own: tests. */
  readonly projections?: Projections | undefined;
  /** Called between the steps of a commit: tests interrupt it here. */
  readonly at?: ((step: Step) => void) | undefined;
}

export const ownProjections: Projections = { registry: registryProjections, holdings: holdingProjections };

export interface UnlockOptions extends Surroundings {
  readonly login: string;
  readonly passphrase: string;
}

/**
 * Opens a vault with an officer's passphrase. Throws VaultError: `missing`, `damaged`, `newer`, `noSuchOfficer`, `tooSoon`,
 * `wrongPassphrase` (both with `retryAt`), `inUse`, `rolledBack`, or a fault of the medium; never one for another.
 */
export async function unlockVault(folder: string, options: UnlockOptions): Promise<OpenVault> {
  const suite = createSuite(options.random);
  readHeader(folder);
  const unlockFolder = lockFolder(folder, options.random);
  let keys: Keyring | undefined;
  try {
    // Read again under the lock: another program may have changed it in between.
    const header = readHeader(folder);
    const account = header.accounts.find(({ login }) => loginKey(login) === loginKey(options.login));
    if (account === undefined) throw new VaultError('noSuchOfficer', options.login);
    keys = await openAccount(suite, folder, account, options);
    return openVaultOf(openState(folder, suite, header, account, keys, options, unlockFolder));
  } catch (error) {
    if (keys !== undefined) wipe(keys);
    unlockFolder();
    throw error;
  }
}

async function openAccount(suite: CryptoProvider, folder: string, account: Account, { clock, passphrase, workstation }: UnlockOptions): Promise<Keyring> {
  const attempts = attemptsOf(folder);
  attempts.check(account.login, clock.now());
  const key = await deriveKey(passphrase, unbase64(account.kdf.salt), account.kdf);
  const keys = openKeyring(suite, key, account);
  key.fill(0);
  if (keys !== undefined) return keys;
  const retryAt = attempts.failed(account.login, clock.now(), workstation);
  throw new VaultError('wrongPassphrase', account.login, { retryAt });
}

export const registryStore = (folder: string, key: Uint8Array) => ({ path: join(folder, registryFile), place: registryFile, key, stands });

/** Everything after the keys: stores, heads, projections, what a crash left, and the act of unlocking. */
function openState(folder: string, suite: CryptoProvider, header: Header, account: Account, keys: Keyring, options: Surroundings, unlockFolder: () => void): State {
  const registry = openStore(registryStore(folder, keys.registry), { vaultId: header.vaultId, store: 'registry' });
  let heads: HeadLog | undefined;
  try {
    if (getMeta(registry, 'format') !== registryFormat) throw new VaultError('newer', registryFile, { stands });
    if (getMeta(registry, 'demonstration') !== String(header.demonstration)) throw new VaultError('damaged', 'vault.json demonstration', { stands: ['registry', 'holdings'] });
    heads = openHeadLog(join(folder, headsFile), suite, keys.registry, header.vaultId);
    const completed = reconcile(heads, {
      head: headOf(registry), firstOfLastCommit: Number(getMeta(registry, 'firstOfLastCommit')),
      hashAt: (seq) => outsideAt(registry, seq)?.hash,
    });
    const projections = options.projections ?? ownProjections;
    ensureProjections(registry, projections.registry, () => {
      for (const act of commonActs(suite, registry)) for (const projection of projections.registry) projection.apply(registry, act);
    });
    const state = stateOf({ folder, suite, header, keys, registry, heads, projections, unlockFolder, officer: officerOf(registry, account) }, options);
    sweepStaging(state);
    if (state.officer.role === 'director') dropStrangers(state);
    beginSession(state, completed);
    attemptsOf(folder).told(account.login);
    return state;
  } catch (error) {
    heads?.close();
    registry.close();
    throw error;
  }
}

/** The act of unlocking brings the key under which everything is sealed that this officer does until the lock. */
function beginSession(state: State, headCompleted: boolean): void {
  const { suite, registry, header: { vaultId } } = state;
  const journal = registry.prepare<[], { key: string }>('SELECT key FROM journal_key ORDER BY seq DESC LIMIT 1').get();
  if (journal === undefined) throw new VaultError('damaged', `${registryFile} journal key`, { stands });
  const key = suite.random(32);
  try {
    const open = { journal: sealSession(suite, journal.key, key), ...(headCompleted ? { headCompleted } : {}) };
    const acts = commit(state, [...toldAttempts(state), { kind: 'session.unlocked', result: 'done', subject: state.officer.id, open, held: [] }]);
    state.session = journalSession(suite, vaultId, acts.at(-1)?.seq ?? 0, key);
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

export function stateOf(
  parts: Pick<State, 'folder' | 'suite' | 'header' | 'keys' | 'registry' | 'heads' | 'projections' | 'unlockFolder' | 'officer'>, { clock, workstation, kdf, at }: Surroundings,
): State {
  return { ...parts, clock, workstation, kdf, at, open: new Map(), derived: new Map(), stop: new AbortController(), locked: false, session: undefined, ring: undefined, reading: undefined, stuck: undefined };
}

const officerRow = z.object({ id: z.string(), login: z.string(), name: z.string(), role: z.enum(roles), state: z.string(), box_public: z.string(), sign_public: z.string() });

/** The officer as the journal knows them; the header's word counts for nothing. */
function officerOf(registry: Connection, account: Account): Officer {
  const found = registry.prepare<[string], unknown>('SELECT * FROM officer WHERE id = ?').get(account.id);
  if (found === undefined) throw new VaultError('noSuchOfficer', account.login);
  const row = officerRow.parse(found);
  if (row.state !== 'active') throw new VaultError('noSuchOfficer', account.login);
  if (row.box_public !== account.boxPublic || row.sign_public !== account.signPublic || row.login !== account.login) {
    throw new VaultError('damaged', `vault.json account ${account.login}`, { stands: ['registry', 'holdings'] });
  }
  return { id: row.id, login: row.login, name: row.name, role: row.role };
}
