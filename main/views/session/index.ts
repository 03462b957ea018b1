import type { Answer } from '#app/contract/index.ts';
import type { Handler, House, HouseHandler } from '../../context.ts';
import { inspectVault } from '../../vault/header-copies.ts';
import { VaultError } from '../../vault/errors.ts';
import { officersOf } from '../../vault/queries/officers.ts';
import { clockFloor, lastUnlockBefore } from '../../vault/queries/journal.ts';
import { idleMinutes } from '../../session.ts';
import { damage } from './damage.ts';

type Status = Answer<'session.status'>;

/** What anyone may know of the vault before it is opened: that it is there, whose logins it has, what is wrong with it. */
function outside({ session }: House): Pick<Status, 'vault' | 'trouble' | 'demonstration' | 'logins' | 'keyFileLogins' | 'header'> {
  const chosen = session.demonstrationChosen();
  try {
    const seen = inspectVault(session.folder());
    if (seen === undefined) return { vault: 'missing', trouble: null, demonstration: chosen, logins: [], keyFileLogins: [], header: null };
    return { vault: 'locked', trouble: null, demonstration: seen.demonstration, logins: [...seen.logins], keyFileLogins: [...seen.keyFileLogins], header: seen.flaw === undefined ? null : { ...seen.flaw, mended: false } };
  } catch (error) {
    const { code, place, stands } = error instanceof VaultError ? error : { code: 'internal', place: session.folder(), stands: [] };
    return { vault: 'damaged', trouble: { code, place, stands: [...stands] }, demonstration: chosen, logins: [], keyFileLogins: [], header: null };
  }
}

const status: HouseHandler<'session.status'> = (_, house) => {
  const { session, clock, machine } = house;
  const vault = session.vault();
  const now = clock.now();
  const common = { now, idleMinutes, version: machine.version };
  if (vault === undefined) return { ...outside(house), ...common, officer: null, clockSetBack: null, weaklySealed: false, reading: null, lastUnlock: null };
  const lastAct = clockFloor(vault.registry);
  return {
    ...outside(house), ...common, vault: 'open', officer: vault.identity.officer,
    clockSetBack: lastAct !== undefined && now < lastAct ? { now, lastAct } : null,
    weaklySealed: vault.weaklySealed(),
    reading: vault.reading === undefined ? null : { code: vault.reading.code, place: vault.reading.place },
    header: vault.headerFlaw() ?? null,
    lastUnlock: lastUnlockBefore(vault.registry) ?? null,
  };
};

const officers: Handler<'officers.list'> = (_, { vault }) => [...officersOf(vault.registry)];

export const sessionViews = { 'session.status': status };
export const officersViews = { 'officers.list': officers, 'vault.damage': damage };
