import { VaultError } from './errors.ts';
import { keyOf, matchingKeyName, mayHold } from './holding-keys.ts';
import { guard, type DerivedKey, type State } from './state.ts';

export type { DerivedKey } from './state.ts';

/**
 * `officer`: of this officer alone (drafts). `vault`: one for all whose role is given content (the blind index of
 * similarity); throws `forbidden` for the others. Labels keep purposes apart.
 */
export function derive(state: State, scope: 'officer' | 'vault', label: string): DerivedKey {
  guard(state);
  const name = `${scope}/${label}`;
  const made = state.derived.get(name) ?? make(state, scope, name);
  state.derived.set(name, made);
  return made;
}

function make(state: State, scope: 'officer' | 'vault', name: string): DerivedKey {
  const root = scope === 'officer' ? state.suite.copyOf(state.keys.box.secretKey) : keyOf(state, matchingKeyName);
  if (root === undefined) throw new VaultError(mayHold(state, matchingKeyName) ? 'keyNotGiven' : 'forbidden', `key ${name}`);
  const key = state.suite.hkdf(root, state.header.vaultId, `grif-1/${name}`);
  state.suite.secrets.erase(root);
  const guarded = <T>(use: () => T): T => {
    guard(state);
    return use();
  };
  return {
    seal: (plain) => guarded(() => state.suite.seal(key, plain)),
    open: (sealed) => guarded(() => state.suite.open(key, sealed)),
    hmac: (data) => guarded(() => state.suite.hmac(key, data)),
  };
}
