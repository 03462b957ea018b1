import { z } from 'zod';
import { contentRoles, type Role } from '#app/access/roles.ts';
import type { HoldingName } from '#app/journal/act.ts';
import { holdingName } from './act-body.ts';
import { canonical } from './canonical.ts';
import { VaultError, type Standing } from './errors.ts';
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
const journalRoles: readonly Role[] = ['director', 'security'];

/** Whether a role is given a key at all: the journal's to those who read it, everything else to those who have content. */
export const isForRole = (name: string, role: Role): boolean => (journalKeys.has(name) ? journalRoles : contentRoles).includes(role);

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

function openAll(state: State): Map<string, OwnKey> {
  const rows = state.registry.prepare<[string], { place: string; sealed: Uint8Array }>('SELECT place, sealed FROM holding_key WHERE officer = ?').all(state.officer.id);
  return new Map(rows.map(({ place, sealed }) => {
    const plain = state.suite.openFrom(state.keys.box.secretKey, new Uint8Array(sealed));
    if (plain === undefined) throw new VaultError('damaged', `registry.db key ${place}`, { stands });
    const { name, key } = sealedKey.parse(JSON.parse(new TextDecoder().decode(plain)));
    plain.fill(0);
    return [name, { place, key: unbase64(key) }] as const;
  }));
}

/** Key of a holding, or one of the others, as sealed to this officer; undefined when none was. The caller wipes it. */
export const keyOf = (state: State, name: string): Uint8Array | undefined => ownKeys(state).get(name)?.key.slice();

/** Seals one of this officer's keys to another officer, or to himself; in the caller's transaction. Throws `forbidden` for a key that he does not have. */
export function sealKeyTo(state: State, name: string, officer: { id: string; boxPublic: string }): void {
  const own = ownKeys(state).get(name);
  if (own === undefined) throw new VaultError('forbidden', `key ${name}`);
  const plain = new TextEncoder().encode(canonical({ key: base64(own.key), name }));
  state.registry.prepare('INSERT OR REPLACE INTO holding_key (place, officer, sealed) VALUES (?, ?, ?)').run(own.place, officer.id, Buffer.from(state.suite.sealTo(unhex(officer.boxPublic), plain)));
  plain.fill(0);
}

/** Whether this officer may hold a holding of that name, by role and scope alone: said without looking whether there is one, so that a refusal tells nothing. */
export const mayHold = (state: State, _name: HoldingName): boolean => contentRoles.includes(state.officer.role);

/** Names of holdings of which this officer has a key, opened or only reserved. */
export const holdingNames = (state: State): HoldingName[] => [...ownKeys(state).keys()].filter((name) => !name.startsWith('*')).toSorted().map((name) => holdingName.parse(name));

export interface ContentOfficer {
  readonly id: string;
  readonly boxPublic: string;
}

/** Active officers whose role is given content, with the public keys that the journal vouches for. */
export function contentOfficers(state: State): readonly ContentOfficer[] {
  return state.registry.prepare<[], { id: string; role: string; boxPublic: string }>("SELECT id, role, box_public AS boxPublic FROM officer WHERE state = 'active'").all()
    .filter(({ role }) => contentRoles.some((one) => one === role));
}

export function wipeRing(state: State): void {
  for (const { key } of state.ring?.values() ?? []) key.fill(0);
  state.ring?.clear();
}
