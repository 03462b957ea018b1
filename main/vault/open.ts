import { join } from 'node:path';
import { z } from 'zod';
import type { NewAct } from '#app/journal/act.ts';
import { missingAccess, type Coverage } from '#app/access/grant.ts';
import { isContentRole, type Role } from '#app/access/roles.ts';
import { accountOf, openAccount, type Doorway, type Proof } from './account.ts';
import { attemptsOf } from './attempts.ts';
import { commit } from './commit.ts';
import type { Connection, ReadableDb } from './db.ts';
import { asVaultError, VaultError, type Standing } from './errors.ts';
import { sweepStaging } from './file-places.ts';
import { lockFolder } from './folder-lock.ts';
import { headsFile, isBehind, lostHeads, openHeadLog, reconcile, type JournalSeen } from './heads.ts';
import type { Account } from './header.ts';
import { readHeader } from './header-copies.ts';
import { commonActs, headOf, outsideAt } from './journal.ts';
import { journalSession, sealSession } from './journal-keys.ts';
import type { KdfParameters } from './kdf.ts';
import { wipe } from './keyring.ts';
import { holdersToday, settleKeys } from './key-settling.ts';
import { headerTold, mendHeader, requireNamed } from './named-header.ts';
import { dropStrangers, toldAttempts } from './officers.ts';
import type { Matching } from './matching.ts';
import { migrations as own } from './migrations/index.ts';
import { migrateHoldings, migrateRegistry, requireLevel, storedLevel, wanting } from './migrations/run.ts';
import type { Migration } from './migrations/types.ts';
import { ensureProjections, hasProjections } from './projecting.ts';
import { holdingProjections, registryProjections } from './projections/index.ts';
import { coverageOf, dayOf, noRoll, rollOf, type Roll } from './roll.ts';
import { settleRecovery } from './recovery/arrange.ts';
import { holdHand } from './second-hand.ts';
import type { Officer, Projections, State, Step, VaultClock } from './state.ts';
import { Readers } from './readers.ts';
import { registryFile, registryStore } from './registry-place.ts';
import { requireRest } from './registry-rest.ts';
import { getMeta, openStore, openStoreToRead } from './store.ts';
import { createSuite, type Random } from './suite.ts';
import { openVaultOf, type OpenVault } from './open-vault.ts';

export const registryFormat = '3';
const stands: readonly Standing[] = ['holdings', 'header'];

export interface Surroundings {
  readonly clock: VaultClock;
  readonly workstation: string;
  readonly random: Random;
  /** For passphrases set from now on; by default those of the officer's own account, or the production ones at creation. */
  readonly kdf?: KdfParameters | undefined;
  /** Other projections than the program's own: tests. */
  readonly projections?: Projections | undefined;
  /** Another keeper of the blind index than the program's own: fillings of benchmarks write a million entries at once. */
  readonly matching?: ((state: State) => Matching) | undefined;
  /** Other migrations than the program's own: tests. */
  readonly migrations?: readonly Migration[] | undefined;
  /** Called between the steps of a commit: tests interrupt it here. */
  readonly at?: ((step: Step) => void) | undefined;
}

export const ownProjections: Projections = { registry: registryProjections, holdings: holdingProjections };

export interface UnlockOptions extends Surroundings, Proof {
  /** When the log of heads is lost, damaged or of another journal: open for reading what stands, writing nothing. */
  readonly toRead?: boolean | undefined;
  /** Takes a header of an earlier writing than the journal knows, as one put back from paper is; by the director or the security officer. */
  readonly olderHeader?: boolean | undefined;
  /** The folder is a copy that is to be migrated; told the level it came from. */
  readonly migrating?: ((from: number) => void) | undefined;
  /** A vault put back from a backup says so before anything else, by the word of both persons. */
  readonly restored?: { readonly act: NewAct; readonly second: Proof } | undefined;
}

/**
 * Opens a vault with an officer's passphrase. Throws VaultError: `missing`, `damaged`, `newer`, `noSuchOfficer`, `tooSoon`,
 * `wrongPassphrase` (both with `retryAt`), `keyFile…`, `inUse`, `rolledBack`, or a fault of the medium; never one for another.
 */
export async function unlockVault(folder: string, options: UnlockOptions): Promise<OpenVault> {
  const suite = createSuite(options.random);
  const before = readHeader(folder);
  const unlockFolder = lockFolder(folder, options.random);
  try {
    // Read again under the lock: another program may have changed it in between.
    const { header, flaw: found } = readHeader(folder);
    // A copy that the disk did not give once is told of, though it came the second time.
    const flaw = found ?? (before.flaw?.code === 'io' ? before.flaw : undefined);
    const account = accountOf(header, options.login);
    const door = { ...options, suite, folder, vaultId: header.vaultId };
    const keys = await openAccount(door, account, options);
    const entered = { folder, suite, header, flaw: flaw && { ...flaw, mended: false }, account, keys, unlockFolder };
    if (options.restored === undefined) return openVaultOf(openedFor(entered, options), options.matching);
    return openVaultOf(await openedByTwo(entered, door, options, options.restored.second), options.matching);
  } catch (error) {
    suite.secrets.eraseAll();
    unlockFolder();
    // A fault of the medium that no step has named is still one, and never a wrong passphrase.
    throw asVaultError(error, 'vault');
  }
}

