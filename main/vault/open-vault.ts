import type { Act, HoldingName, NewAct } from '#app/journal/act.ts';
import type { Coverage, PaperDocument } from '#app/access/grant.ts';
import type { Role } from '#app/access/roles.ts';
import type { Proof } from './account.ts';
import { vaultBackup, type VaultBackup } from './backup/vault-backup.ts';
import { commit, commitOutside, type CommitOptions } from './commit.ts';
import type { ReadableDb } from './db.ts';
import { damageInTheWay, knownDamage, standing, standingHoldings, survey, type Damage } from './damage.ts';
import { derive, type DerivedKey } from './derive.ts';
import { vaultFiles, type VaultFiles } from './files.ts';
import { centreOf, type Centre } from './centre.ts';
import { VaultError } from './errors.ts';
import { endDeputy, issueGrant, recordDeputy, revokeGrant, type NewDeputy, type NewGrant } from './grants.ts';
import { centreKeyName, keyOf, mayHold, requireScope } from './holding-keys.ts';
import { actsAbout, openHolding, type ActAbout } from './holdings.ts';
import { headOf, type Head } from './journal.ts';
import type { JournalFilter } from './journal-filter.ts';
import type { JournalPage } from './journal-index.ts';
import { mustRead } from './journal-reading.ts';
import { requireSettled } from './key-settling.ts';
import { exportLines } from './journal-export.ts';
import { paperOfHeader } from './header-paper.ts';
import { isBelowFloor } from './kdf.ts';
import { matchingOf, type Matching } from './matching.ts';
import { disable, enrol, type NewOfficer } from './officers.ts';
import { changePassphrase, type KeyFileWish, type MadeKeyFile } from './passphrase.ts';
import { officersOf, type StoredOfficer } from './queries/officers.ts';
import { arrangedRecovery, arrangeRecovery, sheetsToPrint, type VaultRecovery } from './recovery/arrange.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';
import { holdingsToRekey, rekey, type RekeyProgress } from './rekey.ts';
import { rollOf, type BodyKeys } from './roll.ts';
import { lockedOpen, signHead, type SignedHead } from './signed-head.ts';
import { guard, guardWriting, type Officer, type State } from './state.ts';
import { together } from './two.ts';
import { verifyJournal, type Progress, type Verification } from './verify.ts';

/** What acts say is read by the director and the security officer: `page`, `count`, `kinds` and `export` throw `forbidden` for the others. */
export interface Journal {
  /** Takes new acts into the index. The others do so themselves at once; this one tells progress, for when there are many. */
  catchUp(): Generator<Progress>;
  /** Acts that the index does not have yet. */
  behind(): number;
  /** Newest first; `cursor` is `next` of the page before, null for the first. */
  page(filter: JournalFilter, cursor: number | null, limit: number): JournalPage;
  count(filter: JournalFilter): number;
  /** Every kind that occurs. */
  kinds(): string[];
  head(): Head | undefined;
  /** Civil date-time of the last act. */
  lastAt(): string | undefined;
  verify(from?: number, to?: number): Generator<Progress, Verification>;
  /** JSON Lines, verifiable without keys (see `verifyExport`). */
  export(): Generator<string>;
}

