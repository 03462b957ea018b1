import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import type { VolumeIdentity } from '#main/media/volume.ts';
import { volumeSince } from '#main/media/volume.ts';
import { secretMoved } from '#main/vault/secrets.ts';
import { planBody } from './body-plan.ts';
import { compare } from './compare.ts';
import type { PackageContents, PackageLabel } from './contents.ts';
import { systemDisk } from './disk.ts';
import type { NewFile, PackageDisk } from './disk.ts';
import { encodeHeader, maxSealedKeys } from './header.ts';
import { fingerprintOf, sealKey } from './keys.ts';
import type { SignKeys } from './keys.ts';
import { preflight } from './preflight.ts';
import type { Target } from './preflight.ts';
import { prefixLength } from './prefix.ts';
import { sealInto } from './seal.ts';
import type { Sealed } from './seal.ts';
import { WriteFault, nameFault } from './write-state.ts';
import type { Remains, WriteEnd, WriteState, Written } from './write-state.ts';

export interface PackageOrder {
  readonly label: PackageLabel;
  readonly contents: PackageContents;
  readonly senderKeys: SignKeys;
  /**
   * nacl.box public keys that can open it, 1 to 16: those of the one addressee body, and the sender's own if
   * it is to read its copy. Two bodies never share a package: each would learn of the other (R7.5).
   */
  readonly addresseeKeys: readonly Uint8Array[];
  readonly folder: string;
  /** Where the vault lies; a package on the same disk is refused unless `allowVaultDisk`, and in this folder always. */
  readonly vaultFolder?: string | undefined;
  readonly allowVaultDisk?: boolean | undefined;
  readonly onState?: ((state: WriteState) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Where the work stands, so that what is unfinished can be taken away again. */
interface Progress {
  folder: string;
  volume: VolumeIdentity | undefined;
  file: NewFile | undefined;
  /** The file on the medium that is not yet a package. */
  partial: string | undefined;
}

/**
 * Seals, writes, flushes, reads back and compares; only then is the package written. Never throws for what
 * can go wrong with contents or medium: the answer says what it was and what remains on the medium.
 */
export async function writePackage(order: PackageOrder, disk: PackageDisk = systemDisk): Promise<WriteEnd> {
  const progress: Progress = { folder: order.folder, volume: undefined, file: undefined, partial: undefined };
  const contentKey = secretMoved(randomBytes(32));
  let end: WriteEnd;
  try {
    end = await writeSteps(order, contentKey, progress, disk);
  } catch (error) {
    const fault = await nameFault(error, progress.folder, progress.volume, disk);
    const path = progress.partial ?? null;
    const remains = await clear(progress, disk);
    const left = remains === 'left' ? path : null;
    end = order.signal?.aborted && !(error instanceof WriteFault)
      ? { state: 'cancelled', remains, path: left }
      : { state: 'failed', code: fault.code, place: fault.place, remains, path: left };
  } finally {
    contentKey.fill(0);
  }
  order.onState?.(end);
  return end;
}

async function writeSteps(order: PackageOrder, contentKey: Uint8Array, progress: Progress, disk: PackageDisk): Promise<Written> {
  const { label, signal } = order;
  const tell = (state: WriteState) => {
    signal?.throwIfAborted();
    order.onState?.(state);
  };
  tell({ state: 'preflight' });
  checkKeys(order);
  const plan = planBody(label, order.contents);
  const header = encodeHeader(label, order.addresseeKeys.map((key) => sealKey(contentKey, key)));
  const head = { header, senderFingerprint: fingerprintOf(order.senderKeys.publicKey), contentKey };
  const target = await preflight(plan, prefixLength + header.length, order, disk);
  Object.assign(progress, { folder: target.folder, volume: target.volume });

  tell({ state: 'sealing', bytes: 0, of: target.bodyBytes });
  const temporary = join(target.folder, `.${basename(target.path)}.${randomBytes(4).toString('hex')}.part`);
  const file = await disk.create(temporary);
  Object.assign(progress, { file, partial: temporary });
  const onSealed = (bytes: number) => tell({ state: 'sealing', bytes, of: target.bodyBytes });
  const sealed = await sealInto(file, plan, head, order.senderKeys, { onBytes: onSealed, signal });

  tell({ state: 'flushing' });
  await flush(file, order, progress);
  await place(temporary, target, progress, disk);

  tell({ state: 'readingBack', bytes: 0, of: sealed.bodyBytes });
  const { direct, chunks } = await disk.readBack(target.path);
  const onRead = (bytes: number) => tell({ state: 'readingBack', bytes, of: sealed.bodyBytes });
  await compare(chunks, sealed, head, label, { onBytes: onRead, signal });
  await sameMedium(target, disk);
  signal?.throwIfAborted();
  return written(target, sealed, prefixLength + header.length, direct);
}

/** An empty set of addressees must never come to mean everybody: it is refused. */
function checkKeys(order: PackageOrder): void {
  const keys = order.addresseeKeys;
  if (keys.length === 0 || keys.length > maxSealedKeys || keys.some((key) => key.length !== 32)) {
    throw new WriteFault('noAddressee', 'addresseeKeys');
  }
  if (order.senderKeys.publicKey.length !== 32 || order.senderKeys.secretKey.length !== 64) {
    throw new TypeError('sender keys are a nacl.sign pair');
  }
}

async function flush(file: NewFile, order: PackageOrder, progress: Progress): Promise<void> {
  // The file's times would tell the minute (R7.5); the day stands on the label.
  await file.date(new Date(`${order.label.date}T00:00:00Z`));
  await file.sync();
  progress.file = undefined;
  await file.close();
}

async function place(temporary: string, target: Target, progress: Progress, disk: PackageDisk): Promise<void> {
  await sameMedium(target, disk);
  if (await disk.exists(target.path)) throw new WriteFault('exists', 'package');
  await disk.rename(temporary, target.path);
  progress.partial = target.path;
  await disk.syncFolder(target.folder);
  await sameMedium(target, disk);
}

async function sameMedium(target: Target, disk: PackageDisk): Promise<void> {
  const now = await volumeSince(target.volume, target.folder, (path) => disk.identify(path));
  if (now !== 'same') throw new WriteFault(now, 'medium');
}

function written(target: Target, sealed: Sealed, headBytes: number, direct: boolean): Written {
  return {
    state: 'written',
    path: target.path,
    digest: sealed.digest.toString('hex'),
    bytes: headBytes + sealed.bodyBytes,
    files: [...sealed.sums].map(([path, sum]) => ({ path, ...sum })),
    readBackFrom: direct ? 'device' : 'cache',
  };
}

/** Takes the unfinished file away. Only a file known to be gone from the same medium counts as removed. */
async function clear(progress: Progress, disk: PackageDisk): Promise<Remains> {
  await progress.file?.close().catch(() => undefined);
  const { partial, volume, folder } = progress;
  if (partial === undefined || volume === undefined) return 'none';
  const now = await volumeSince(volume, folder, (path) => disk.identify(path));
  if (now !== 'same') return 'left';
  try {
    await disk.remove(partial);
    if (await disk.exists(partial)) return 'left';
    await disk.syncFolder(folder);
    return 'removed';
  } catch {
    return 'left';
  }
}
