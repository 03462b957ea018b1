import type { Handler } from '../../context.ts';
import { found, no } from '../../refused.ts';
import { clockFloor } from '../../vault/queries/journal.ts';
import { officersOf } from '../../vault/queries/officers.ts';
import { weakness } from './passphrase.ts';

/** An account for an official of the Centre, with the keys of its role and no others (Art. 10, 11). */
export const enrol: Handler<'officers.enrol'> = async ({ login, name, role, passphrase }, { vault }) => {
  const weak = vault.identity.demonstration ? null : weakness(passphrase, [login, name]);
  if (weak !== null) no('session.weakPassphrase', { why: weak });
  return { officerId: await vault.enrol({ login, name, role, passphrase }) };
};

/** Closes an account; its acts stay (Art. 11). */
export const disable: Handler<'officers.disable'> = ({ officerId, reason }, { vault }) => {
  found(officersOf(vault.registry).find((one) => one.id === officerId && one.state === 'active'), 'officer.notFound');
  if (officerId === vault.identity.officer.id) no('officer.self');
  vault.disable(officerId, reason);
  return {};
};

export const changePassphrase: Handler<'session.changePassphrase'> = async ({ old, new: next }, { vault }) => {
  const { login, name } = vault.identity.officer;
  const weak = vault.identity.demonstration ? null : weakness(next, [login, name]);
  if (weak !== null) no('session.weakPassphrase', { why: weak });
  await vault.changePassphrase(old, next);
  return {};
};

/** The director's word that the clock was wrong before and is right now; the acts made meanwhile keep their time (R14.8). */
export const acceptClock: Handler<'session.acceptClock'> = ({ reason }, { vault, clock }) => {
  const last = clockFloor(vault.registry);
  const now = clock.now();
  if (last === undefined || now >= last) no('session.clockNotSetBack');
  vault.commit([{ kind: 'clock.accepted', result: 'done', subject: null, open: { now, last, reason }, held: [] }]);
  return {};
};
