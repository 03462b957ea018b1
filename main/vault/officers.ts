import { noCoverage } from '#app/access/grant.ts';
import { mayKeepAccountsOf, type Role } from '#app/access/roles.ts';
import type { NewAct } from '#app/journal/act.ts';
import { attemptsOf } from './attempts.ts';
import { commit, requireSpace } from './commit.ts';
import { VaultError } from './errors.ts';
import { loginKey, type Account, type Header } from './header.ts';
import { headerDigest, writeHeader } from './header-copies.ts';
import { entitles, ownKeys, sealKeyTo } from './holding-keys.ts';
import { takeKeysOf } from './key-settling.ts';
import { accountKey, type Sealing } from './account.ts';
import { calibratedKdf } from './calibrate.ts';
import { forNewPassphrase, type KdfParameters } from './kdf.ts';
import type { KeyFile } from './key-file.ts';
import { freshPairs, sealPairs, wipe, type Keyring } from './keyring.ts';
import { rollOf } from './roll.ts';
import { guard, guardWriting, type State } from './state.ts';
import { base64, freshId, hex } from './suite.ts';

export interface NewOfficer {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passphrase: string;
}

export const saltBytes = 16;

/** An account's part of the header, with its secret keys sealed under the passphrase, and under the key file where it is to want one. */
export async function sealAccount(
  { suite, vaultId }: Sealing, { id, login, passphrase, keyFile }: { id: string; login: string; passphrase: string; keyFile?: KeyFile | undefined }, keys: Keyring, kdf: KdfParameters,
): Promise<Account> {
  const { memoryKiB, passes, lanes } = forNewPassphrase(kdf);
  const salt = suite.random(saltBytes);
  const key = await accountKey({ suite, vaultId }, passphrase, salt, kdf, keyFile?.key);
  try {
    return {
      id, login: login.normalize('NFC'), kdf: { algorithm: 'argon2id', memoryKiB, passes, lanes, salt: base64(salt) }, keyFile: keyFile?.id ?? null, sealedKeys: sealPairs(suite, key, keys),
      boxPublic: hex(keys.box.publicKey), signPublic: hex(keys.sign.publicKey), registryKey: base64(suite.sealTo(keys.box.publicKey, keys.registry)),
    };
  } finally {
    suite.secrets.erase(key);
  }
}

export const enrolledAct = (account: Account, name: string, role: Role): NewAct => ({
  kind: 'officer.enrolled', result: 'done', subject: account.id, held: [],
  open: { id: account.id, login: account.login, name, role, boxPublic: account.boxPublic, signPublic: account.signPublic },
});

/** By which an act names the header that it found or made: an earlier one put back is known by it. */
export const headerName = (header: Header) => ({ serial: header.serial, sha256: headerDigest(header) });

function requireKeeper(state: State, kept: Role): void {
  guardWriting(state);
  if (!mayKeepAccountsOf(state.officer.role, kept)) throw new VaultError('forbidden', 'officers');
}

/** What a new passphrase costs: about a second of this workstation, measured anew each time; of a demonstration what its own do. */
export async function kdfFor(state: State): Promise<KdfParameters> {
  if (state.kdf !== undefined) return state.kdf;
  const own = state.header.demonstration ? state.header.accounts.find(({ id }) => id === state.officer.id)?.kdf : undefined;
  return own === undefined ? calibratedKdf() : { memoryKiB: own.memoryKiB, passes: own.passes, lanes: own.lanes, belowFloor: true };
}

/** Writes the header with this part of it replaced, as the next of its writings. */
export function replaceHeader(state: State, part: Partial<Pick<Header, 'accounts' | 'recovery'>>): void {
  const next: Header = { ...state.header, serial: state.header.serial + 1, ...part };
  const flaw = writeHeader(state.folder, next);
  state.header = next;
  if (flaw !== undefined) state.flaw = { ...flaw, mended: false };
}

