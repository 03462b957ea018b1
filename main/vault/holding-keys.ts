import { z } from 'zod';
import { covers, highestCovered } from '#app/access/grant.ts';
import type { HoldingName } from '#app/journal/act.ts';
import { holdingName } from './act-body.ts';
import { canonical } from './canonical.ts';
import { VaultError, type Standing } from './errors.ts';
import type { Member } from './roll.ts';
import { guard, type State } from './state.ts';
import { base64, unbase64, unhex } from './suite.ts';

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

const sealedKey = z.strictObject({ name: z.string(), key: z.base64() });

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

function openAll(state: State): Map<string, OwnKey> {
  const rows = state.registry.prepare<[string], { place: string; sealed: Uint8Array }>('SELECT place, sealed FROM holding_key WHERE officer = ?').all(state.officer.id);
  return new Map(rows.map(({ place, sealed }) => {
    const { name, key } = openKey(state, place, sealed);
    return [name, { place, key }] as const;
  }));
}

function openKey(state: State, place: string, sealed: Uint8Array): { name: string; key: Uint8Array } {
  const plain = state.suite.openFrom(state.keys.box.secretKey, new Uint8Array(sealed));
  if (plain === undefined) throw new VaultError('damaged', `registry.db key ${place}`, { stands });
  const { name, key } = sealedKey.parse(JSON.parse(new TextDecoder().decode(plain)));
  plain.fill(0);
  return { name, key: unbase64(key) };
}

/** The next key of a place, when it is being encrypted anew and that key was sealed to this officer. The caller wipes it. */
export function nextKeyOf(state: State, place: string): Uint8Array | undefined {
  const row = state.registry.prepare<[string, string], { sealed: Uint8Array }>('SELECT sealed FROM holding_rekey WHERE place = ? AND officer = ?').get(place, state.officer.id);
  return row === undefined ? undefined : openKey(state, place, row.sealed).key;
}

/** Key of a holding, or one of the others, as sealed to this officer; undefined when none was, or when no grant entitles to it today. The caller wipes it. */
export const keyOf = (state: State, name: string): Uint8Array | undefined => (mayHold(state, name) ? ownKeys(state).get(name)?.key.slice() : undefined);

/** Seals a key to an officer, with the name that it goes by. In the caller's transaction. */
export function sealKey(state: State, table: KeyTable, { name, place, key }: OwnKey & { readonly name: string }, officer: { id: string; boxPublic: string }): void {
  const plain = new TextEncoder().encode(canonical({ key: base64(key), name }));
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

export function wipeRing(state: State): void {
  for (const { key } of state.ring?.values() ?? []) key.fill(0);
  state.ring?.clear();
}
