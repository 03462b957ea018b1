import { createHash } from 'node:crypto';
import { constants, existsSync, renameSync } from 'node:fs';
import { lstat, open, rename, rm, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { HoldingName } from '#app/journal/act.ts';
import { asVaultError, naming, VaultError } from './errors.ts';
import { bulkBytes, openInThreads, sealInThreads } from './bulk.ts';
import { forgetStaged, keepStaged, partialOf, placeOf, stagedFiles, stagingFolder, type KeyedFile } from './file-places.ts';
import { flushesBehind, writeBytes } from './flush-behind.ts';
import { FrameError, frameBytes, openStream, prefixBytes, sealedLength, sealStream } from './frames.ts';
import { openHolding } from './holdings.ts';
import { guard, guardWriting, type State } from './state.ts';
import { syncFolder } from './durable.ts';
import { freshId } from './suite.ts';

/** 2 GiB. */
export const largestFile = 2 * 1024 ** 3;
/** Left free on the disk beside a file that is taken in: the act that names it must still fit. */
const reserveBytes = 8 * 1024 * 1024;

/** First bytes of a sealed file. */
export const fileMagic = Buffer.from('GRIFFL01');

export interface StagedFile {
  readonly fileId: string;
  /** Of the file itself, in bytes. */
  readonly size: number;
  /** Of the file itself, lower-case hex. */
  readonly sha256: string;
}

export interface StageOptions {
  readonly onProgress?: ((bytes: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface VaultFiles {
  /**
   * Streams a file into the vault, sealed under a key of its own, and keeps it beside the officer's drafts until a commit
   * adopts it. Throws `missing`, `permission`, `notAFile` (links and devices too), `tooLarge`, `changed` (while it was read),
   * `noSpace`, `cancelled`, `locked`.
   */
  stage(path: string, options?: StageOptions): Promise<StagedFile>;
  /** The same for bytes that come from elsewhere, of a size known beforehand; what `source` throws is thrown on. Throws `tooLarge`, `changed` (not of that size), `noSpace`, `cancelled`, `locked`. */
  stageStream(source: AsyncIterable<Uint8Array>, size: number, options?: StageOptions): Promise<StagedFile>;
  staged(): readonly StagedFile[];
  /** Throws `noSuchFile`. */
  discard(fileId: string): void;
  /**
   * Frames of a file of a holding as they are authenticated, each good until the next is asked for; whether it is the file that the act named is
   * known at the end. Throws `noSuchFile`, `forbidden`, `damaged`, `locked`.
   */
  read(holding: HoldingName, fileId: string): AsyncIterable<Uint8Array>;
}

const headerOf = (state: State, fileId: string): Uint8Array => new TextEncoder().encode(`grif-1/file/${state.header.vaultId}/${fileId}`);

export function vaultFiles(state: State): VaultFiles {
  return {
    stage: (path, options = {}) => stage(state, (target, sealing) => sealFile(state, path, target, sealing), options),
    stageStream: (source, size, options = {}) => stage(state, (target, sealing) => sealBytes(state, source, size, target, sealing), options),
    staged() {
      guard(state);
      return stagedFiles(state).map(({ fileId, key, size, sha256 }) => {
        state.suite.secrets.erase(key);
        return { fileId, size, sha256 };
      });
    },
    discard: (fileId) => discard(state, fileId),
    read: (holding, fileId) => readFile(state, holding, fileId),
  };
}

interface Sealing {
  readonly fileId: string;
  readonly key: Uint8Array;
  readonly signal: AbortSignal;
  readonly onProgress: StageOptions['onProgress'];
}

interface Sealed {
  readonly size: number;
  readonly sha256: string;
}

async function stage(state: State, seal: (target: string, sealing: Sealing) => Promise<Sealed>, { onProgress, signal }: StageOptions): Promise<StagedFile> {
  guardWriting(state);
  const stop = AbortSignal.any(signal === undefined ? [state.stop.signal] : [state.stop.signal, signal]);
  const fileId = freshId(state.suite.random);
  const target = join(stagingFolder(state), fileId);
  const key = state.suite.freshKey();
  let kept = false;
  try {
    const sealed = await seal(partialOf(target), { fileId, key, signal: stop, onProgress });
    guard(state);
    // The row first: a file under its own name is never swept.
    keepStaged(state, { fileId, key, ...sealed });
    kept = true;
    await rename(partialOf(target), target);
    syncFolder(stagingFolder(state));
    return { fileId, ...sealed };
  } catch (error) {
    // With its row it is whole, and gets its name at the next unlocking.
    if (!kept) await rm(partialOf(target), { force: true }).catch(() => undefined);
    if (state.locked) throw new VaultError('locked', 'vault', { cause: error });
    if (signal?.aborted === true) throw new VaultError('cancelled', 'file', { cause: error });
    throw asVaultError(error, 'staging');
  } finally {
    state.suite.secrets.erase(key);
  }
}

async function sealFile(state: State, path: string, target: string, sealing: Sealing): Promise<Sealed> {
  const source = await openSource(path);
  try {
    const found = await source.stat();
    if (!found.isFile()) throw new VaultError('notAFile', 'file');
    const sealed = found.size < bulkBytes ? await sealBytes(state, readAhead(source), found.size, target, sealing) : await sealBulk(state, source, found.size, target, sealing);
    if ((await source.stat()).mtimeMs !== found.mtimeMs) throw new VaultError('changed', 'file');
    return sealed;
  } finally {
    await source.close();
  }
}

/** Two buffers by turns: the next part is read while one is sealed. Each is good until the one after it is asked for. */
async function* readAhead(source: FileHandle): AsyncGenerator<Uint8Array> {
  let [current, spare] = [Buffer.alloc(frameBytes), Buffer.alloc(frameBytes)];
  let reading = source.read(current, 0, frameBytes, null);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      reading = source.read(spare, 0, frameBytes, null);
      yield current.subarray(0, bytesRead);
      [current, spare] = [spare, current];
    }
  } finally {
    await reading.catch(() => undefined);
    current.fill(0);
    spare.fill(0);
  }
}

async function sealBytes(state: State, source: AsyncIterable<Uint8Array>, expected: number, target: string, { fileId, key, signal, onProgress }: Sealing): Promise<Sealed> {
  await requireRoom(state, expected);
  const digest = createHash('sha256');
  let size = 0;
  const body = (async function* () {
    for await (const bytes of source) {
      signal.throwIfAborted();
      size += bytes.length;
      if (size > expected) throw new VaultError('changed', 'file');
      digest.update(bytes);
      yield bytes;
    }
  })();
  const sink = await open(target, 'wx', 0o600);
  try {
    await sink.write(fileMagic);
    await sealStream(body, { write: (bytes) => writeAll(sink, bytes) }, {
      key, header: headerOf(state, fileId), random: state.suite.random, signal, onProgress: (bytes) => onProgress?.(bytes, expected),
    });
    await sink.sync();
  } finally {
    await sink.close();
  }
  if (size !== expected) throw new VaultError('changed', 'file');
  syncFolder(stagingFolder(state));
  return { size, sha256: digest.digest('hex') };
}

/** A long file, off this thread. */
async function sealBulk(state: State, source: FileHandle, size: number, target: string, { fileId, key, signal, onProgress }: Sealing): Promise<Sealed> {
  await requireRoom(state, size);
  const prefix = state.suite.random(prefixBytes);
  const sink = await open(target, 'wx', 0o600);
  try {
    await writeAll(sink, Buffer.concat([fileMagic, prefix]));
    const flushing = flushesBehind(sink);
    let sha256: string;
    try {
      sha256 = await sealInThreads({
        from: source.fd, to: sink.fd, at: fileMagic.length + prefixBytes, size, key, prefix, header: headerOf(state, fileId), signal,
        onBytes(bytes) {
          flushing.written(bytes);
          onProgress?.(bytes, size);
        },
      });
    } finally {
      await flushing.settled();
    }
    await flushing.end();
    return { size, sha256 };
  } finally {
    await sink.close();
    syncFolder(stagingFolder(state));
  }
}

async function requireRoom(state: State, size: number): Promise<void> {
  if (size > largestFile) throw new VaultError('tooLarge', 'file');
  const disk = await statfs(stagingFolder(state));
  if (disk.bavail * disk.bsize < sealedLength(size) + reserveBytes) throw new VaultError('noSpace', 'staging');
}

async function writeAll(sink: Pick<FileHandle, 'write'>, bytes: Uint8Array): Promise<void> {
  let at = 0;
  while (at < bytes.length) at += (await sink.write(bytes, at, Math.min(writeBytes, bytes.length - at))).bytesWritten;
}

/** A link is not followed: what it points to is not what the officer chose. Without waiting on a pipe. */
async function openSource(path: string) {
  try {
    // Windows has no flag for it.
    if (process.platform === 'win32' && (await lstat(path)).isSymbolicLink()) throw new VaultError('notAFile', 'file');
    return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'ENXIO')) throw new VaultError('notAFile', 'file', { cause: error });
    throw asVaultError(error, 'file');
  }
}

