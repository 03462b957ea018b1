import type { Clearance, PaperDocument, Scope } from '#app/access/grant.ts';
import { grantIssued } from '#app/access/acts.ts';
import { recoveryId, recoveryOpened } from '#app/recovery/acts.ts';
import { stands } from '#app/recovery/standing.ts';
import { actOf } from '#app/journal/kind.ts';
import { accountOf, openAccount, type Doorway, type Proof } from '../account.ts';
import { commit } from '../commit.ts';
import { asVaultError, VaultError } from '../errors.ts';
import { lockFolder } from '../folder-lock.ts';
import { foundingGrant } from '../grants.ts';
import type { Account, Header, Recovery } from '../header.ts';
import { readHeader } from '../header-copies.ts';
import { everything, handOver } from '../key-settling.ts';
import { freshPairs, type Keyring } from '../keyring.ts';
import { calibratedKdf } from '../calibrate.ts';
import { enrolledAct, replaceHeader, requireFree, sealAccount } from '../officers.ts';
import { openStores, stateOf, type Surroundings } from '../open.ts';
import { rollOf, type Member } from '../roll.ts';
import { holdHand } from '../second-hand.ts';
import type { State } from '../state.ts';
import { createSuite, freshId, hex, unbase64, type CryptoProvider } from '../suite.ts';
import { recoveryKeysOf, seedOf } from './shares.ts';

export interface OpenRecoveryOptions extends Surroundings {
  /** Four lines of digits each. */
  readonly sheets: readonly (readonly string[])[];
  /** Login of the director's account that is closed by this. */
  readonly replaces: string;
  readonly director: { readonly login: string; readonly name: string; readonly passphrase: string };
  /** The order and the certificate of clearance of the new account (Art. 10). */
  readonly appointment: { readonly order: PaperDocument; readonly clearance: Clearance };
  /** A second officer of the vault; null where nobody can prove an account any more, and the share holders stand for it. */
  readonly second: Proof | null;
  readonly reason: string;
}

export interface OpenedRecovery {
  readonly id: string;
  /** Names of the holders whose sheets were used. */
  readonly holders: readonly string[];
}

/** What anybody sees of a recovery at the locked door. */
export const recoveryIn = (header: Header): Recovery | undefined => header.recovery.at(-1);

/**
 * Opens the recovery with its share holders' sheets: a new account of the director, with a grant, to which everything is sealed that was sealed to the
 * recovery; the account that is replaced is closed, the recovery spent, and what both could open is due to be encrypted anew. Throws `SheetsRefused`;
 * VaultError `missing` at `recovery`, `forbidden` (place `replaces`, `second`, `samePerson`), `loginTaken`, and what proving an account or opening a vault throws.
 */
export async function openRecovery(folder: string, options: OpenRecoveryOptions): Promise<OpenedRecovery> {
  const suite = createSuite(options.random);
  const unlockFolder = lockFolder(folder, options.random);
  try {
    const { header } = readHeader(folder);
    const { recovery, seed, numbers } = await matching(suite, header, options.sheets);
    const pairs = recoveryKeysOf(suite, seed, header.vaultId);
    const registry = suite.openFrom(pairs.box.secretKey, unbase64(recovery.registryKey));
    if (registry === undefined || hex(pairs.box.publicKey) !== recovery.boxPublic || hex(pairs.sign.publicKey) !== recovery.signPublic) throw new VaultError('damaged', 'vault.json recovery', { stands: ['registry', 'holdings'] });
    const keys: Keyring = { ...pairs, registry };
    const second = options.second === null ? undefined : await proven({ ...options, suite, folder, vaultId: header.vaultId }, header, options.second);
    const account = await sealAccount({ suite, vaultId: header.vaultId }, { id: freshId(suite.random), ...options.director }, { ...freshPairs(suite), registry: keys.registry }, options.kdf ?? await calibratedKdf());
    const state = stateOfRecovery({ suite, folder, header, keys, unlockFolder }, options);
    try {
      return await replaceDirector(state, { recovery, numbers, account, second }, options);
    } finally {
      state.registry.close();
      state.heads.close();
    }
  } catch (error) {
    throw asVaultError(error, 'vault');
  } finally {
    suite.secrets.eraseAll();
    unlockFolder();
  }
}

