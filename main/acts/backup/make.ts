import { backupProven, backupRemoved, backupScheduled, backupWritten } from '#app/backup/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import type { Context, Handler } from '../../context.ts';
import type { Job } from '../../jobs.ts';
import { found, no } from '../../refused.ts';
import { backupsOf, lastProven } from '../../vault/queries/backups.ts';
import type { Proof } from '../../vault/vault.ts';
import { mediumAt } from './media.ts';
import { onItsMedium } from './trouble.ts';

const run = ({ signal, progress }: Job) => ({ signal, onProgress: (stage: Parameters<Job['progress']>[0], done: number, of: number) => progress(stage, done, of) });

/** An officer who watches a long backup is at work: the idle lock would end it. */
function staysAwake({ session }: Context, { signal, progress }: Job): Job {
  return {
    signal,
    progress(stage, done, total) {
      session.touch();
      progress(stage, done, total);
    },
  };
}

const provenAct = ({ generation, medium, head, stores, opened }: Proof) => actOf(backupProven, medium, { generation, medium, seq: head.seq, head: head.hash, stores, opened }, []);

/** Written, read back, opened, compared, and only then proven (Art. 12). */
export const makeBackup: Handler<'backup.make'> = async ({ jobId, folder }, context) => {
  const { vault, jobs } = context;
  const medium = await mediumAt(folder, context);
  return jobs.run(jobId, (plain) => onItsMedium(async () => {
    const job = staysAwake(context, plain);
    const taken = [...backupsOf(vault.registry).map(({ generation }) => generation), ...vault.backup.generations(folder)];
    const generation = Math.max(0, ...taken) + 1;
    const made = await vault.backup.write({ ...run(job), folder, medium: medium.id, generation });
    const { head, files, bytes, freshBytes: written } = made;
    vault.commit([actOf(backupWritten, medium.id, { generation, medium: medium.id, seq: head.seq, head: head.hash, files, bytes, written }, [])]);
    const proof = await made.prove(run(job));
    vault.commit([provenAct(proof)]);
    return { generation, number: medium.number, head, files, bytes, written, stores: proof.stores, opened: proof.opened };
  }));
};

/** A backup that the journal knows. */
function known({ vault }: Context, medium: string, generation: number) {
  return found(backupsOf(vault.registry).find((one) => one.generation === generation && one.medium === medium && one.removedAt === null), 'backup.generationNotFound', { generation });
}

export const proveBackup: Handler<'backup.prove'> = async ({ jobId, folder, generation }, context) => {
  const { vault, jobs } = context;
  const medium = await mediumAt(folder, context);
  known(context, medium.id, generation);
  const proof = await jobs.run(jobId, (job) => onItsMedium(() => vault.backup.prove({ ...run(staysAwake(context, job)), folder, generation })));
  vault.commit([provenAct(proof)]);
  return { generation, head: proof.head, stores: proof.stores, opened: proof.opened };
};

export const removeBackup: Handler<'backup.remove'> = async ({ folder, generation, reason }, context) => {
  const { vault } = context;
  const medium = await mediumAt(folder, context);
  const { provenAt } = known(context, medium.id, generation);
  if (provenAt !== null && lastProven(vault.registry)?.generation === generation) no('backup.lastProven', { generation });
  // The act first: a generation that is gone without a word would be a loss, one that a cut left lying is removed at the second try.
  vault.commit([actOf(backupRemoved, medium.id, { generation, medium: medium.id, reason }, [])]);
  return onItsMedium(() => vault.backup.remove(folder, generation));
};

export const schedule: Handler<'backup.schedule'> = ({ everyDays }, { vault }) => {
  vault.commit([actOf(backupScheduled, null, { everyDays }, [])]);
  return {};
};
