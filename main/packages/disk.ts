import { access, constants, lstat, open, realpath, rename, rm, statfs } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { freeBytes, onOneVolume, volumeIdentity } from '#main/media/volume.ts';
import type { VolumeIdentity } from '#main/media/volume.ts';
import { readBack } from './file-read.ts';

/** A file being written, from its beginning to its end. */
export interface NewFile {
  write(buffers: readonly Uint8Array[]): Promise<void>;
  /** Overwrites at a position, for what is known only at the end. */
  writeAt(bytes: Uint8Array, position: number): Promise<void>;
  /** Resolves when the system says that the bytes are on the medium. */
  sync(): Promise<void>;
  /** Sets the file's times. */
  date(date: Date): Promise<void>;
  close(): Promise<void>;
}

/** What the writer asks of the system; tests put a failing one in its place. */
export interface PackageDisk {
  /** The real path of a folder that is there and may be written to. Throws the system's error. */
  folder(path: string): Promise<{ kind: 'folder' | 'symlink' | 'other'; path: string }>;
  identify(folder: string): Promise<VolumeIdentity>;
  freeBytes(folder: string): Promise<number>;
  /** The longest file that the folder's volume can hold. */
  maxFileBytes(folder: string): Promise<number>;
  onOneVolume(a: string, b: string): Promise<boolean>;
  /** Whether the folder is `parent` or lies in it, wherever links lead. */
  liesIn(folder: string, parent: string): Promise<boolean>;
  exists(path: string): Promise<boolean>;
  /** Fails when the name is taken. */
  create(path: string): Promise<NewFile>;
  rename(from: string, to: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
  readBack(path: string): Promise<{ direct: boolean; chunks: AsyncIterable<Uint8Array> }>;
  /** Removes a file; one that is not there is no error. */
  remove(path: string): Promise<void>;
}

const fatMagic = 0x4d44;

export const systemDisk: PackageDisk = {
  async folder(path) {
    const at = await lstat(path);
    if (at.isSymbolicLink()) return { kind: 'symlink', path };
    if (!at.isDirectory()) return { kind: 'other', path };
    await access(path, constants.W_OK | constants.X_OK);
    return { kind: 'folder', path: await realpath(path) };
  },
  identify: (folder) => volumeIdentity(folder),
  freeBytes,
  // FAT cannot hold a file of 4 GiB and says so only when it has been written.
  maxFileBytes: async (folder) => ((await statfs(folder)).type === fatMagic ? 2 ** 32 - 1 : Number.MAX_SAFE_INTEGER),
  onOneVolume,
  async liesIn(folder, parent) {
    const way = relative(await realpath(parent), await realpath(folder));
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  },
  exists: (path) => lstat(path).then(() => true, (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }),
  create,
  rename,
  async syncFolder(path) {
    // Windows cannot open a folder; there the rename itself is written through by NTFS.
    if (process.platform === 'win32') return;
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } catch (error) {
      // vfat and some FUSE file systems cannot flush a folder on its own.
      if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error;
    } finally {
      await handle.close();
    }
  },
  readBack,
  remove: (path) => rm(path, { force: true }),
};

async function create(path: string): Promise<NewFile> {
  const handle = await open(path, 'wx', 0o600);
  let end = 0;
  const writeAt = async (bytes: Uint8Array, position: number) => {
    for (let done = 0; done < bytes.length; ) {
      done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
    }
  };
  return {
    async write(buffers) {
      const start = end;
      for (const buffer of buffers) end += buffer.length;
      const { bytesWritten } = await handle.writev([...buffers], start);
      // A write may be cut short at the end of space; the rest is tried again and then fails by name.
      if (start + bytesWritten < end) await writeAt(Buffer.concat(buffers).subarray(bytesWritten), start + bytesWritten);
    },
    writeAt,
    sync: () => handle.sync(),
    date: (date) => handle.utimes(date, date),
    close: () => handle.close(),
  };
}
