import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { bytesOf, callsOf, joinedBytes, pathOf, textOf, type Call } from './strace-lines.ts';

/** One change of a disk; paths are relative to the traced folder. `syncAll`: the whole disk of that folder. `said` is a line that the program wrote to its output. */
export type Change =
  | { readonly kind: 'create' | 'unlink' | 'mkdir' | 'rmdir' | 'sync' | 'syncAll'; readonly path: string }
  | { readonly kind: 'rename' | 'link'; readonly path: string; readonly to: string }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'copy'; readonly path: string; readonly at: number; readonly source: string; readonly from: number; readonly length: number }
  | { readonly kind: 'said'; readonly text: string };

const traced = [
  'openat', 'open', 'creat', 'close', 'lseek', 'write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'truncate', 'ftruncate', 'fallocate', 'rename', 'renameat', 'renameat2', 'unlink', 'unlinkat',
  'link', 'linkat', 'mkdir', 'mkdirat', 'rmdir', 'fsync', 'fdatasync', 'syncfs', 'sync_file_range', 'copy_file_range', 'sendfile', 'symlink', 'symlinkat',
];

/** Whether programs can be watched here: strace is installed and may trace. */
export const straceThere = (): boolean => process.platform === 'linux' && spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0;

/**
 * Runs a program of this Node under strace; answers everything that it did to files under `folder`, in order, and to those of another
 * disk, `safe`, as if it lay there under that name. Throws when it failed.
 */
export async function trace(script: string, words: readonly string[], folder: string, safe?: string): Promise<Change[]> {
  const listing = `${folder}.strace`;
  // Without libuv's io_uring, whose writes no system call shows.
  const child = spawn('strace', ['-f', '-qq', '-y', '-xx', '-s', '100000000', '--seccomp-bpf', '-e', `trace=${traced.map((name) => `?${name}`).join(',')}`, '-o', listing, process.execPath, '--no-warnings', script, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, UV_USE_IO_URING: '0' },
  });
  child.stdout.resume();
  const [code] = await once(child, 'close');
  try {
    if (code !== 0) throw new Error(`${script} ${words.join(' ')} ended with ${String(code)}`);
    return changesOf(readFileSync(listing, 'latin1'), resolve(folder), safe === undefined ? undefined : resolve(safe));
  } finally {
    rmSync(listing, { force: true });
  }
}

interface OpenFile {
  readonly path: string;
  at: number;
  readonly appends: boolean;
}

/** What stands for another disk, in the folder of an operation. */
export const safeName = 'safe';