/** A vault that an officer has opened. After `lock` everything but `lock` and `identity` throws `locked`. */
export interface OpenVault {
  readonly identity: { readonly vaultId: string; readonly demonstration: boolean; readonly officer: Officer; readonly workstation: string };
  readonly registry: ReadableDb;
  /** undefined when the holding does not exist or this officer has no key of it. */
  holding(name: HoldingName): ReadableDb | undefined;
  /** The same, but undefined for a damaged one as well: for what can be shown without it. */
  standing(name: HoldingName): ReadableDb | undefined;
  /** What the officer's grants open today; until the lock. */
  coverage(): Coverage;
  /** Holdings whose key this officer has and that can be read; the others are in `damage`. */
  holdings(): HoldingName[];
  /** What opening shows to be damaged, of what this officer has the keys of. */
  damage(): Damage[];
  /** A damaged holding of this officer, in which a thing may lie that is not found elsewhere. */
  damageInTheWay(): VaultError | undefined;
  /** Reads every page and file and names what is not what was written. */
  survey(): AsyncGenerator<Progress, Damage[]>;
  /** The header as it goes onto paper. Throws `forbidden` for all but the director and the security officer. */
  headerForPaper(): { readonly vault: string; readonly serial: number; readonly logins: readonly string[]; readonly bytes: Uint8Array };
  /** What was wrong with one copy of the header at the opening, or is since. */
  headerFlaw(): State['flaw'];
  /** Why nothing is written, when the vault was opened for reading what stands of it. */
  readonly reading: VaultError | undefined;
  /** Whether acts of this officer may concern a holding of that name, whether or not there is one. */
  mayHold(name: HoldingName): boolean;
  /** As `holding`, for whoever must see all that lies there: throws `outsideScope`, `keyNotGiven` or its damage, where that one answers nothing. */
  wholeHolding(name: HoldingName): ReadableDb | undefined;
  /** Acts about a thing that a holding knows of, the newest first; none where the officer has no key of it. */
  actsAbout(name: HoldingName, subject: string, limit: number): readonly ActAbout[];
  /** All acts or none; holdings that do not exist yet are made (Art. 11). Throws `outsideScope` for a holding that the officer's grants do not cover, whether it exists or not, and `keyNotGiven`. */
  commit(acts: readonly NewAct[], options?: CommitOptions): Act[];
  readonly journal: Journal;
  officers(): readonly StoredOfficer[];
  enrol(officer: NewOfficer): Promise<string>;
  disable(officerId: string, reason: string): void;
  /** Answers the key file that was made, if one was. */
  changePassphrase(old: string, next: string, wish?: KeyFileWish): Promise<MadeKeyFile | null>;
  /** Whether the officer's account was sealed with less than a new passphrase takes. */
  weaklySealed(): boolean;
  /** Runs a command of two persons: every act of `work` bears the second officer's signature too. Throws `forbidden` at `samePerson` or `second`, and what proving an account throws. */
  together<T>(second: Proof, roles: readonly Role[], work: () => Promise<T> | T): Promise<T>;
  readonly recovery: VaultRecovery;
  /** Signs a grant (Art. 10) and seals to the official the keys that this officer has. Answers its id. Throws `forbidden`. */
  issueGrant(grant: NewGrant): string;
  revokeGrant(grantId: string, why: { reason: string; document: PaperDocument }): void;
  recordDeputy(deputy: NewDeputy): string;
  endDeputy(deputyId: string, reason: string): void;
  /** Public keys of bodies for packages by signed acts: the directory's own are in a table that whoever has the registry's key can write. */
  bodyKeys(): ReadonlyMap<string, BodyKeys>;
  /** Holdings due to be encrypted anew whose key this officer has. */
  rekeyDue(): HoldingName[];
  /** Encrypts them anew while officers go on working; what is cut off is due still. Answers how many were. */
  rekey(onProgress?: (progress: RekeyProgress) => void, signal?: AbortSignal): Promise<number>;
  /** Signs the head of the journal as it is now, in an act of its own. */
  signHead(): SignedHead;
  derive(scope: 'officer' | 'vault', label: string): DerivedKey;
  readonly files: VaultFiles;
  readonly backup: VaultBackup;
  /** Candidates of the blind similarity index (Art. 7). Throws `forbidden` for roles without content. */
  readonly matching: Pick<Matching, 'features' | 'find'>;
  /** The Centre's own package keys, until the lock. Throws `forbidden` for roles without content. */
  centre(): Centre;
  rebuild(without?: ReadonlySet<'registry' | HoldingName>): Generator<Progress, Rebuilt>;
  /** Keys wiped, stores closed. Never fails; a second time does nothing. */
  lock(): void;
}

