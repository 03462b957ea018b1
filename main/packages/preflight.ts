import { isAbsolute, join } from 'node:path';
import { fileNameProblem } from '#app/exchange/file-name.ts';
import { sealedLength } from '#main/vault/frames.ts';
import type { VolumeIdentity } from '#main/media/volume.ts';
import { sha256Hex } from './bag.ts';
import type { BodyPlan } from './body-plan.ts';
import type { PackageDisk } from './disk.ts';
import { packageLimits } from './prefix.ts';
import { WriteFault } from './write-state.ts';

export interface Target {
  /** Real path of the folder. */
  readonly folder: string;
  readonly path: string;
  readonly volume: VolumeIdentity;
  /** Length of the sealed body. */
  readonly bodyBytes: number;
}

/**
 * Name of a package's file: its number, which stands on the label anyway, and nothing else (R7.5). Signs that
 * some file system does not take become `_`, and then a sum before it keeps two numbers apart.
 */
export function packageFileName(number: string): string {
  const plain = number.replaceAll('/', '_');
  const safe = plain.replaceAll(/[^A-Za-z0-9._-]/gu, '_');
  const asItIs = safe === plain && fileNameProblem(`${safe}.grifpkg`) === null;
  return `${asItIs ? '' : `${sha256Hex(number).slice(0, 8)}-`}${safe}.grifpkg`;
}

export interface TargetFolder {
  readonly folder: string;
  /** Where the vault lies: what is written into it would be swept away with what the vault does not know, so this is refused always. */
  readonly vaultFolder?: string | undefined;
  /** Whether another folder of the vault's disk will do. */
  readonly allowVaultDisk?: boolean | undefined;
}

/** The folder alone, which can be judged before anything is prepared: answers its real path. Throws WriteFault, or the system's error. */
export async function checkFolder({ folder, vaultFolder, allowVaultDisk }: TargetFolder, disk: PackageDisk): Promise<string> {
  // A relative one would lie wherever the program was started from.
  if (!isAbsolute(folder)) throw new WriteFault('noFolder', 'folder');
  const at = await disk.folder(folder);
  if (at.kind === 'symlink') throw new WriteFault('symlink', 'folder');
  if (at.kind === 'other') throw new WriteFault('noFolder', 'folder');
  if (vaultFolder !== undefined && (await disk.liesIn(at.path, vaultFolder))) throw new WriteFault('vaultFolder', 'folder');
  if (vaultFolder !== undefined && allowVaultDisk !== true && (await disk.onOneVolume(at.path, vaultFolder))) throw new WriteFault('vaultDisk', 'folder');
  return at.path;
}

/** Looks at the target before a byte is written. Throws WriteFault, or the system's error. */
export async function preflight(
  plan: BodyPlan,
  headBytes: number,
  target: TargetFolder,
  disk: PackageDisk,
): Promise<Target> {
  const bodyBytes = sealedLength(plan.plainBytes);
  const whole = headBytes + bodyBytes;
  if (whole > packageLimits.packageBytes) throw new WriteFault('tooLarge', 'package');
  const folder = await checkFolder(target, disk);
  const volume = await disk.identify(folder);
  if (whole > (await disk.maxFileBytes(folder))) throw new WriteFault('fileTooLong', 'package');
  // A block for the folder's own entry is left over.
  if (whole + 64 * 1024 > (await disk.freeBytes(folder))) throw new WriteFault('full', 'folder');
  const path = join(folder, packageFileName(plan.label.number));
  if (await disk.exists(path)) throw new WriteFault('exists', 'package');
  return { folder, path, volume, bodyBytes };
}
