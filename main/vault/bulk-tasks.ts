import { frameBytes } from './frames.ts';

/** Frames in memory between the threads, a mebibyte each. */
export const ringSlots = 8;

/** Counters that both threads see: frames produced, frames taken, frames in all (-1 until known); then the length of each slot. */
export const produced = 0;
export const taken = 1;
export const total = 2;
/** Frames that were hashed, where it is main that takes them. */
export const hashed = 3;
export const slotOf = (ring: SharedArrayBuffer, frame: number): Buffer => Buffer.from(ring, (frame % ringSlots) * frameBytes, frameBytes);
export const lengthMark = (frame: number): number => 4 + (frame % ringSlots);
export const marksBytes = (4 + ringSlots) * 4;

interface Shared {
  readonly ring: SharedArrayBuffer;
  readonly marks: SharedArrayBuffer;
}

interface Stream extends Shared {
  /** File descriptors of this program: opened, and closed, by main. */
  readonly from: number;
  /** 32 bytes, a copy that is moved to the thread and wiped there. */
  readonly key: Uint8Array<ArrayBuffer>;
  readonly prefix: Uint8Array;
  readonly header: Uint8Array;
}

/** Seals `size` bytes of `from` to `to` from byte `at` on: frames only, the prefix stands before them. */
export interface SealTask extends Stream {
  readonly do: 'seal';
  readonly to: number;
  readonly at: number;
  readonly size: number;
}

/** Opens `length` bytes of frames of `from`, from byte `at` on. */
export interface OpenTask extends Stream {
  readonly do: 'open';
  readonly at: number;
  readonly length: number;
}

export interface HashTask extends Shared {
  readonly do: 'hash';
  readonly marksTaken: typeof taken | typeof hashed;
}

export type BulkTask = SealTask | OpenTask | HashTask;

export type BulkReport =
  | { readonly bytes: number }
  | { readonly sha256: string }
  | { readonly wrongFrame: number }
  | { readonly ended: true }
  | { readonly failed: { readonly code: string; readonly message: string } };
