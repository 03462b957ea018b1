import { constants, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { PackageError } from './error.ts';

const chunkBytes = 1024 * 1024;

/**
 * Opens a package for reading. No link is followed and nothing but a regular file is taken: on a medium from
 * elsewhere the name may be a link into the vault, or a pipe that never ends. Throws PackageError.
 */
export async function openForReading(path: string): Promise<{ handle: FileHandle; bytes: number }> {
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const loop = error instanceof Error && 'code' in error && error.code === 'ELOOP';
    throw new PackageError(loop ? 'hostilePath' : 'unreadable', 'file', { cause: error });
  }
  const at = await handle.stat();
  if (!at.isFile()) {
    await handle.close();
    throw new PackageError('notAPackage', 'file');
  }
  return { handle, bytes: at.size };
}

/** Exactly `length` bytes from `start`, or fewer where the file ends. */
export async function readPart(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let have = 0;
  while (have < length) {
    const { bytesRead } = await handle.read(bytes, have, length - have, start + have);
    if (bytesRead === 0) break;
    have += bytesRead;
  }
  return bytes.subarray(0, have);
}

/**
 * A part of the file, piece by piece; each piece is good until the next is asked for.
 * Throws PackageError `truncated` when the file has become shorter.
 */
export async function* readRange(handle: FileHandle, start: number, length: number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(chunkBytes, Math.max(length, 1)));
  for (let at = 0; at < length; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, length - at), start + at);
    if (bytesRead === 0) throw new PackageError('truncated', 'body');
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/**
 * A whole file as the medium gives it back. `direct` says that the system's cache was passed by: on Linux
 * by O_DIRECT, which wants memory aligned to the device's blocks. Node has no aligned allocation, but the
 * memory of a WebAssembly instance begins on a page. Where the file system has no direct reading (tmpfs of
 * older kernels, some FUSE) and on Windows the bytes may come from the cache, after they were flushed.
 */
export async function readBack(path: string): Promise<{ direct: boolean; chunks: AsyncIterable<Uint8Array> }> {
  const direct = await openDirect(path);
  const handle = direct ?? (await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)));
  return { direct: direct !== undefined, chunks: wholeFile(handle) };
}

async function openDirect(path: string): Promise<FileHandle | undefined> {
  if (process.platform !== 'linux') return undefined;
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_DIRECT;
  const handle = await open(path, flags).catch(() => undefined);
  // Some file systems take the flag at opening and refuse it at reading.
  const works = await handle?.read(alignedBuffer(), 0, chunkBytes, 0).then(() => true, () => false);
  if (handle && !works) await handle.close();
  return works ? handle : undefined;
}

async function* wholeFile(handle: FileHandle): AsyncGenerator<Uint8Array> {
  try {
    const buffer = alignedBuffer();
    for (let at = 0; ; ) {
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
      // A short piece is the end: the next position would not be aligned any more.
      if (bytesRead < chunkBytes) return;
    }
  } finally {
    await handle.close();
  }
}

function alignedBuffer(): Buffer {
  const page = 64 * 1024;
  return Buffer.from(new WebAssembly.Memory({ initial: chunkBytes / page, maximum: chunkBytes / page }).buffer);
}
