import type { Role } from '#app/access/roles.ts';
import { accountOf, openAccount, type Proof } from './account.ts';
import { attemptsOf } from './attempts.ts';
import { commit } from './commit.ts';
import { VaultError } from './errors.ts';
import type { Hand } from './journal.ts';
import { wipe } from './keyring.ts';
import { toldAttempts } from './officers.ts';
import { rollOf } from './roll.ts';
import { holdHand } from './second-hand.ts';
import { guard, guardWriting, type State } from './state.ts';

/**
 * Runs a command of two persons (Art. 10, 12): the second officer is proven as at the door, waits and counts included; every act that `work`
 * commits bears both signatures, and nothing that runs beside it does. Their keys are wiped at once afterwards, however it ends, and on lock.
 * Throws `forbidden` (place `samePerson`, or `second` for one whom the journal does not know as at work in one of `roles`), and
 * what proving an account throws, with their login as place.
 */
export async function together<T>(state: State, proof: Proof, roles: readonly Role[], work: () => Promise<T> | T): Promise<T> {
  guardWriting(state);
  const account = accountOf(state.header, proof.login);
  if (account.id === state.officer.id) throw new VaultError('forbidden', 'samePerson');
  const keys = await openAccount({ ...state, vaultId: state.header.vaultId }, account, proof);
  const forget = (): void => wipe(keys);
  state.stop.signal.addEventListener('abort', forget, { once: true });
  try {
    guard(state);
    const member = rollOf(state).members.get(account.id);
    const isKnown = member?.active === true && member.boxPublic === account.boxPublic && member.signPublic === account.signPublic;
    if (!isKnown || !roles.includes(member.role)) throw new VaultError('forbidden', 'second');
    commit(state, toldAttempts(state));
    attemptsOf(state.folder).told(account.login);
    const hand: Hand = { officer: account.id, secretKey: keys.sign.secretKey };
    return await holdHand(state.header.vaultId, hand, async () => work());
  } finally {
    state.stop.signal.removeEventListener('abort', forget);
    forget();
  }
}
