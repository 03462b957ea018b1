import { closeSync, constants, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { hash as digest, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Done, FreshObject, FromThread, Part, Side, Unit } from './tasks.ts';

// Imports nothing but Node's own at run time: bundled, this file stands alone (see threads.ts).

const objectBytes = 4 * 1024 * 1024;
const objectPath = (hash: string): string => `${hash.slice(0, 2)}/${hash}`;
// Direct reading wants memory aligned to the device's blocks; that of a WebAssembly instance begins on a page.
const buffer = Buffer.from(new WebAssembly.Memory({ initial: objectBytes / 65536, maximum: objectBytes / 65536 }).buffer);
const say = (message: FromThread): void => parentPort?.postMessage(message);

class Fault extends Error {
  readonly side: Side;
  readonly code: string;
  constructor(side: Side, code: string, message: string) {
    super(message);
    this.side = side;
    this.code = code;
  }
}

function on<T>(side: Side, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(side, error instanceof Error && 'code' in error ? String(error.code) : 'EIO', error instanceof Error ? error.message : String(error));
  }
}

function fill(fd: number, length: number, at: number): number {
  let have = 0;
  while (have < length) {
    const read = readSync(fd, buffer, have, length - have, at + have);
    if (read === 0) break;
    have += read;
  }
  return have;
}

function writeAll(fd: number, bytes: Uint8Array, at: number | null): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, at === null ? null : at + done);
}

/** Under a chance name first: what bears an object's name is that object, whole, unless the medium failed. */
function keep(objects: string, name: string, bytes: Uint8Array): string | undefined {
  const path = join(objects, objectPath(name));
  if (existsSync(path) && statSync(path).size === bytes.length) return undefined;
  const aside = `${path}.${randomBytes(6).toString('hex')}.part`;
  const fd = openSync(aside, 'wx', 0o600);
  try {
    writeAll(fd, bytes, null);
  } catch (error) {
    closeSync(fd);
    rmSync(aside, { force: true });
    throw error;
  }
  closeSync(fd);
  renameSync(aside, path);
  return path;
}

function writePart({ path, start, length, seen }: Part, objects: string, fresh: FreshObject[]): string[] {
  const fd = on('vault', () => openSync(path, 'r'));
  const names: string[] = [];
  try {
    for (let at = start; at < start + length; at += objectBytes) {
      const want = Math.min(objectBytes, start + length - at);
      if (on('vault', () => fill(fd, want, at)) < want) throw new Fault('vault', 'CHANGED', path);
      const piece = buffer.subarray(0, want);
      const name = digest('sha256', piece, 'hex');
      const made = on('medium', () => keep(objects, name, piece));
      if (made !== undefined) fresh.push({ path: made, bytes: want });
      names.push(name);
      say({ bytes: want });
    }
    const now = on('vault', () => fstatSync(fd));
    if (seen !== null && (now.ino !== seen.ino || now.mtimeMs !== seen.mtimeMs)) throw new Fault('vault', 'CHANGED', path);
  } finally {
    closeSync(fd);
  }
  return names;
}

/** As the medium gives it back: past the system's cache where the file system lets one. */
function openObject(path: string): number {
  if (process.platform === 'linux') {
    try {
      const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_DIRECT);
      try {
        readSync(fd, buffer, 0, 65536, 0);
        return fd;
      } catch {
        closeSync(fd);
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code !== 'EINVAL') throw error;
    }
  }
  return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
}

/** Fills the buffer with an object and answers whether it is what its name says. */
function isWhole(objects: string, { hash, bytes }: { hash: string; bytes: number }): boolean {
  const path = join(objects, objectPath(hash));
  if (bytes > objectBytes || !existsSync(path)) return false;
  const fd = openObject(path);
  try {
    return fstatSync(fd).size === bytes && fillDirect(fd, bytes) === bytes && digest('sha256', buffer.subarray(0, bytes), 'hex') === hash;
  } catch (error) {
    // A sector that cannot be read is an object that is damaged; a medium that has gone is not.
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return false;
    throw error;
  } finally {
    closeSync(fd);
  }
}

/** Asks for whole blocks: a direct reader takes no other length. */
function fillDirect(fd: number, length: number): number {
  let have = 0;
  while (have < length) {
    const read = readSync(fd, buffer, have, Math.min(buffer.length - have, Math.ceil((length - have) / 65536) * 65536), have);
    if (read === 0 || (have + read) % 512 !== 0) return have + read;
    have += read;
  }
  return have;
}

function run(unit: Unit): Done {
  switch (unit.do) {
    case 'write': {
      const fresh: FreshObject[] = [];
      return { parts: unit.parts.map((part) => (part.optional && !existsSync(part.path) ? null : writePart(part, unit.objects, fresh))), fresh };
    }
    case 'sync':
      for (const path of unit.paths) {
        on('medium', () => {
          const fd = openSync(path, 'r+');
          try {
            fsyncSync(fd);
          } finally {
            closeSync(fd);
          }
        });
      }
      return {};
    case 'read': {
      const bad: string[] = [];
      for (const name of unit.names) {
        if (!on('medium', () => isWhole(unit.objects, name))) bad.push(name.hash);
        say({ bytes: name.bytes });
      }
      return { bad };
    }
    case 'join': {
      on('target', () => mkdirSync(dirname(unit.target), { recursive: true, mode: 0o700 }));
      const fd = on('target', () => openSync(unit.target, constants.O_WRONLY | constants.O_CREAT, 0o600));
      const bad: string[] = [];
      try {
        let at = unit.at;
        for (const name of unit.names) {
          if (on('medium', () => isWhole(unit.objects, name))) on('target', () => writeAll(fd, buffer.subarray(0, name.bytes), at));
          else bad.push(name.hash);
          at += name.bytes;
          say({ bytes: name.bytes });
        }
        if (unit.flush) on('target', () => fsyncSync(fd));
      } finally {
        closeSync(fd);
      }
      return { bad };
    }
  }
}

parentPort?.on('message', (unit: Unit) => {
  try {
    say({ done: run(unit) });
  } catch (error) {
    say({ failed: error instanceof Fault ? { side: error.side, code: error.code, message: error.message } : { side: 'vault', code: 'EPROGRAM', message: String(error) } });
  }
});
