import type { GrantState } from './grant.ts';
import { isContentRole, type Role } from './roles.ts';

const ended: ReadonlySet<GrantState> = new Set(['expired', 'clearanceExpired', 'revoked']);

/**
 * Whether an official had access to content once and has none now (Art. 10). Holdings are encrypted anew after him; the keys of the Centre's packages and of the search for similar
 * material are not, and he may have kept them: what follows is the director's to decide.
 */
export function mayHaveKeptKeys({ role, state }: { readonly role: Role; readonly state: 'active' | 'disabled' }, grants: readonly { readonly state: GrantState }[]): boolean {
  if (!isContentRole(role)) return false;
  if (state === 'disabled') return grants.some((grant) => grant.state === 'inForce' || ended.has(grant.state));
  return grants.some((grant) => ended.has(grant.state)) && !grants.some((grant) => grant.state === 'inForce');
}