function changesOf(listing: string, folder: string, safe: string | undefined): Change[] {
  const changes: Change[] = [];
  const files = new Map<number, OpenFile>();
  const sizes = new Map<string, number>();
  const known = new Set<string>();
  const within = (path: string | undefined): string | undefined => {
    if (path === folder) return '';
    if (path?.startsWith(`${folder}/`) === true) return path.slice(folder.length + 1);
    return safe !== undefined && (path === safe || path?.startsWith(`${safe}/`) === true) ? `${safeName}${path.slice(safe.length)}` : undefined;
  };
  const at = (directory: string, name: string): string | undefined => {
    const path = textOf(name);
    return within(path.startsWith('/') ? path : resolve(pathOf(directory) ?? '/', path));
  };
  const wrote = (path: string, offset: number, bytes: Buffer): void => {
    changes.push({ kind: 'write', path, at: offset, bytes });
    sizes.set(path, Math.max(sizes.get(path) ?? 0, offset + bytes.length));
  };
  const take = ({ name, args, result, resultPath }: Call): void => {
    const [first = '', second = '', third = '', fourth = ''] = args;
    const fd = Number.parseInt(first, 10);
    const path = within(pathOf(first));
    const file = files.get(fd);
    switch (name) {
      case 'open': case 'openat': case 'creat': {
        const opened = within(resultPath);
        const flags = name === 'openat' ? third : second;
        files.delete(result);
        if (opened === undefined) return;
        files.set(result, { path: opened, at: 0, appends: flags.includes('O_APPEND') });
        if (flags.includes('O_CREAT') && !known.has(opened)) changes.push({ kind: 'create', path: opened });
        known.add(opened);
        if (flags.includes('O_TRUNC')) changes.push({ kind: 'truncate', path: opened, size: 0 });
        return;
      }
      case 'close': files.delete(fd); return;
      case 'lseek': if (file !== undefined) file.at = result; return;
      case 'write': case 'writev': {
        const bytes = (name === 'write' ? bytesOf(second) : joinedBytes(second)).subarray(0, result);
        if (fd === 1) changes.push({ kind: 'said', text: bytes.toString('utf8') });
        if (path === undefined || file === undefined) return;
        const offset = file.appends ? sizes.get(path) ?? 0 : file.at;
        wrote(path, offset, bytes);
        file.at = offset + result;
        return;
      }
      case 'pwrite64': if (path !== undefined) wrote(path, Number(fourth), bytesOf(second).subarray(0, result)); return;
      case 'pwritev': case 'pwritev2': if (path !== undefined) wrote(path, Number(fourth), joinedBytes(second).subarray(0, result)); return;
      case 'ftruncate': if (path !== undefined) changes.push({ kind: 'truncate', path, size: Number(second) }); return;
      case 'truncate': {
        const cut = at('', first);
        if (cut !== undefined) changes.push({ kind: 'truncate', path: cut, size: Number(second) });
        return;
      }
      case 'fsync': case 'fdatasync': if (path !== undefined) changes.push({ kind: 'sync', path }); return;
      case 'syncfs': if (path !== undefined) changes.push({ kind: 'syncAll', path: path.startsWith(safeName) ? safeName : '' }); return;
      case 'copy_file_range': copied(within(pathOf(third)), third, fourth, path, first, second, result); return;
      case 'sendfile': copied(path, first, 'NULL', within(pathOf(second)), second, third, result); return;
      case 'rename': case 'link': moved(name, at('', first), at('', second)); return;
      case 'renameat': case 'renameat2': moved('rename', at(first, second), at(third, fourth)); return;
      case 'linkat': moved('link', at(first, second), at(third, fourth)); return;
      case 'unlink': case 'rmdir': case 'mkdir': gone(name, at('', first)); return;
      case 'mkdirat': gone('mkdir', at(first, second)); return;
      case 'unlinkat': gone(third.includes('AT_REMOVEDIR') ? 'rmdir' : 'unlink', at(first, second)); return;
      default:
        // Nothing of ours does so; a model that left it out would prove nothing. That a range is on its way promises nothing.
        if (name === 'sync_file_range') return;
        if (path !== undefined || within(pathOf(second)) !== undefined) throw new Error(`${name} is not modelled`);
    }
  };
  /** The bytes come from the file as it then is: see `diskOf`. An offset that is not given is the descriptor's own, and moves on. */
  const copied = (path: string | undefined, out: string, outAt: string, source: string | undefined, fromFd: string, fromAt: string, length: number): void => {
    if (path === undefined && source === undefined) return;
    if (path === undefined || source === undefined) throw new Error(`copied over the border of the traced folder: ${String(path)} of ${String(source)}`);
    const offset = (fd: string, given: string): number => {
      const stated = Number(/\d+/.exec(given)?.[0]);
      if (given !== 'NULL') return stated;
      const file = files.get(Number.parseInt(fd, 10));
      if (file === undefined) throw new Error('copied by an unknown descriptor');
      file.at += length;
      return file.at - length;
    };
    const [from, to] = [offset(fromFd, fromAt), offset(out, outAt)];
    if (length > 0) changes.push({ kind: 'copy', path, at: to, source, from, length });
    sizes.set(path, Math.max(sizes.get(path) ?? 0, to + length));
  };
  const moved = (kind: 'rename' | 'link', path: string | undefined, to: string | undefined): void => {
    if (path === undefined || to === undefined) {
      if (path !== to) throw new Error(`${kind} over the border of the traced folder`);
      return;
    }
    changes.push({ kind, path, to });
    if (kind === 'link') {
      known.add(to);
      return;
    }
    // A folder takes all that is in it along.
    for (const one of [path, ...known].filter((name) => name === path || name.startsWith(`${path}/`))) {
      const size = sizes.get(one);
      known.delete(one);
      sizes.delete(one);
      known.add(to + one.slice(path.length));
      if (size !== undefined) sizes.set(to + one.slice(path.length), size);
    }
  };
  const gone = (kind: 'unlink' | 'rmdir' | 'mkdir', path: string | undefined): void => {
    if (path === undefined) return;
    changes.push({ kind, path });
    known.delete(path);
  };
  for (const call of callsOf(listing)) if (call.result >= 0) take(call);
  // What SQLite keeps in shared memory is built anew by whoever opens after a crash.
  return changes.filter((change) => change.kind === 'said' || !change.path.endsWith('-shm'));
}
