import { refuse, type Refusal } from '#app/contract/refusals.ts';
import { today } from '../../clock.ts';
import type { HouseHandler } from '../../context.ts';
import { keyFolders } from '../../media/key-folders.ts';
import { no, refuseIfAny, Refused } from '../../refused.ts';
import { asOfSecond } from '../../second.ts';
import { VaultError } from '../../vault/errors.ts';
import { inspectVault, readHeader } from '../../vault/header-copies.ts';
import { openRecovery, recoveryIn, SheetsRefused, type SheetTrouble } from '../../vault/vault.ts';
import { requireStrong } from '../session/passphrase.ts';

const look: HouseHandler<'recovery.look'> = (_, { session }) => {
  const folder = session.folder();
  if (inspectVault(folder) === undefined) no('vault.missing', { place: folder });
  const found = recoveryIn(readHeader(folder).header);
  return { arranged: found === undefined ? null : { id: found.id, threshold: found.threshold, of: found.shares.length } };
};

/** A new account of the director by his share holders' sheets (Art. 10, 12). He unlocks with it afterwards, as every day. */
const open: HouseHandler<'recovery.open'> = async ({ sheets, replaces, login, name, passphrase, order, clearance, second, reason }, { session, machine, clock }) => {
  if (session.vault() !== undefined) no('session.mustLock');
  const folder = session.folder();
  const inspected = inspectVault(folder) ?? no('vault.missing', { place: folder });
  await requireStrong(passphrase, { login, name }, inspected.demonstration);
  const date = today(clock);
  refuseIfAny([
    ...(clearance.to < date ? [refuse('clearance.expired', { date: clearance.to }, { missing: 'clearanceCertificate', supplier: { kind: 'body' } })] : []),
    ...(order.date > date ? [refuse('date.inFuture', { date: order.date })] : []),
  ]);
  const present = second === null ? null : { ...second, keyFolders: await keyFolders(second.keyFolder) };
  try {
    const { holders } = await openRecovery(folder, {
      sheets, replaces, director: { login, name, passphrase }, appointment: { order, clearance: { ...clearance, degree: 'UPPER', from: date } }, second: present, reason,
      clock, random: machine.random, workstation: machine.workstation, ...(machine.kdf === undefined ? {} : { kdf: machine.kdf }),
    });
    return { officer: { login, name }, holders: [...holders] };
  } catch (error) {
    if (error instanceof SheetsRefused) throw refusedFor(error.troubles);
    if (error instanceof VaultError && error.code === 'missing' && error.place === 'recovery') no('recovery.none');
    if (error instanceof VaultError && error.code === 'forbidden' && error.place === 'replaces') no('recovery.notDirector', { login: replaces });
    throw second === null ? error : asOfSecond(error, second.login, clock);
  }
};

const codes = { mixed: 'recovery.mixedSheet', otherVault: 'recovery.otherVault', replaced: 'recovery.replacedSheet', twice: 'recovery.sheetTwice', wrong: 'recovery.wrongShare' } as const;

function refusalOf(trouble: SheetTrouble): Refusal {
  if (trouble.what === 'few') return refuse('recovery.tooFew', { given: trouble.given, threshold: trouble.threshold });
  if (trouble.what === 'line') return refuse('recovery.badLine', { sheet: trouble.sheet, line: trouble.line, path: `sheets.${trouble.sheet - 1}.${trouble.line - 1}` });
  return refuse(codes[trouble.what], { sheet: trouble.sheet, path: `sheets.${trouble.sheet - 1}.0` });
}

function refusedFor(troubles: readonly SheetTrouble[]): Refused {
  const [first, ...rest] = troubles.map(refusalOf);
  return new Refused([first ?? refuse('recovery.none'), ...rest]);
}

export const openRecoveryActs = { 'recovery.look': look, 'recovery.open': open };
