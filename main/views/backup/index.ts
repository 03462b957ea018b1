import { backupAge, defaultEveryDays, type BackupAge } from '#app/backup/due.ts';
import { today } from '../../clock.ts';
import type { Context, Handler } from '../../context.ts';
import { listMedia } from '../../media/media.ts';
import { VaultError } from '../../vault/errors.ts';
import { backupsOf, everyDays, lastProven, mediaOf } from '../../vault/queries/backups.ts';

/** How old the last backup is that was proven and whose medium is there (Art. 12). */
export function ageOf({ vault, clock }: Pick<Context, 'vault' | 'clock'>): BackupAge & { readonly everyDays: number } {
  const days = everyDays(vault.registry) ?? defaultEveryDays;
  return { ...backupAge(lastProven(vault.registry)?.at ?? null, today(clock), days), everyDays: days };
}

/** Looked for at the top of each removable medium; one registered in a folder of it is named by its officer. */
async function plugged({ vault }: Context): Promise<{ medium: string; folder: string }[]> {
  const { media } = await listMedia();
  return media.flatMap(({ folder }) => {
    try {
      const mark = vault.backup.marked(folder);
      return mark === undefined ? [] : [{ medium: mark.medium, folder }];
    } catch (error) {
      // A mark that cannot be read is no mark; the officer is told when the medium is used.
      if (error instanceof VaultError && error.code !== 'locked') return [];
      throw error;
    }
  });
}

const status: Handler<'backup.status'> = async (_, context) => {
  const { registry } = context.vault;
  const media = mediaOf(registry);
  return {
    ...ageOf(context), scheduled: everyDays(registry) !== undefined,
    plugged: await plugged(context),
    media: media.map(({ present, ...medium }) => ({ ...medium, present: present === 1 })),
    generations: backupsOf(registry).map((one) => ({ ...one, number: media.find(({ id }) => id === one.medium)?.number ?? '' })),
  };
};

export const backupViews = { 'backup.status': status };