interface Entered extends Pick<State, 'folder' | 'suite' | 'header' | 'flaw' | 'keys' | 'unlockFolder'> {
  readonly account: Account;
}

/** The second officer's key is there for the act of restoring, which bears both signatures, and wiped with it. */
async function openedByTwo(entered: Entered, door: Doorway, options: UnlockOptions, proof: Proof): Promise<State> {
  const other = accountOf(entered.header, proof.login);
  const keys = await openAccount(door, other, proof);
  try {
    return await holdHand(entered.header.vaultId, { officer: other.id, secretKey: keys.sign.secretKey }, async () => openState(entered, options));
  } finally {
    wipe(keys);
  }
}

function openedFor(entered: Entered, options: UnlockOptions): State {
  try {
    return openState(entered, options);
  } catch (error) {
    if (options.toRead !== true || !(error instanceof VaultError) || !error.place.startsWith(headsFile)) throw error;
    return stateToRead(entered, options, error);
  }
}

/** No act can be taken without a head beside it, so none of this session is in the journal: it is for those two who answer for the vault (Art. 11, 12). */
const readersOfDamage: ReadonlySet<Role> = new Set(['director', 'security']);

function stateToRead({ account, ...entered }: Entered, options: Surroundings, why: VaultError): State {
  const { folder, header, keys } = entered;
  const registry = openStoreToRead(registryStore(folder, keys.registry), { vaultId: header.vaultId, store: 'registry' });
  try {
    const projections = options.projections ?? ownProjections;
    // Tables of another program cannot be read, and are not built anew here.
    if (!hasProjections(registry, projections.registry)) throw why;
    const roll = rollOf({ registry, suite: entered.suite });
    const officer = officerOf(registry, account, roll);
    const coverage = coverageOf(roll, officer.id, dayOf({ registry, clock: options.clock }));
    if (!readersOfDamage.has(officer.role)) throw new VaultError('forbidden', headsFile, { cause: why });
    return { ...stateOf({ ...entered, registry, heads: lostHeads(why), projections, officer }, options, coverage), onlyRead: why };
  } catch (error) {
    registry.close();
    throw error;
  }
}

interface Stores extends Pick<State, 'registry' | 'heads' | 'projections'> {
  readonly roll: Roll;
  /** A head that a crash kept from being written was added. */
  readonly completed: boolean;
  /** Migrations that were wanting when it was opened. */
  readonly some: readonly Migration[];
}

/** The registry and its heads, compared with each other, with projections that show what the acts say. The caller closes both. */
export function openStores({ folder, suite, header, keys }: Pick<State, 'folder' | 'suite' | 'header' | 'keys'>, options: Pick<UnlockOptions, 'migrating' | 'migrations' | 'projections'>): Stores {
  const { migrating } = options;
  const all = options.migrations ?? own;
  const heads = openHeadLog(join(folder, headsFile), suite, keys.registry, header.vaultId);
  let registry: Connection | undefined;
  let roll = noRoll;
  try {
    const store = openStore(registryStore(folder, keys.registry), { vaultId: header.vaultId, store: 'registry' }, (db) => {
      if (getMeta(db, 'format') !== registryFormat) throw new VaultError('newer', registryFile, { stands });
      if (getMeta(db, 'demonstration') !== String(header.demonstration)) throw new VaultError('damaged', 'vault.json demonstration', { stands: ['registry', 'holdings'] });
      if (migrating === undefined) requireLevel(db, all);
      isBehind(heads, journalSeen(db));
      readThrough(db);
      requireRest(suite, db);
      roll = rollOf({ registry: db, suite });
    });
    registry = store;
    const completed = reconcile(heads, journalSeen(store));
    const some = wanting(store, all);
    if (migrating !== undefined) {
      migrating(storedLevel(store));
      migrateRegistry(store, some);
    }
    const projections = options.projections ?? ownProjections;
    ensureProjections(store, projections.registry, () => {
      for (const act of commonActs(suite, store)) for (const projection of projections.registry) projection.apply(store, act);
    });
    return { registry: store, heads, projections, roll, completed, some };
  } catch (error) {
    heads.close();
    registry?.close();
    throw error;
  }
}