function discard(state: State, fileId: string): void {
  guardWriting(state);
  const [file] = stagedFiles(state, fileId);
  if (file === undefined) throw new VaultError('noSuchFile', fileId);
  state.suite.secrets.erase(file.key);
  const path = join(stagingFolder(state), fileId);
  naming('staging', () => { if (existsSync(path)) renameSync(path, partialOf(path)); });
  forgetStaged(state, fileId);
  // Without the row nobody has its key any more; a file that cannot be removed now is swept at the next unlock.
  void rm(partialOf(path), { force: true }).catch(() => undefined);
}

export async function* readFile(state: State, holding: HoldingName, fileId: string): AsyncGenerator<Uint8Array> {
  guard(state);
  const place = `holding ${holding} file ${fileId}`;
  const opened = openHolding(state, holding);
  if (opened === undefined) throw new VaultError('forbidden', place);
  const row = opened.db.prepare<[string], { key: Uint8Array; size: number; sha256: string }>('SELECT key, size, sha256 FROM file WHERE id = ?').get(fileId);
  if (row === undefined) throw new VaultError('noSuchFile', place);
  const key = state.suite.copyOf(row.key);
  row.key.fill(0);
  yield* readSealed(state, placeOf(state, opened, fileId), place, { ...row, fileId, key });
}

