import { VaultError } from './errors.ts';
import { keyOf, matchingKeyName } from './holdings.ts';
import { guard, type State } from './state.ts';

/** A key that never leaves the vault: what it can do is all that is given out. After `lock` it throws `locked`. */
export interface DerivedKey {
  seal(plain: Uint8Array): Uint8Array;
  /** undefined when it was sealed by another key or altered. */
  open(sealed: Uint8Array): Uint8Array | undefined;
  /** 32 bytes. */
  hmac(data: string | Uint8Array): Uint8Array;
}

/**
 * `officer`: of this officer alone (drafts). `vault`: one for all whose role is given content (the blind index of
 * similarity); throws `forbidden` for the others. Labels keep purposes apart.
 */
export function derive(state: State, scope: 'officer' | 'vault', label: string): DerivedKey {
  guard(state);
  const root = scope === 'officer' ? state.keys.box.secretKey.slice() : keyOf(state, matchingKeyName);
  if (root === undefined) throw new VaultError('forbidden', `key ${label}`);
  const key = state.suite.hkdf(root, state.header.vaultId, `grif-1/${scope}/${label}`);
  root.fill(0);
  state.stop.signal.addEventListener('abort', () => key.fill(0), { once: true });
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
