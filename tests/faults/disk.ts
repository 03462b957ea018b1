import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Change } from './trace.ts';

/** A file's bytes, whatever names it has. */
interface Body { bytes: Buffer }

/** A folder in memory to which recorded changes are applied one by one. */
export interface Disk {
  apply(change: Change): void;
  /** Bytes of a file as it now is. */
  read(path: string, from: number, length: number): Buffer;
  /** Writes it out as it now is, in place of whatever lies at `folder`. */
  lay(folder: string): void;
}

const sector = 512;

/** Bytes after a write of which only some sectors came to the disk; all of them without `came`. */
function written(before: Buffer, at: number, bytes: Buffer, came?: (sector: number) => boolean): Buffer {
  const after = Buffer.alloc(Math.max(before.length, at + bytes.length));
  before.copy(after);
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + sector - ((at + from) % sector));
    if (came === undefined || came(Math.floor((at + from) / sector))) bytes.copy(after, at + from, from, to);
    from = to;
  }
  return after;
}

function sized(before: Buffer, size: number): Buffer {
  const after = Buffer.alloc(size);
  before.copy(after);
  return after;
}

type Tree = Map<string, Body | 'folder'>;

function treeOf(folder: string): Tree {
  const tree: Tree = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) tree.set(relative(folder, path), 'folder');
    else if (entry.isFile()) tree.set(relative(folder, path), { bytes: readFileSync(path) });
  }
  return tree;
}

function bodyAt(tree: Tree, path: string): Body | undefined {
  const found = tree.get(path);
  return found === 'folder' ? undefined : found;
}

function applyName(tree: Tree, change: Change): void {
  switch (change.kind) {
    case 'create': if (!tree.has(change.path)) tree.set(change.path, { bytes: Buffer.alloc(0) }); return;
    case 'mkdir': tree.set(change.path, 'folder'); return;
    case 'unlink': case 'rmdir': tree.delete(change.path); return;
    case 'link': { const found = tree.get(change.path); if (found !== undefined) tree.set(change.to, found); return; }
    case 'rename': {
      for (const [path, found] of tree) {
        if (path !== change.path && !path.startsWith(`${change.path}/`)) continue;
        tree.delete(path);
        tree.set(change.to + path.slice(change.path.length), found);
      }
      return;
    }
    default:
  }
}

/** What SQLite keeps in shared memory is built anew by whoever opens after a crash, and it is not written by system calls. */
const shared = (path: string): boolean => path.endsWith('-shm');

function layTree(tree: Tree, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, found] of [...tree].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (shared(path)) continue;
    if (found === 'folder') mkdirSync(join(folder, path), { recursive: true });
    else {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), found.bytes);
    }
  }
}

/** A program that is killed leaves what its system calls did: the kernel keeps every one of them. */
export function diskOf(folder: string): Disk {
  const tree = treeOf(folder);
  return {
    apply(change) {
      applyName(tree, change);
      if (change.kind !== 'write' && change.kind !== 'truncate') return;
      const body = bodyAt(tree, change.path);
      if (body === undefined) return;
      body.bytes = change.kind === 'write' ? written(body.bytes, change.at, change.bytes) : sized(body.bytes, change.size);
    },
    read: (path, from, length) => Buffer.from((bodyAt(tree, path)?.bytes ?? Buffer.alloc(0)).subarray(from, from + length)),
    lay: (target) => layTree(tree, target),
  };
}

/** Copies as writes: what a copied file held at that moment. */
export function withBytes(folder: string, changes: readonly Change[]): Change[] {
  const disk = diskOf(folder);
  return changes.map((change) => {
    const plain: Change = change.kind === 'copy' ? { kind: 'write', path: change.path, at: change.at, bytes: disk.read(change.source, change.from, change.length) } : change;
    disk.apply(plain);
    return plain;
  });
}

/** Numbers from 0 up to 1. */
export type Chance = () => number;

/** What becomes of that which was not made sure: all is lost, or each write comes to the disk or not, or some of its sectors. */
export type Loss = 'all' | 'some';

/**
 * A power cut after the first `count` changes, laid out at `target`: of each file only what was written before its last
 * fsync is sure. Names come in order, and are sure up to the last fsync of a folder; a file's own fsync is not taken to keep its name.
 */
export function layAfterPowerCut(from: string, changes: readonly Change[], count: number, loss: Loss, chance: Chance, target: string): void {
  const live = treeOf(from);
  const done = changes.slice(0, count);
  const bodies = new Map<Change, Body>();
  const lastSync = new Map<Body, number>();
  const stages: Tree[] = [new Map(live)];
  let sure = 0;
  for (const [index, change] of done.entries()) {
    if (isName(change)) {
      applyName(live, change);
      stages.push(new Map(live));
      continue;
    }
    if (change.kind === 'said' || change.kind === 'copy') continue;
    if (change.kind === 'syncAll') {
      sure = stages.length - 1;
      for (const [path, found] of live) if (found !== 'folder' && path.startsWith(change.path)) lastSync.set(found, index);
      continue;
    }
    const body = bodyAt(live, change.path);
    if (change.kind === 'sync' && body === undefined) sure = stages.length - 1;
    else if (change.kind === 'sync' && body !== undefined) lastSync.set(body, index);
    else if (body !== undefined) bodies.set(change, body);
  }
  for (const [index, change] of done.entries()) {
    const body = bodies.get(change);
    if (body === undefined) continue;
    const isSure = index < (lastSync.get(body) ?? -1);
    if (!isSure && (loss === 'all' || chance() < 0.4)) continue;
    if (change.kind === 'truncate') body.bytes = sized(body.bytes, change.size);
    else if (change.kind === 'write') body.bytes = written(body.bytes, change.at, change.bytes, isSure || chance() < 0.5 ? undefined : () => chance() < 0.5);
  }
  const lasting = loss === 'all' ? sure : sure + Math.floor(chance() * (stages.length - sure));
  layTree(stages[lasting] ?? live, target);
}

const names: ReadonlySet<Change['kind']> = new Set(['create', 'mkdir', 'unlink', 'rmdir', 'link', 'rename']);
const isName = ({ kind }: Change): boolean => names.has(kind);