/**
 * Opens an account (Art. 10). Its keys are made here and the registry's key is sealed to it; for those who read the journal its key;
 * no key of content is: those follow a grant. Answers the officer's id. Throws `loginTaken`, `forbidden`, `noSpace`.
 */
export async function enrol(state: State, officer: NewOfficer): Promise<string> {
  requireKeeper(state, officer.role);
  requireSpace(state);
  const { suite } = state;
  requireFree(state, officer.login);
  const pairs = freshPairs(suite);
  try {
    const account = await sealAccount({ suite, vaultId: state.header.vaultId }, { id: freshId(suite.random), login: officer.login, passphrase: officer.passphrase }, { ...pairs, registry: state.keys.registry }, await kdfFor(state));
    guard(state);
    // Another enrolment may have been quicker.
    requireFree(state, officer.login);
    const before = state.header.accounts;
    // The account first: an act without an account would be an officer who can never work. One left by a crash is of no officer and falls away.
    replaceHeader(state, { accounts: [...before.filter(({ login }) => loginKey(login) !== loginKey(officer.login)), account] });
    try {
      commit(state, [enrolledAct(account, officer.name, officer.role)], {}, () => {
        for (const name of ownKeys(state).keys()) if (entitles({ role: officer.role, coverage: noCoverage }, name)) sealKeyTo(state, name, account);
      });
    } catch (error) {
      replaceHeader(state, { accounts: before });
      throw error;
    }
    return account.id;
  } finally {
    wipe({ ...pairs, registry: new Uint8Array() });
  }
}

/** Throws `loginTaken`, also for a login whose account is closed. */
export function requireFree(state: State, login: string): void {
  const taken = state.registry.prepare<[], { login: string }>('SELECT login FROM officer').all().some((one) => loginKey(one.login) === loginKey(login));
  if (taken) throw new VaultError('loginTaken', login);
}

/**
 * Closes an account: its keys are removed from the registry and the header, its acts stay. What the officer copied
 * before, keys included, is not undone by this. Throws `noSuchOfficer`, `forbidden` (oneself: a vault has a director), `lastKey`.
 */
export function disable(state: State, officerId: string, reason: string): void {
  guard(state);
  const member = rollOf(state).members.get(officerId);
  if (member?.active !== true) throw new VaultError('noSuchOfficer', officerId);
  requireKeeper(state, member.role);
  if (officerId === state.officer.id) throw new VaultError('forbidden', officerId);
  commit(state, [{ kind: 'officer.disabled', result: 'done', subject: officerId, open: { id: officerId, reason }, held: [] }], {}, () => takeKeysOf(state, officerId));
  replaceHeader(state, { accounts: state.header.accounts.filter(({ id }) => id !== officerId) });
}

/** Accounts of the header that a crash left behind: never enrolled, or disabled. */
export function dropStrangers(state: State): void {
  const active = new Set(state.registry.prepare<[], { id: string }>("SELECT id FROM officer WHERE state = 'active'").all().map(({ id }) => id));
  const accounts = state.header.accounts.filter(({ id }) => active.has(id));
  if (accounts.length > 0 && accounts.length < state.header.accounts.length) replaceHeader(state, { accounts });
}

const officerIdOf = (state: State, login: string): string | null => state.header.accounts.find((one) => loginKey(one.login) === loginKey(login))?.id ?? null;

/** Wrong passphrases tried since the last success, as acts: before it there was no key to write them with. */
export function toldAttempts(state: State): NewAct[] {
  const { attempts, dropped, lost } = attemptsOf(state.folder).untold();
  const refused = attempts.map(({ login, at, workstation }): NewAct => ({
    kind: 'session.refused', result: 'refused', subject: officerIdOf(state, login), open: { login, at, workstation }, held: [],
  }));
  if (dropped > 0) refused.push({ kind: 'session.refused', result: 'refused', subject: null, open: { more: dropped }, held: [] });
  for (const { file, how } of lost) refused.push({ kind: 'session.refused', result: 'refused', subject: null, open: { [how]: file }, held: [] });
  return refused;
}
