import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { bodyKeysRecorded } from '#app/agreement/acts.ts';
import { accessKinds, deputyEnded, deputyRecorded, grantGiven, grantRevoked, keyKinds, keyMade, keySettled, keysFounded } from '#app/access/acts.ts';
import { maySignGrant, type Deputy } from '#app/access/authority.ts';
import { coverageOn, noCoverage, type Coverage, type Grant } from '#app/access/grant.ts';
import { isContentRole, mayKeepAccountsOf, roles, type Role } from '#app/access/roles.ts';
import type { Act } from '#app/journal/act.ts';
import { openOf } from '#app/journal/kind.ts';
import { pairOf } from '#app/journal/two.ts';
import { recoveryArranged, recoveryId, recoveryOpened } from '#app/recovery/acts.ts';
import { mayRecoverySign, recoveryAfter, stands, type RecoveryStanding } from '#app/recovery/standing.ts';
import { VaultError } from './errors.ts';
import type { HoldingKeyAct, KeyBook } from './key-book.ts';
import { actOfRow, commonBodyOf, hashOf, headOf, signedBytes, type ActRow } from './journal.ts';
import { disabled, enrolled } from './projections/officers.ts';
import type { State } from './state.ts';
import type { ReadableDb } from './db.ts';
import { besideTheDoor } from './registry-schema.ts';
import { unhex, verifyingKey, type CryptoProvider } from './suite.ts';
import { isCosigned, type Signatory } from './cosigned.ts';

export interface Member {
  readonly id: string;
  readonly role: Role;
  readonly active: boolean;
  readonly boxPublic: string;
  readonly signPublic: string;
}

export interface BodyKeys {
  readonly box: string;
  readonly sign: string;
}

/** Who works here and what each was granted, by acts whose signatures were checked: tables can be altered by whoever has the registry's key, signatures cannot. */
export interface Roll {
  readonly members: ReadonlyMap<string, Member>;
  readonly grants: readonly Grant[];
  readonly deputies: readonly Deputy[];
  readonly book: KeyBook;
  /** Public keys of bodies for packages, hex, as an officer entitled to it entered them (Art. 10). */
  readonly bodyKeys: ReadonlyMap<string, BodyKeys>;
  /** The recovery that was arranged last, opened or not. */
  readonly recovery: RecoveryStanding | undefined;
  /** By which act grants were revoked and accounts closed, by the id of either. */
  readonly ends: ReadonlyMap<string, End>;
  /** Number of the last act that replaced a recovery or spent it; 0 for none. */
  readonly recoveryEnded: number;
}

interface End {
  readonly seq: number;
  /** Civil date by which the act counts. */
  readonly date: string;
}

export const noRoll: Roll = { members: new Map(), grants: [], deputies: [], book: { registry: new Map(), holdings: [], journal: undefined }, bodyKeys: new Map(), recovery: undefined, ends: new Map(), recoveryEnded: 0 };

const kinds = [...new Set(['officer.enrolled', 'officer.disabled', recoveryArranged.kind, recoveryOpened.kind, bodyKeysRecorded.kind, ...accessKinds, ...keyKinds])];
interface Source {
  readonly registry: ReadableDb;
  readonly suite: CryptoProvider;
}

/** An act with the latest time that any act of common knowledge up to it bears: a signer may write what time he likes, but none before others' acts. */
interface Dated {
  readonly act: Act;
  readonly latest: string;
}

type Linked = ActRow & { readonly before: string | null; readonly next: string | null };

/**
 * Acts of authority, in order, each what its digest says and each between its neighbours: one that was put in the place of another is
 * not named by the act after it. Picked by their text, without those of the door: years of unlocking lie between them.
 */
function* actsOfAuthority({ registry, suite }: Source): Generator<Dated> {
  const said = kinds.map(() => 'instr(act.clear, ?)').join(' OR ');
  const rows = registry.prepare<string[], Linked>(`
    SELECT act.*, before.hash AS before, next.prev AS next FROM (SELECT * FROM act WHERE ${besideTheDoor}) AS act
    LEFT JOIN act AS before ON before.seq = act.seq - 1 LEFT JOIN act AS next ON next.seq = act.seq + 1 WHERE ${said} ORDER BY act.seq
  `).all(...kinds.map((kind) => `"kind":"${kind}"`));
  const between = registry.prepare<[number, number], { at: string | null }>('SELECT max(at) AS at FROM act INDEXED BY act_common WHERE clear IS NOT NULL AND seq > ? AND seq <= ?');
  let [passed, latest] = [0, ''];
  for (const { before, next, ...row } of rows) {
    const disclosed = commonBodyOf(suite, row);
    if (disclosed === undefined || disclosed.body.result !== 'done' || !kinds.includes(disclosed.body.kind)) continue;
    if ((row.seq > 1 && before !== row.prev) || (next !== null && next !== row.hash)) throw damagedAct(row.seq);
    const since = between.get(passed, row.seq)?.at ?? '';
    if (since > latest) latest = since;
    passed = row.seq;
    yield { act: actOfRow(row, disclosed), latest };
  }
}

