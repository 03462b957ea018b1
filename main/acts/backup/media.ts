import { mediumChecked, mediumRegistered, mediumWithdrawn } from '#app/backup/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import type { Context, Handler } from '../../context.ts';
import { volumeIdentity } from '../../media/volume.ts';
import { found, no } from '../../refused.ts';
import { mediaOf, type StoredMedium } from '../../vault/queries/backups.ts';
import { refuseUnfitFolder } from '../exchange/write-refusals.ts';
import { onItsMedium } from './trouble.ts';

/** A medium for backups is a carrier: it bears a number before anything is written to it (Art. 10, 12). */
export const registerMedium: Handler<'backup.registerMedium'> = async ({ folder, number, description, place }, context) => {
  const { vault, session, newId } = context;
  await refuseUnfitFolder({ folder, vaultFolder: session.folder() });
  if (mediaOf(vault.registry).some((one) => one.number === number)) no('backup.numberTaken', { number });
  const id = newId();
  const { uuid } = await volumeIdentity(folder);
  const act = actOf(mediumRegistered, id, { id, number, description, place, serial: uuid }, []);
  // The mark first: a medium without an act is registered anew under another number, an act without a medium would be a carrier that nobody has.
  await onItsMedium(() => vault.backup.mark(folder, { id, number }));
  vault.commit([act]);
  return { mediumId: id };
};

const mediumOf = ({ vault }: Context, mediumId: string): StoredMedium =>
  found(mediaOf(vault.registry).find(({ id, withdrawn }) => id === mediumId && withdrawn === null), 'backup.mediumNotFound');

export const checkMedium: Handler<'backup.checkMedium'> = ({ mediumId, present, place }, context) => {
  mediumOf(context, mediumId);
  context.vault.commit([actOf(mediumChecked, mediumId, { id: mediumId, present, place }, [])]);
  return {};
};

export const withdrawMedium: Handler<'backup.withdrawMedium'> = ({ mediumId, reason }, context) => {
  mediumOf(context, mediumId);
  context.vault.commit([actOf(mediumWithdrawn, mediumId, { id: mediumId, reason }, [])]);
  return {};
};

/** The registered medium that this folder is on. */
export async function mediumAt(folder: string, { vault, session }: Context): Promise<StoredMedium> {
  await refuseUnfitFolder({ folder, vaultFolder: session.folder() });
  const mark = await onItsMedium(() => vault.backup.marked(folder));
  const medium = found(mediaOf(vault.registry).find(({ id }) => id === mark?.medium), 'backup.notAMedium', { folder });
  if (medium.withdrawn !== null) no('backup.mediumWithdrawn', { number: medium.number });
  return medium;
}
