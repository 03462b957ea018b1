import type { ObjectName } from './form.ts';

/** A stretch of a file of the vault; begins at a multiple of an object's length. */
export interface Part {
  readonly file: number;
  readonly path: string;
  readonly start: number;
  readonly length: number;
  /** Inode and time of change when the vault was held still; another file in its place is refused. Null for files that never change once they are there. */
  readonly seen: { readonly ino: number; readonly mtimeMs: number } | null;
  /** May have been taken back by its officer since: then it is left out. */
  readonly optional: boolean;
}

/** What a thread is given to do in one go, about 64 MiB of it. */
export type Unit =
  | { readonly do: 'write'; readonly objects: string; readonly parts: readonly Part[] }
  | { readonly do: 'sync'; readonly paths: readonly string[] }
  | { readonly do: 'read'; readonly objects: string; readonly names: readonly ObjectName[] }
  | { readonly do: 'join'; readonly objects: string; readonly names: readonly ObjectName[]; readonly target: string; readonly at: number; readonly flush: boolean };

export interface FreshObject {
  readonly path: string;
  readonly bytes: number;
}

export interface Done {
  /** `write`: the objects of each part in order (null of one that has gone), and those that were not there before. */
  readonly parts?: readonly (readonly string[] | null)[];
  readonly fresh?: readonly FreshObject[];
  /** `read` and `join`: objects that are missing or not what their name says. */
  readonly bad?: readonly string[];
}

/** Which disk failed. */
export type Side = 'vault' | 'medium' | 'target';

export type FromThread =
  | { readonly bytes: number }
  | { readonly done: Done }
  | { readonly failed: { readonly side: Side; readonly code: string; readonly message: string } };

/** Where an object lies below the folder of objects. */
export const objectPath = (hash: string): string => `${hash.slice(0, 2)}/${hash}`;
