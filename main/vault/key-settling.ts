import { z } from 'zod';
import { covers, degreeOf, joined, lastDayOf, narrowed, noCoverage, type Coverage, type Scope } from '#app/access/grant.ts';
import { scope } from '#app/contract/shapes/access.ts';
import { bodyCode } from '#app/contract/shapes/reference.ts';
import { recoveryId } from '#app/recovery/acts.ts';
import { stands } from '#app/recovery/standing.ts';
import { VaultError } from './errors.ts';
import { entitles, isOfRegistry, nextKeyOf, ownKeys, sealKey, type KeyTable } from './holding-keys.ts';
import { coverageOf, dayOf, rollOf, type Member, type Roll } from './roll.ts';
import type { State } from './state.ts';

/** Everything there is. */
export const everything: readonly Scope[] = [{ bodies: 'all', degree: 'UPPER' }];
const isEverything = ({ bodies, degree }: Scope): boolean => bodies === 'all' && degree === 'UPPER';

/** An official with what his grants open on a day. */
interface Holder extends Member {
  readonly coverage: Coverage;
  /** Keeps every key, although he can use none today. */
  readonly keeper: boolean;
}

/** Who is to hold which keys on a day, by the signed grants. */
export interface Holders {
  readonly all: readonly Holder[];
  /** Active officials to whom the key is to be sealed. */
  of(name: string): readonly Holder[];
}

/**
 * Keys are for those whom a grant entitles today. While no director may open everything, one whose grant of everything has merely run
 * out keeps the keys that he cannot use: an expired certificate must never cost a holding, and once the new one is recorded he opens it again.
 */
export function holdersToday(state: State, roll: Roll = rollOf(state)): Holders {
  const day = dayOf(state);
  const members = [...roll.members.values()].map((member) => ({ ...member, coverage: coverageOf(roll, member.id, day) }));
  const isDirector = ({ active, role }: Member): boolean => active && role === 'director';
  const opened = members.some((member) => isDirector(member) && member.coverage.parts.some(isEverything));
  const ranOut = ({ id }: Member): boolean => roll.grants.some((grant) => grant.officer === id && !grant.revoked && lastDayOf(grant) < day && isEverything({ ...grant.scope, degree: degreeOf(grant) }));
  const all = members.map((member): Holder => ({ ...member, keeper: !opened && isDirector(member) && ranOut(member) }));
  // What a director can open, the recovery opens when he cannot: it keeps every key and uses none.
  if (stands(roll.recovery)) all.push({ id: recoveryId, role: 'director', active: true, keeper: true, coverage: noCoverage, boxPublic: roll.recovery.boxPublic, signPublic: roll.recovery.signPublic });
  return { all, of: (name) => all.filter((one) => one.active && (one.keeper || entitles(one, name))) };
}

interface KeyRow { readonly place: string; readonly officer: string }
const rowsByPlace = (state: State): Map<string, KeyRow[]> => Map.groupBy(state.registry.prepare<[], KeyRow>('SELECT place, officer FROM holding_key ORDER BY place, officer').all(), ({ place }) => place);

/**
 * Brings the sealed keys into line with the grants of today, for keys that this officer has: sealed to those who are to hold them,
 * taken from everybody else. Holdings of which a key was taken are due to be encrypted anew. Inside the caller's transaction.
 */
export function settleKeys(state: State, holders: Holders = holdersToday(state)): void {
  const rows = rowsByPlace(state);
  for (const [name, { place }] of ownKeys(state)) {
    const wanted = new Map(holders.of(name).map((one) => [one.id, one]));
    if (!wanted.has(state.officer.id)) continue;
    const having = new Set((rows.get(place) ?? []).map(({ officer }) => officer));
    for (const member of wanted.values()) if (!having.has(member.id)) sealBoth(state, name, place, member);
    for (const officer of having) if (!wanted.has(officer)) takeKey(state, place, officer);
  }
  settleScopes(state, holders);
}

function sealBoth(state: State, name: string, place: string, member: Member): void {
  const key = ownKeys(state).get(name)?.key;
  const next = isOfRegistry(name) ? undefined : nextKeyOf(state, name, place);
  const keys: readonly [KeyTable, Uint8Array | undefined][] = [['holding_key', key], ['holding_rekey', next]];
  for (const [table, one] of keys) if (one !== undefined) sealKey(state, table, { name, place, key: one }, member);
  if (next !== undefined) state.suite.secrets.erase(next);
}

