import { refuse, type Refusal, type RefusalCode } from '#app/contract/refusals.ts';
import { systemDisk } from '../../packages/disk.ts';
import { checkFolder, type TargetFolder } from '../../packages/preflight.ts';
import { nameFault, type WriteEnd, type WriteFailure } from '../../packages/write-state.ts';
import { Refused } from '../../refused.ts';

const codes: Readonly<Record<WriteFailure, RefusalCode>> = {
  full: 'media.full', readOnly: 'media.readOnly', unplugged: 'media.unplugged', swapped: 'media.swapped', permission: 'media.permission', io: 'media.io',
  noFolder: 'media.missing', symlink: 'media.symlink', vaultFolder: 'media.vaultFolder', vaultDisk: 'media.vaultDisk', exists: 'media.exists', fileTooLong: 'package.tooLarge', tooLarge: 'package.tooLarge',
  noAddressee: 'body.noKeys', contents: 'package.schema', contentUnreadable: 'attachment.damaged', contentChanged: 'attachment.damaged', readBackDiffers: 'media.compareFailed',
};

/** Refuses a folder that cannot take a package, before a number is spent on it or a paper made. */
export async function refuseUnfitFolder(target: TargetFolder): Promise<void> {
  try {
    await checkFolder(target, systemDisk);
  } catch (error) {
    const fault = await nameFault(error, target.folder, undefined, systemDisk);
    throw new Refused([refuse(codes[fault.code], { place: fault.place, remains: 'none' })]);
  }
}

/** Why a package was not written, and whether an unfinished file still lies on the medium: `none`, `removed` or `left`. */
export function refusalOfEnd(end: Exclude<WriteEnd, { state: 'written' }>): Refusal {
  if (end.state === 'cancelled') return refuse('job.cancelled', { remains: end.remains });
  return refuse(codes[end.code], { place: end.place, remains: end.remains });
}