export function openVaultOf(state: State, keeper: (state: State) => Matching = matchingOf): OpenVault {
  const registry: ReadableDb = state.registry.reader;
  const matching = keeper(state);
  let centre: Centre | undefined;
  return {
    identity: { vaultId: state.header.vaultId, demonstration: state.header.demonstration, officer: state.officer, workstation: state.workstation },
    registry,
    holding: (name) => openHolding(state, name)?.db.reader,
    standing: (name) => standing(state, name)?.db.reader,
    coverage: () => state.coverage,
    holdings: () => standingHoldings(state),
    damage: () => knownDamage(state),
    damageInTheWay: () => damageInTheWay(state),
    survey: () => survey(state),
    headerForPaper() {
      guardWriting(state);
      if (state.officer.role !== 'director' && state.officer.role !== 'security') throw new VaultError('forbidden', 'vault.json');
      const { vaultId, serial, accounts } = state.header;
      return { vault: vaultId, serial, logins: accounts.map(({ login }) => login), bytes: paperOfHeader(state.header) };
    },
    headerFlaw: () => state.flaw,
    reading: state.onlyRead,
    mayHold(name) {
      guard(state);
      return mayHold(state, name);
    },
    wholeHolding(name) {
      guard(state);
      requireScope(state, name);
      requireSettled(state, name);
      return openHolding(state, name)?.db;
    },
    actsAbout(name, subject, limit) {
      const holding = openHolding(state, name);
      return holding === undefined ? [] : actsAbout(state, holding, subject, limit);
    },
    commit: (acts, options) => commitOutside(state, acts, options, matching.takeIn),
    journal: {
      catchUp: () => mustRead(state).catchUp(),
      behind: () => mustRead(state).behind(),
      page: (filter, cursor, limit) => mustRead(state).page(filter, cursor, limit),
      count: (filter) => mustRead(state).count(filter),
      kinds: () => mustRead(state).kinds(),
      head: () => headOf(registry),
      lastAt: () => headOf(registry)?.at,
      verify: (from, to) => verifyJournal(state, from, to),
      export: () => exportLines(state, registry),
    },
    officers() {
      guard(state);
      return officersOf(state.registry);
    },
    enrol: (officer) => enrol(state, officer),
    disable: (officerId, reason) => disable(state, officerId, reason),
    changePassphrase: (old, next, wish) => changePassphrase(state, old, next, wish),
    weaklySealed: () => !state.header.demonstration && state.header.accounts.some(({ id, kdf }) => id === state.officer.id && isBelowFloor(kdf)),
    together: (second, roles, work) => together(state, second, roles, work),
    recovery: {
      arrange: (recovery) => arrangeRecovery(state, recovery),
      arranged: () => arrangedRecovery(state),
      sheets: () => sheetsToPrint(state),
    },
    issueGrant: (grant) => issueGrant(state, grant),
    revokeGrant: (grantId, why) => revokeGrant(state, grantId, why),
    recordDeputy: (deputy) => recordDeputy(state, deputy),
    endDeputy: (deputyId, reason) => endDeputy(state, deputyId, reason),
    bodyKeys() {
      guard(state);
      return rollOf(state).bodyKeys;
    },
    rekeyDue: () => holdingsToRekey(state),
    rekey: (onProgress, signal) => rekey(state, onProgress, signal),
    signHead: () => signHead(state),
    derive: (scope, label) => derive(state, scope, label),
    files: vaultFiles(state),
    backup: vaultBackup(state),
    matching,
    centre: () => {
      guard(state);
      return centre ??= openCentre(state);
    },
    *rebuild(without = new Set()) {
      guard(state);
      const rebuilt = yield* rebuild(state, without);
      const rows = yield* matching.differences(without);
      return rows === 0 ? rebuilt : { ...rebuilt, differences: [...rebuilt.differences, { store: 'registry', table: 'matching', rows }] };
    },
    lock: () => lock(state),
  };
}

function openCentre(state: State): Centre {
  const seed = keyOf(state, centreKeyName);
  if (seed === undefined) throw new VaultError(mayHold(state, centreKeyName) ? 'keyNotGiven' : 'forbidden', 'centre keys');
  try {
    return centreOf(state.suite, seed, state.header.vaultId);
  } finally {
    state.suite.secrets.erase(seed);
  }
}

/** Locking is never blocked: what cannot be written or closed any more is left to the next opening. */
export function lock(state: State): void {
  if (state.locked) return;
  const quietly = (step: () => void): void => {
    try {
      step();
    } catch {
      // The journal lacks the act of locking; the next unlock shows that the session ended.
    }
  };
  if (state.onlyRead === undefined) quietly(() => commit(state, [{ kind: 'session.locked', result: 'done', subject: state.officer.id, open: lockedOpen(state), held: [] }]));
  state.locked = true;
  state.suite.secrets.eraseAll();
  state.ring?.clear();
  state.derived.clear();
  state.stop.abort();
  quietly(() => state.readers.closeAll());
  state.sheets = undefined;
  quietly(() => state.reading?.close());
  for (const { db } of state.open.values()) quietly(() => db.close());
  state.open.clear();
  quietly(() => state.registry.close());
  quietly(() => state.heads.close());
  quietly(() => state.unlockFolder());
}