/** After a crash while it was arranged two may stand in the header: the sheets are those of one of them. */
async function matching(suite: CryptoProvider, header: Header, sheets: readonly (readonly string[])[]) {
  const [newest, ...older] = header.recovery.toReversed();
  if (newest === undefined) throw new VaultError('missing', 'recovery');
  for (const recovery of older) {
    const found = await seedOf(suite, sheets, { vaultId: header.vaultId, recovery }).catch(() => undefined);
    if (found !== undefined) return { recovery, ...found };
  }
  return { recovery: newest, ...await seedOf(suite, sheets, { vaultId: header.vaultId, recovery: newest }) };
}

interface Second { readonly account: Account; readonly keys: Keyring }

async function proven(door: Doorway, header: Header, proof: Proof): Promise<Second> {
  const account = accountOf(header, proof.login);
  return { account, keys: await openAccount(door, account, proof) };
}

/** Open as the recovery: it may do what `replaceDirector` does and nothing else, for the chain takes no other act of its key. */
function stateOfRecovery(entered: Pick<State, 'suite' | 'folder' | 'header' | 'keys' | 'unlockFolder'>, options: Surroundings): State {
  const { registry, heads, projections } = openStores(entered, options);
  const officer = { id: recoveryId, login: recoveryId, name: '', role: 'director' } as const;
  return stateOf({ ...entered, flaw: undefined, registry, heads, projections, officer }, options, { until: null, parts: everything });
}

interface Replacing {
  readonly recovery: Recovery;
  readonly numbers: readonly number[];
  readonly account: Account;
  readonly second: Second | undefined;
}

async function replaceDirector(state: State, { recovery, numbers, account, second }: Replacing, { director, appointment, replaces, reason }: OpenRecoveryOptions): Promise<OpenedRecovery> {
  const { header, suite } = state;
  const roll = rollOf(state);
  if (!stands(roll.recovery) || roll.recovery.id !== recovery.id || roll.recovery.signPublic !== recovery.signPublic) throw new VaultError('missing', 'recovery');
  const isKnown = (one: Account, member: Member | undefined): member is Member => member?.active === true && member.boxPublic === one.boxPublic && member.signPublic === one.signPublic;
  const old = roll.members.get(accountOf(header, replaces).id);
  if (old?.active !== true || old.role !== 'director') throw new VaultError('forbidden', 'replaces');
  if (second !== undefined && second.account.id === old.id) throw new VaultError('forbidden', 'samePerson');
  if (second !== undefined && !isKnown(second.account, roll.members.get(second.account.id))) throw new VaultError('forbidden', 'second');
  requireFree(state, director.login);
  const { order, clearance } = appointment;
  const scope: Scope = { bodies: 'all', degree: clearance.degree };
  const grant = foundingGrant(freshId(suite.random), { officer: account.id, clearance, scope, from: state.clock.now().slice(0, 10), to: clearance.to, document: order });
  const acts = [
    actOf(recoveryOpened, account.id, { id: recovery.id, sheets: [...numbers], replaces: old.id, reason }, []),
    enrolledAct(account, director.name, 'director'),
    actOf(grantIssued, account.id, grant, []),
    { kind: 'officer.disabled', result: 'done' as const, subject: old.id, open: { id: old.id, reason }, held: [] },
  ];
  const write = async (): Promise<void> => {
    // The account first, as at any enrolment: one left by a crash is of no officer and falls away.
    replaceHeader(state, { accounts: [...header.accounts, account] });
    try {
      commit(state, acts, {}, () => handOver(state));
    } catch (error) {
      replaceHeader(state, { accounts: header.accounts });
      throw error;
    }
    replaceHeader(state, { accounts: [...header.accounts.filter(({ id }) => id !== old.id), account], recovery: [] });
  };
  await (second === undefined ? write() : holdHand(header.vaultId, { officer: second.account.id, secretKey: second.keys.sign.secretKey }, write));
  const names = roll.recovery.holders;
  return { id: recovery.id, holders: numbers.flatMap((n) => names[n - 1] ?? []) };
}
