import { keyMade, keySettled } from '#app/access/acts.ts';
import { covers, highestCovered } from '#app/access/grant.ts';
import type { HoldingName, NewAct } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import { holdingName } from './act-body.ts';
import { VaultError, type Standing } from './errors.ts';
import { fingerprintOf, requireVouched, type KeyBook } from './key-book.ts';
import { coverageOf, dateOfAct, rollOf, type Member } from './roll.ts';
import { secretBytes } from './secrets.ts';
import { guard, type State } from './state.ts';
import { unhex } from './suite.ts';

const stands: readonly Standing[] = ['registry', 'journal', 'otherHoldings'];

/** The name under which the key of the blind index is sealed to those who have content: no holding is called so. */
export const matchingKeyName = '*matching';
/** The seed of the Centre's own package keys, sealed to the same officers. It outlives a change of any other key: bodies keep the public halves in their directories. */
export const centreKeyName = '*centre';
/** The secret half of the journal's key, and the key of its index: the director's and the security officer's (Art. 11). */
export const journalKeyName = '*journal';
export const journalIndexKeyName = '*journalIndex';

const journalKeys: ReadonlySet<string> = new Set([journalKeyName, journalIndexKeyName]);

/** What is no holding's key: one for the whole registry, never made anew. */
export const isOfRegistry = (name: string): boolean => name.startsWith('*');

/** Whether a role and a coverage entitle to a key: the journal's by role, a holding's by its body and degree, the others by any grant at all. */
export function entitles({ role, coverage }: Pick<Member, 'role'> & Pick<State, 'coverage'>, name: string): boolean {
  if (journalKeys.has(name)) return role === 'director' || role === 'security';
  return isOfRegistry(name) ? highestCovered(coverage) !== null : covers(coverage, name);
}

/** Whether acts of this officer may concern a holding of that name, by the grants of today alone: said without looking whether there is one, so that a refusal tells nothing. */
export const mayHold = (state: State, name: string): boolean => entitles({ role: state.officer.role, coverage: state.coverage }, name);

/** Throws `outsideScope`, before it is known whether such a holding exists. */
export function requireScope(state: State, name: HoldingName): void {
  if (!mayHold(state, name)) throw new VaultError('outsideScope', `holding ${name}`);
}

/** A key of this officer: where it lies in the registry, and the key itself until the lock. */
export interface OwnKey {
  /** Folder of a holding; the name itself of any other key. */
  readonly place: string;
  readonly key: Uint8Array;
}

/**
 * Every key sealed to this officer, by its name. What a holding is called stands inside what is sealed: without a key of it the
 * registry tells of a holding no more than that there is a folder. Throws `damaged`.
 */
export function ownKeys(state: State): Map<string, OwnKey> {
  guard(state);
  return state.ring ??= openAll(state);
}

/** `holding_rekey` holds the next key of a holding while it is being encrypted anew. */
export type KeyTable = 'holding_key' | 'holding_rekey';

interface NamedKey extends OwnKey {
  readonly name: string;
}

/** Two places of one name: the later of them was made by nobody who could open the first. */
function openAll(state: State): Map<string, OwnKey> {
  const rows = state.registry.prepare<[string], { place: string; sealed: Uint8Array }>('SELECT place, sealed FROM holding_key WHERE officer = ?').all(state.officer.id);
  const opened = rows.map(({ place, sealed }) => openKey(state, place, sealed)).toSorted((a, b) => a.begin - b.begin);
  const ring = new Map<string, OwnKey>();
  for (const { name, place, key } of opened) {
    if (ring.has(name)) throw damagedKey(place);
    ring.set(name, { place, key });
  }
  return ring;
}

const damagedKey = (place: string): VaultError => new VaultError('damaged', `registry.db key ${place}`, { stands });

/** What signed acts say of keys; read once, and again when this session has added to it. */
const bookOf = (state: State): KeyBook => state.book ??= rollOf(state).book;

/** Bytes of a key; behind them stands, sealed with them, the name that it goes by. */
const keyBytes = 32;