/** Everything after the keys: stores, heads, projections, what a crash left, and the act of unlocking. */
function openState({ account, ...entered }: Entered, options: UnlockOptions): State {
  const { restored, migrating } = options;
  const { roll, completed, some, ...stores } = openStores(entered, options);
  const { registry, heads } = stores;
  try {
    const coverage = coverageOf(roll, account.id, dayOf({ registry, clock: options.clock }));
    const state = stateOf({ ...entered, ...stores, officer: officerOf(registry, account, roll) }, options, coverage);
    state.book = roll.book;
    const putBack = requireNamed(state, options.olderHeader === true);
    sweepStaging(state);
    requireAccess(state, roll);
    if (state.officer.role === 'director' || state.officer.role === 'administrator') {
      dropStrangers(state);
      settleRecovery(state, roll);
    }
    if (migrating !== undefined) commit(state, [migrateHoldings(state, some, options.migrations ?? own, { seq: headOf(registry)?.seq ?? 0 })]);
    if (restored !== undefined) commit(state, [restored.act]);
    beginSession(state, { headCompleted: completed, putBack }, roll);
    attemptsOf(entered.folder).told(account.login);
    mendHeader(state);
    return state;
  } catch (error) {
    heads.close();
    registry.close();
    throw error;
  }
}

/** What is read in the act of unlocking, read before anything is written: a damaged page of it must be found while the store is only read. */
function readThrough(db: ReadableDb): void {
  for (const table of ['officer', 'holding_store', 'holding_key', 'holding_rekey', 'rekey_due', 'key_scope']) {
    if (db.prepare<[string], unknown>("SELECT 1 FROM sqlite_schema WHERE name = ?").get(table) !== undefined) db.prepare(`SELECT * FROM ${table}`).all();
  }
}

const journalSeen = (db: ReadableDb): JournalSeen => ({
  head: headOf(db), firstOfLastCommit: Number(getMeta(db, 'firstOfLastCommit')), hashAt: (seq) => outsideAt(db, seq)?.hash,
});

/** The act of unlocking brings the key under which everything is sealed that this officer does until the lock. */
function beginSession(state: State, { headCompleted, putBack }: { headCompleted: boolean; putBack: number | undefined }, roll: Roll): void {
  const { suite, header: { vaultId } } = state;
  // From the signed act, not from a table: whoever could put a key of his own here would read what others do.
  const { journal } = roll.book;
  if (journal === undefined) throw new VaultError('damaged', `${registryFile} journal key`, { stands });
  const key = suite.freshKey();
  try {
    const open = { journal: sealSession(suite, journal, key), header: headerTold(state, putBack), ...(headCompleted ? { headCompleted } : {}) };
    const acts = commit(state, [...toldAttempts(state), { kind: 'session.unlocked', result: 'done', subject: state.officer.id, open, held: [] }], {}, () => settleKeys(state, holdersToday(state, roll)));
    state.session = journalSession(suite, vaultId, acts.at(-1)?.seq ?? 0, key);
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

export function stateOf(
  parts: Pick<State, 'folder' | 'suite' | 'header' | 'flaw' | 'keys' | 'registry' | 'heads' | 'projections' | 'unlockFolder' | 'officer'>, { clock, workstation, kdf, at }: Surroundings, coverage: Coverage,
): State {
  return { ...parts, coverage, clock, workstation, kdf, at, open: new Map(), damaged: new Map(), onlyRead: undefined, derived: new Map(), readers: new Readers(), stop: new AbortController(), still: false, locked: false, session: undefined, book: undefined, ring: undefined, reading: undefined, sheets: undefined, stuck: undefined };
}

/**
 * No content without clearance and grant (R10.2): who works with it is not let in. The director is, since nobody else
 * could mend it; he has no key in use until then. Throws `noAccess`; the attempt is written down.
 */
function requireAccess(state: State, roll: Roll): void {
  const { officer } = state;
  if (officer.role === 'director' || !isContentRole(officer.role) || state.coverage.parts.length > 0) return;
  const access = missingAccess(roll.grants.filter((grant) => grant.officer === officer.id), dayOf(state)) ?? 'none';
  commit(state, [...toldAttempts(state), { kind: 'session.refused', result: 'refused', subject: officer.id, open: { login: officer.login, access }, held: [] }]);
  attemptsOf(state.folder).told(officer.login);
  throw new VaultError('noAccess', officer.login, { access });
}

const officerRow = z.object({ id: z.string(), login: z.string(), name: z.string(), state: z.string() });

/** The officer as the signed acts of the journal know them; the word of the header, and of any table, counts for nothing. */
function officerOf(registry: Connection, account: Account, { members }: Roll): Officer {
  const member = members.get(account.id);
  const found = registry.prepare<[string], unknown>('SELECT * FROM officer WHERE id = ?').get(account.id);
  if (member === undefined || !member.active || found === undefined) throw new VaultError('noSuchOfficer', account.login);
  const row = officerRow.parse(found);
  if (member.boxPublic !== account.boxPublic || member.signPublic !== account.signPublic || row.login !== account.login) {
    throw new VaultError('damaged', `vault.json account ${account.login}`, { stands: ['registry', 'holdings'] });
  }
  return { id: row.id, login: row.login, name: row.name, role: member.role };
}
