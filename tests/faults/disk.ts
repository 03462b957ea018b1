import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Change } from './trace.ts';

/** A file's bytes, whatever names it has: the first of those that there is room for. Changed in place, as one recording makes thousands of changes to one file. */
interface Body {
  room: Buffer;
  length: number;
}

const bodyOf = (bytes: Buffer): Body => ({ room: bytes, length: bytes.length });
const bytesIn = ({ room, length }: Body): Buffer => room.subarray(0, length);

function resize(body: Body, length: number): void {
  if (length > body.room.length) {
    const room = Buffer.alloc(Math.max(length, 2 * body.room.length));
    body.room.copy(room, 0, 0, body.length);
    body.room = room;
  }
  // What a longer file left there is not the file's any more.
  if (length > body.length) body.room.fill(0, body.length, length);
  body.length = length;
}

/** A folder in memory to which recorded changes are applied one by one. */
export interface Disk {
  apply(change: Change): void;
  /** Bytes of a file as it now is. */
  read(path: string, from: number, length: number): Buffer;
  /** Writes it out as it now is, in place of whatever lies at `folder`. */
  lay(folder: string): void;
}

const sector = 512;

/** A write of which only some sectors came to the disk; all of them without `came`. */
function write(body: Body, at: number, bytes: Buffer, came?: (sector: number) => boolean): void {
  resize(body, Math.max(body.length, at + bytes.length));
  if (came === undefined) {
    bytes.copy(body.room, at);
    return;
  }
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + sector - ((at + from) % sector));
    if (came(Math.floor((at + from) / sector))) bytes.copy(body.room, at + from, from, to);
    from = to;
  }
}

type Tree = Map<string, Body | 'folder'>;

function treeOf(folder: string): Tree {
  const tree: Tree = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) tree.set(relative(folder, path), 'folder');
    else if (entry.isFile()) tree.set(relative(folder, path), bodyOf(readFileSync(path)));
  }
  return tree;
}

function bodyAt(tree: Tree, path: string): Body | undefined {
  const found = tree.get(path);
  return found === 'folder' ? undefined : found;
}

function applyName(tree: Tree, change: Change): void {
  switch (change.kind) {
    case 'create': if (!tree.has(change.path)) tree.set(change.path, bodyOf(Buffer.alloc(0))); return;
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
      writeFileSync(join(folder, path), bytesIn(found));
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
      if (change.kind === 'write') write(body, change.at, change.bytes);
      else resize(body, change.size);
    },
    read(path, from, length) {
      const body = bodyAt(tree, path);
      return Buffer.from(body === undefined ? [] : bytesIn(body).subarray(from, from + length));
    },
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
    if (change.kind === 'truncate') resize(body, change.size);
    else if (change.kind === 'write') write(body, change.at, change.bytes, isSure || chance() < 0.5 ? undefined : () => chance() < 0.5);
  }
  const lasting = loss === 'all' ? sure : sure + Math.floor(chance() * (stages.length - sure));
  layTree(stages[lasting] ?? live, target);
}

const names: ReadonlySet<Change['kind']> = new Set(['create', 'mkdir', 'unlink', 'rmdir', 'link', 'rename']);
const isName = ({ kind }: Change): boolean => names.has(kind);