function openKey(state: State, place: string, sealed: Uint8Array): NamedKey & { readonly begin: number } {
  const { suite } = state;
  const plain = suite.openFrom(state.keys.box.secretKey, sealed);
  if (plain === undefined || plain.length <= keyBytes) throw damagedKey(place);
  const [key, name] = [suite.copyOf(plain.subarray(0, keyBytes)), new TextDecoder().decode(plain.subarray(keyBytes))];
  suite.secrets.erase(plain);
  try {
    return { name, place, key, begin: requireVouched(bookOf(state), name, place, fingerprintOf(state.suite, state.header.vaultId, { name, place, key })) };
  } catch (error) {
    suite.secrets.erase(key);
    throw error;
  }
}

/** The next key of a holding, when it is being encrypted anew and that key was sealed to this officer. The caller wipes it. Throws `damaged`. */
export function nextKeyOf(state: State, name: string, place: string): Uint8Array | undefined {
  const row = state.registry.prepare<[string, string], { sealed: Uint8Array }>('SELECT sealed FROM holding_rekey WHERE place = ? AND officer = ?').get(place, state.officer.id);
  if (row === undefined) return undefined;
  const next = openKey(state, place, row.sealed);
  if (next.name === name) return next.key;
  state.suite.secrets.erase(next.key);
  throw damagedKey(place);
}

/**
 * The act that vouches for a fresh key of a holding, `after` another or as its first. Throws `outsideScope` when it would not be believed: grants
 * count for it by the latest day that the journal knows, also under a clock set back.
 */
export function vouchFor(state: State, fresh: NamedKey, after: OwnKey | null): NewAct {
  const { suite, header: { vaultId } } = state;
  if (!covers(coverageOf(rollOf(state), state.officer.id, dateOfAct(state)), fresh.name)) throw new VaultError('outsideScope', `holding ${fresh.name}`);
  const before = after === null ? null : fingerprintOf(suite, vaultId, { name: fresh.name, ...after });
  return actOf(keyMade, null, { fingerprint: fingerprintOf(suite, vaultId, fresh), after: before }, []);
}

/** The act that ends every key that came before this one. */
export const settledBy = (state: State, key: NamedKey): NewAct => actOf(keySettled, null, { fingerprint: fingerprintOf(state.suite, state.header.vaultId, key) }, []);

/** Key of a holding, or one of the others, as sealed to this officer; undefined when none was, or when no grant entitles to it today. The caller wipes it. */
export const keyOf = (state: State, name: string): Uint8Array | undefined => (mayHold(state, name) ? copied(state, ownKeys(state).get(name)?.key) : undefined);
const copied = ({ suite }: State, key: Uint8Array | undefined): Uint8Array | undefined => (key === undefined ? undefined : suite.copyOf(key));

/** Seals a key to an officer, with the name that it goes by. In the caller's transaction. */
export function sealKey(state: State, table: KeyTable, { name, place, key }: NamedKey, officer: { id: string; boxPublic: string }): void {
  const nameBytes = new TextEncoder().encode(name);
  const plain = secretBytes(keyBytes + nameBytes.length);
  plain.set(key);
  plain.set(nameBytes, keyBytes);
  state.registry.prepare(`INSERT OR REPLACE INTO ${table} (place, officer, sealed) VALUES (?, ?, ?)`).run(place, officer.id, Buffer.from(state.suite.sealTo(unhex(officer.boxPublic), plain)));
  plain.fill(0);
}

/** Seals one of this officer's keys to another officer, or to himself; in the caller's transaction. Throws `forbidden` for a key that he does not have. */
export function sealKeyTo(state: State, name: string, officer: { id: string; boxPublic: string }): void {
  const own = ownKeys(state).get(name);
  if (own === undefined) throw new VaultError('forbidden', `key ${name}`);
  sealKey(state, 'holding_key', { name, ...own }, officer);
}

/** Names of holdings that this officer has a key of and may open today, opened or only reserved. */
export const holdingNames = (state: State): HoldingName[] =>
  [...ownKeys(state).keys()].filter((name) => !isOfRegistry(name) && mayHold(state, name)).toSorted().map((name) => holdingName.parse(name));

/** Opened anew at the next use. */
export function wipeRing(state: State): void {
  for (const { key } of state.ring?.values() ?? []) state.suite.secrets.erase(key);
  state.ring?.clear();
}
