import { deputyEnded, deputyRecorded, grantIssued, grantRevoked } from '#app/access/acts.ts';
import { deputyOf, maySignGrant } from '#app/access/authority.ts';
import type { Grant, PaperDocument } from '#app/access/grant.ts';
import { actOf } from '#app/journal/kind.ts';
import { commit, requireSpace } from './commit.ts';
import { VaultError } from './errors.ts';
import { wipeRing } from './holding-keys.ts';
import { holdersToday, settleKeys, takeKeysOf } from './key-settling.ts';
import { coverageOf, dayOf, rollOf } from './roll.ts';
import { guard, type State } from './state.ts';
import { freshId } from './suite.ts';

export type NewGrant = Omit<Grant, 'id' | 'revoked'>;

/** Throws `forbidden` unless this officer signs grants today; answers the record by which he replaces the director, null for the director. */
function requireAuthority(state: State, official: string): string | null {
  guard(state);
  const { deputies } = rollOf(state);
  const day = dayOf(state);
  if (!maySignGrant(state.officer, deputies, day, official)) throw new VaultError('forbidden', 'grants');
  return state.officer.role === 'director' ? null : (deputyOf(state.officer, deputies, day)?.id ?? null);
}

/** The founding grant, a part of the act that founds the vault: the director is appointed by an order and cleared by a certificate like everybody else (Art. 10). */
export const foundingGrant = (id: string, grant: NewGrant) => ({ id, ...grantParts(grant), deputy: null });

const grantParts = ({ officer, clearance, scope, from, to, document }: NewGrant) => ({
  officer, clearance: { ...clearance }, scope: { bodies: scope.bodies === 'all' ? 'all' as const : [...scope.bodies], degree: scope.degree }, from, to, document: { ...document },
});

/** Signs a grant; keys that this officer has are sealed to the official at once, the others when somebody who has them is here. Answers its id. */
export function issueGrant(state: State, grant: NewGrant): string {
  const deputy = requireAuthority(state, grant.officer);
  requireSpace(state);
  const id = freshId(state.suite.random);
  commit(state, [actOf(grantIssued, grant.officer, { id, ...grantParts(grant), deputy }, [])], {}, () => settle(state));
  return id;
}

/** A grant of one's own counts at once. */
function settle(state: State): void {
  const roll = rollOf(state);
  state.coverage = coverageOf(roll, state.officer.id, dayOf(state));
  settleKeys(state, holdersToday(state, roll));
}

/** Takes a grant back at once, and with it every key that no other grant covers. Throws `lastKey` when nobody else could open a holding any more. */
export function revokeGrant(state: State, grantId: string, { reason, document }: { reason: string; document: PaperDocument }): void {
  guard(state);
  const standing = rollOf(state).grants.find(({ id }) => id === grantId);
  if (standing === undefined || standing.revoked) throw new VaultError('forbidden', 'grants');
  const { officer } = standing;
  const deputy = requireAuthority(state, officer);
  commit(state, [actOf(grantRevoked, officer, { id: grantId, officer, reason, document, deputy }, [])], {}, () => {
    takeKeysOf(state, officer);
  });
  if (officer === state.officer.id) giveUp(state);
}

/** What the officer has just revoked of his own is out of reach at once. */
function giveUp(state: State): void {
  wipeRing(state);
  state.ring = undefined;
  state.coverage = coverageOf(rollOf(state), state.officer.id, dayOf(state));
}

function requireDirector(state: State): void {
  guard(state);
  if (state.officer.role !== 'director') throw new VaultError('forbidden', 'grants');
}

export interface NewDeputy {
  readonly officer: string;
  readonly from: string;
  readonly to: string;
  readonly document: PaperDocument;
}

export function recordDeputy(state: State, { officer, from, to, document }: NewDeputy): string {
  requireDirector(state);
  requireSpace(state);
  const id = freshId(state.suite.random);
  commit(state, [actOf(deputyRecorded, officer, { id, officer, from, to, document }, [])]);
  return id;
}

export function endDeputy(state: State, deputyId: string, reason: string): void {
  requireDirector(state);
  commit(state, [actOf(deputyEnded, deputyId, { id: deputyId, reason }, [])]);
}