const damagedAct = (seq: number, cause?: unknown): VaultError => new VaultError('damaged', `registry.db act ${seq}`, { stands: ['holdings', 'header'], cause });

/** The civil date by which an act of now counts: as `latest` of the acts before. */
export function dateOfAct({ registry, clock }: { readonly registry: ReadableDb; readonly clock: State['clock'] }): string {
  const last = registry.prepare<[], { at: string }>('SELECT at FROM act WHERE clear IS NOT NULL ORDER BY at DESC LIMIT 1').get()?.at ?? '';
  const now = clock.now();
  return (now > last ? now : last).slice(0, 10);
}

/**
 * Reads the roll from the journal. The first act enrols the director by his own signature. An act that its officer did not
 * sign is damage; one that he signed without the authority for it counts for nothing (Art. 10).
 */
export function rollOf(source: Source): Roll {
  const members = new Map<string, Member>();
  const grants = new Map<string, Grant>();
  const deputies = new Map<string, Deputy>();
  const book = { registry: new Map<string, string>(), holdings: [] as HoldingKeyAct[], journal: undefined as string | undefined };
  const bodyKeys = new Map<string, BodyKeys>();
  const ends = new Map<string, End>();
  let recovery: RecoveryStanding | undefined;
  let recoveryEnded = 0;
  const judge = judgeOf(source);
  for (const dated of actsOfAuthority(source)) {
    const { act } = dated;
    try {
      if (act.seq === 1) enrol(act, members);
      const signer = act.officer === recoveryId ? keyHolder(recovery) : members.get(act.officer);
      if (signer === undefined || !isGenuine(judge, act, signer) || !isGenuineOfTwo(judge, act, signer, members.get(act.second ?? ''))) throw new TypeError('not signed by its officer');
      if (act.officer === recoveryId ? !mayRecoverySign(recovery, act) : !signer.active || act.kind === recoveryOpened.kind) continue;
      apply(dated, signer, { members, grants, deputies, book, bodyKeys, ends });
      const after = recoveryAfter(recovery, act);
      if (stands(recovery) && (!stands(after) || after.id !== recovery.id)) recoveryEnded = act.seq;
      recovery = after;
    } catch (error) {
      throw damagedAct(act.seq, error);
    }
  }
  return { members, grants: [...grants.values()], deputies: [...deputies.values()], book, bodyKeys, recovery, ends, recoveryEnded };
}

interface Judge extends Pick<Source, 'suite'> {
  keyOf(signPublic: string): KeyObject;
}

/** Each officer's key is made ready once, however many acts they signed. */
function judgeOf({ suite }: Source): Judge {
  const known = new Map<string, KeyObject>();
  return {
    suite,
    keyOf(signPublic) {
      const key = known.get(signPublic) ?? verifyingKey(unhex(signPublic));
      known.set(signPublic, key);
      return key;
    },
  };
}

function isGenuine({ suite, keyOf }: Judge, act: Act, { signPublic }: Member): boolean {
  return hashOf(suite, act) === act.hash && suite.verify(keyOf(signPublic), signedBytes(act.hash), unhex(act.signature));
}

function isGenuineOfTwo({ suite, keyOf }: Judge, act: Act, signer: Member, second: Member | undefined): boolean {
  if (act.second === null && pairOf(act) === undefined) return true;
  const known = (member: Member): Signatory => ({ ...member, key: keyOf(member.signPublic) });
  return isCosigned(suite, act, act, { one: known(signer), other: second === undefined ? undefined : known(second) });
}

/** The recovery's key in the place of an officer's. */
const keyHolder = (recovery: RecoveryStanding | undefined): Member | undefined =>
  (recovery === undefined ? undefined : { id: recoveryId, role: 'director', active: true, boxPublic: recovery.boxPublic, signPublic: recovery.signPublic });