/** Reads a file of this officer's that no material has taken yet. Wipes its key. */
export const readStaged = (state: State, file: KeyedFile): AsyncGenerator<Uint8Array> => readSealed(state, join(stagingFolder(state), file.fileId), `staging file ${file.fileId}`, file);

async function* readSealed(state: State, path: string, place: string, { key, size, sha256, fileId }: KeyedFile): AsyncGenerator<Uint8Array> {
  const damaged = (cause?: unknown) => new VaultError('damaged', place, { stands: ['registry', 'journal', 'holdings'], cause });
  const digest = createHash('sha256');
  try {
    const source = await open(path, 'r');
    try {
      const magic = Buffer.alloc(fileMagic.length);
      await source.read(magic, 0, magic.length, 0);
      if (!magic.equals(fileMagic)) throw damaged();
      if (size >= bulkBytes) {
        if ((yield* openBulk(state, source, key, fileId)) !== sha256) throw damaged();
        return;
      }
      const body = source.createReadStream({ start: fileMagic.length, highWaterMark: frameBytes, autoClose: false });
      for await (const plain of openStream(body, { key, header: headerOf(state, fileId), signal: state.stop.signal })) {
        guard(state);
        digest.update(plain);
        yield plain;
      }
    } finally {
      await source.close();
    }
    if (digest.digest('hex') !== sha256) throw damaged();
  } catch (error) {
    if (state.locked) throw new VaultError('locked', 'vault', { cause: error });
    throw error instanceof FrameError ? damaged(error) : asVaultError(error, place);
  } finally {
    state.suite.secrets.erase(key);
  }
}

async function* openBulk(state: State, source: FileHandle, key: Uint8Array, fileId: string): AsyncGenerator<Uint8Array, string> {
  const prefix = Buffer.alloc(prefixBytes);
  await source.read(prefix, 0, prefixBytes, fileMagic.length);
  const at = fileMagic.length + prefixBytes;
  const frames = openInThreads({ from: source.fd, key, prefix, header: headerOf(state, fileId), signal: state.stop.signal, at, length: (await source.stat()).size - at });
  try {
    for (;;) {
      const { done, value } = await frames.next();
      if (done === true) return value;
      guard(state);
      yield value;
    }
  } finally {
    // Also where the reader stops before the end: the threads end with it.
    await frames.return('');
  }
}
