import type { Parsed } from '#app/contract/index.ts';
import { refuse } from '#app/contract/refusals.ts';
import { fileNameProblem } from '#app/exchange/file-name.ts';
import type { MaterialRecord } from '#app/materials/acts.ts';
import type { Context, Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';

/** The staged files that a draft names, under the names that the sender gave them; nothing is taken over that was not streamed in whole. */
export function stagedAttachments(named: Parsed<'materials.register'>['attachments'], { vault }: Context): MaterialRecord['attachments'] {
  refuseIfAny(named.flatMap(({ name }, index) => {
    const problem = fileNameProblem(name);
    return problem === null ? [] : [refuse('attachment.badName', { path: `attachments.${index}.name`, problem })];
  }));
  // What the first line takes is no longer there for the second.
  const earlier = new Set<string>();
  refuseIfAny(named.flatMap(({ fileId }, index) => {
    if (earlier.has(fileId)) return [refuse('attachment.notFound', { path: `attachments.${index}.fileId` })];
    earlier.add(fileId);
    return [];
  }));
  const all = vault.files.staged();
  return named.map(({ fileId, name }) => {
    const staged = found(all.find((one) => one.fileId === fileId), 'attachment.notFound');
    return { fileId, name, size: staged.size, sha256: staged.sha256 };
  });
}

/** Streams the file that the officer chose into the vault, sealed as it is read (Art. 11). */
export const stageAttachment: Handler<'attachments.stage'> = async ({ fileToken, name, jobId }, { vault, machine, jobs }) => {
  const problem = fileNameProblem(name);
  if (problem !== null) no('attachment.badName', { path: 'name', problem });
  const path = found(await machine.shell?.pathOf(fileToken), 'attachment.noPath');
  return jobs.run(jobId, ({ progress, signal }) => vault.files.stage(path, { signal, onProgress: (done, total) => progress('sealing', done, total) }));
};

export const discardAttachment: Handler<'attachments.discard'> = ({ fileId }, { vault }) => {
  vault.files.discard(fileId);
  return {};
};