function enrol(act: Act, members: Map<string, Member>): void {
  const { id, role, boxPublic, signPublic } = enrolled.parse(act.open);
  members.set(id, { id, role, boxPublic, signPublic, active: true });
}

interface Tables {
  readonly members: Map<string, Member>;
  readonly grants: Map<string, Grant>;
  readonly deputies: Map<string, Deputy>;
  readonly bodyKeys: Map<string, BodyKeys>;
  readonly ends: Map<string, End>;
  readonly book: { readonly registry: Map<string, string>; readonly holdings: HoldingKeyAct[]; journal: string | undefined };
}

/** Of the keys of the registry as a whole the founding act alone speaks; of a holding's whoever is entitled to it, which is asked when its name is known. */
function keep(act: Act, signer: Member, { members, grants, book }: Tables, date: string): void {
  const founded = act.seq === 2 && signer.role === 'director' ? openOf(keysFounded, act) : undefined;
  if (founded !== undefined) {
    for (const [name, fingerprint] of Object.entries(founded.keys)) book.registry.set(name, fingerprint);
    book.journal = founded.journal;
  }
  const [made, settled] = [openOf(keyMade, act), openOf(keySettled, act)];
  const said = made ?? settled;
  if (said === undefined) return;
  const coverage = coverageOf({ members, grants: [...grants.values()] }, signer.id, date);
  book.holdings.push({ seq: act.seq, kind: made === undefined ? 'settled' : 'made', fingerprint: said.fingerprint, after: made?.after ?? null, coverage, date });
}

/** As the contract has it: whom the fingerprint is read to, aloud. */
const entersKeys: ReadonlySet<Role> = new Set(['director', 'security']);

const newcomer = z.looseObject({ role: z.enum(roles) });

function apply({ act, latest }: Dated, signer: Member, tables: Tables): void {
  const { members, grants, deputies, ends } = tables;
  const date = latest.slice(0, 10);
  if (keyKinds.includes(act.kind)) keep(act, signer, tables, date);
  const keyed = entersKeys.has(signer.role) ? openOf(bodyKeysRecorded, act) : undefined;
  if (keyed !== undefined) tables.bodyKeys.set(keyed.body, { box: keyed.keys.box, sign: keyed.keys.sign });
  const signs = (official: string): boolean => maySignGrant(signer, [...deputies.values()], date, official);
  if (act.kind === 'officer.enrolled' && act.seq > 1 && mayKeepAccountsOf(signer.role, newcomer.parse(act.open).role)) return enrol(act, members);
  if (act.kind === 'officer.disabled') {
    const member = members.get(disabled.parse(act.open).id);
    if (member === undefined || !mayKeepAccountsOf(signer.role, member.role)) return;
    members.set(member.id, { ...member, active: false });
    ends.set(member.id, { seq: act.seq, date });
    return;
  }
  const issued = grantGiven(act);
  if (issued !== undefined && signs(issued.officer)) grants.set(issued.id, { ...issued, revoked: false });
  const revoked = openOf(grantRevoked, act);
  const standing = revoked === undefined ? undefined : grants.get(revoked.id);
  if (standing !== undefined && signs(standing.officer)) {
    grants.set(standing.id, { ...standing, revoked: true });
    ends.set(standing.id, { seq: act.seq, date });
  }
  if (signer.role !== 'director') return;
  const recorded = openOf(deputyRecorded, act);
  if (recorded !== undefined) deputies.set(recorded.id, { id: recorded.id, officer: recorded.officer, from: recorded.from, to: recorded.to, ended: false });
  const ended = openOf(deputyEnded, act);
  const before = ended === undefined ? undefined : deputies.get(ended.id);
  if (before !== undefined) deputies.set(before.id, { ...before, ended: true });
}

/** What an official may open on a day: nothing once the account is closed, and nothing for a role without content. */
export function coverageOf(roll: Pick<Roll, 'members' | 'grants'>, officer: string, date: string): Coverage {
  const member = roll.members.get(officer);
  if (member === undefined || !member.active || !isContentRole(member.role)) return noCoverage;
  return coverageOn(roll.grants.filter((grant) => grant.officer === officer), date);
}

/** Civil date of today; a clock set back behind the last act brings no expired grant back to life. */
export function dayOf({ registry, clock }: { readonly registry: ReadableDb; readonly clock: State['clock'] }): string {
  const [now, last] = [clock.now(), headOf(registry)?.at ?? ''];
  return (now > last ? now : last).slice(0, 10);
}
