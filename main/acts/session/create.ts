import { mkdirSync } from 'node:fs';
import annex1 from '#assets/reference/annex1.json' with { type: 'json' };
import { annex1Recorded, bodyRecorded } from '#app/agreement/acts.ts';
import { annex1File, statesFile } from '#app/agreement/reference.ts';
import states from '#assets/reference/states.json' with { type: 'json' };
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { House, HouseHandler } from '../../context.ts';
import { refuse } from '#app/contract/refusals.ts';
import { no, refuseIfAny } from '../../refused.ts';
import { inspectVault } from '../../vault/header-copies.ts';
import { createVault, type OpenVault } from '../../vault/vault.ts';
import { requireStrong } from './passphrase.ts';

/** What every vault begins with: the table of Annex 1 as signed, and the Centre itself (Art. 9). All else comes with a document. */
function seed(vault: OpenVault, house: House): void {
  const date = today(house.clock);
  const { centre } = statesFile.parse(states);
  const { versions } = annex1File.parse(annex1);
  vault.commit([
    ...versions.map((version) => actOf(annex1Recorded, null, version, [])),
    actOf(bodyRecorded, null, {
      code: 'CENTRE', state: 'CENTRE', kind: 'centre', names: centre.short, listedFrom: date, listedTo: null,
      notifyingLetter: { number: '-', date, channel: '-' }, channels: [], successor: null, document: 'vault',
    }, []),
  ]);
}

/** Sets up the officer's own vault with its director's account (Art. 10). Never over one that is there. */
export const create: HouseHandler<'vault.create'> = async ({ login, name, passphrase, order, clearance }, house) => {
  const { session, machine, clock } = house;
  if (session.vault() !== undefined) no('session.mustLock');
  session.choose('own');
  const folder = session.folder();
  if (inspectVault(folder) !== undefined) no('vault.exists', { place: folder });
  await requireStrong(passphrase, { login, name }, machine.makesDemonstration === true);
  const date = today(clock);
  refuseIfAny([
    ...(clearance.to < date ? [refuse('clearance.expired', { date: clearance.to }, { missing: 'clearanceCertificate', supplier: { kind: 'body' } })] : []),
    ...(order.date > date ? [refuse('date.inFuture', { date: order.date })] : []),
  ]);
  mkdirSync(machine.dataFolder, { recursive: true, mode: 0o700 });
  const vault = await createVault(folder, {
    director: { login, name, passphrase }, appointment: { order, clearance: { ...clearance, degree: 'UPPER', from: date } }, demonstration: machine.makesDemonstration === true, clock, random: machine.random, workstation: machine.workstation,
    ...(machine.kdf === undefined ? {} : { kdf: machine.kdf }),
  });
  session.opened(vault);
  seed(vault, house);
  return { officer: vault.identity.officer };
};

export { seed };