/** Takes a key away and has the holding encrypted anew. The keys of the registry stay what they are, see the decision record on re-keying. */
function takeKey(state: State, place: string, officer: string): void {
  for (const table of ['holding_key', 'holding_rekey']) state.registry.prepare(`DELETE FROM ${table} WHERE place = ? AND officer = ?`).run(place, officer);
  if (!isOfRegistry(place)) state.registry.prepare('INSERT OR IGNORE INTO rekey_due (place) VALUES (?)').run(place);
}

/**
 * Takes from an official every key that he is no longer to hold: at once, and where the signer has no key himself, and cannot know what a
 * place is called, whatever lies there; who has that key gives it back where a grant stands. Throws `lastKey` rather than leave a place
 * that nobody can open.
 */
export function takeKeysOf(state: State, officer: string, holders: Holders = holdersToday(state)): void {
  const names = new Map([...ownKeys(state)].map(([name, { place }]) => [place, name]));
  for (const [place, rows] of rowsByPlace(state)) {
    const name = names.get(place) ?? (isOfRegistry(place) ? place : undefined);
    if (!rows.some((row) => row.officer === officer) || (name !== undefined && holders.of(name).some(({ id }) => id === officer))) continue;
    if (rows.filter((row) => row.officer !== recoveryId).length === 1) throw new VaultError('lastKey', `officer ${officer}`);
    takeKey(state, place, officer);
  }
  settleScopes(state, holders);
}

/** Takes every key from somebody who holds them no more, and forgets what he was given. Inside a transaction. */
export function takeEverything(state: State, holder: string): void {
  const places = state.registry.prepare<[string], { place: string }>('SELECT place FROM holding_key WHERE officer = ?').all(holder);
  for (const { place } of places) takeKey(state, place, holder);
  state.registry.prepare('DELETE FROM key_scope WHERE officer = ?').run(holder);
}

/** Seals the keys of this state, which is the recovery's, to everybody who is to hold them, takes them from everybody else and then from the recovery. Inside a transaction. */
export function handOver(state: State): void {
  const { all, of } = holdersToday(state);
  const own: Holder = { ...state.officer, active: true, keeper: true, coverage: noCoverage, boxPublic: '', signPublic: '' };
  settleKeys(state, { all, of: (name) => [...of(name), own] });
  takeEverything(state, state.officer.id);
}

/** As `scope` of the contract, and possibly of no body at all: the Centre's own holdings lie in every scope. */
const keptScopes = z.array(z.strictObject({ bodies: z.union([z.literal('all'), z.array(bodyCode)]), degree: scope.shape.degree }));

/** Within these scopes the official was given every key there is, and whoever makes a holding gives him its key. */
function settledScopes(state: State, officer: string): readonly Scope[] {
  const row = state.registry.prepare<[string], { scopes: string }>('SELECT scopes FROM key_scope WHERE officer = ?').get(officer);
  return row === undefined ? [] : keptScopes.parse(JSON.parse(row.scopes));
}

function keepScopes(state: State, officer: string, scopes: readonly Scope[]): void {
  state.registry.prepare('INSERT OR REPLACE INTO key_scope (officer, scopes) VALUES (?, ?)').run(officer, JSON.stringify(scopes));
}

/** The first director has every key that will ever be made, since he makes the first. */
export const foundScopes = (state: State): void => keepScopes(state, state.officer.id, everything);

/** Inside a transaction that seals a new key to everybody who is to hold it. Narrows to what each is to hold today; adds what this officer, who has just sealed his keys to them, was given himself. */
export function settleScopes(state: State, { all }: Holders): void {
  const own = settledScopes(state, state.officer.id);
  for (const { id, keeper, coverage } of all) keepScopes(state, id, narrowed(joined(settledScopes(state, id), own), keeper ? everything : coverage.parts));
}

/** Throws `keyNotGiven` when such a holding may exist without this officer having been given its key: a second one of the same name must never be made. */
export function requireSettled(state: State, name: string): void {
  if (!covers({ until: null, parts: settledScopes(state, state.officer.id) }, name)) throw new VaultError('keyNotGiven', `holding ${name}`);
}
