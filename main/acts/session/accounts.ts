import { mayKeepAccountsOf } from '#app/access/roles.ts';
import type { Handler } from '../../context.ts';
import { keyFolders } from '../../media/key-folders.ts';
import { found, no } from '../../refused.ts';
import { clockFloor } from '../../vault/queries/journal.ts';
import { officersOf } from '../../vault/queries/officers.ts';
import { rekeyInBackground } from '../access/rekey.ts';
import { raise } from '../incidents/suspicions.ts';
import { requireStrong } from './passphrase.ts';

/** An account for an official of the Centre. No key of content comes with it: those follow a grant (Art. 10). */
export const enrol: Handler<'officers.enrol'> = async ({ login, name, role, passphrase }, { vault }) => {
  if (!mayKeepAccountsOf(vault.identity.officer.role, role)) no('officer.roleNotYours', { role });
  await requireStrong(passphrase, { login, name }, vault.identity.demonstration);
  return { officerId: await vault.enrol({ login, name, role, passphrase }) };
};

/** Closes an account; its acts stay (Art. 11), its keys are taken away. */
export const disable: Handler<'officers.disable'> = ({ officerId, reason }, context) => {
  const { vault } = context;
  const { role } = found(officersOf(vault.registry).find((one) => one.id === officerId && one.state === 'active'), 'officer.notFound');
  if (officerId === vault.identity.officer.id) no('officer.self');
  if (!mayKeepAccountsOf(vault.identity.officer.role, role)) no('officer.roleNotYours', { role });
  vault.disable(officerId, reason);
  rekeyInBackground(context);
  return {};
};

export const changePassphrase: Handler<'session.changePassphrase'> = async ({ old, new: next, keyFolder, keyFile }, { vault }) => {
  await requireStrong(next, vault.identity.officer, vault.identity.demonstration);
  return { keyFile: await vault.changePassphrase(old, next, { keyFolders: await keyFolders(keyFolder), keyFile }) };
};

/** The director's word that the clock was wrong before and is right now; the acts made meanwhile keep their time (R14.8). */
export const acceptClock: Handler<'session.acceptClock'> = ({ reason }, { vault, clock, newId }) => {
  const last = clockFloor(vault.registry);
  const now = clock.now();
  if (last === undefined || now >= last) no('session.clockNotSetBack');
  vault.commit([{ kind: 'clock.accepted', result: 'done', subject: null, open: { now, last, reason }, held: [] }]);
  // The clock is accepted, whoever may write of it into the Centre's holding.
  raise({ vault, newId }, { holding: 'CENTRE/LOWER', cause: 'clockSetBack', about: `${last} → ${now}` });
  return {};
};
