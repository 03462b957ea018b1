import type { FileHandle } from 'node:fs/promises';

/** As much of a long file goes into one call: for longer ones Linux looks for memory in one piece, and where that is not at hand (a machine whose host takes back what lies free) writing takes ten times as long. */
export const writeBytes = 256 * 1024;

/** How much is written before the disk is asked to begin with it: otherwise all of it waits for the end. */
const flushBytes = 64 * 1024 * 1024;

export interface FlushesBehind {
  /** So many bytes have been written in all. */
  written(bytes: number): void;
  /** When no flush is under way any more: the file may be closed. */
  settled(): Promise<void>;
  /** Flushes the rest. Throws what any flush threw: the system tells a file's fault once, to the flush that met it first. */
  end(): Promise<void>;
}

/** Flushes a file while more of it is being written, so that little is left for the end. */
export function flushesBehind(file: Pick<FileHandle, 'datasync' | 'sync'>): FlushesBehind {
  let asked = 0;
  let fault: { error: unknown } | undefined;
  let flushing: Promise<void> | undefined;
  return {
    written(bytes) {
      if (flushing !== undefined || bytes - asked < flushBytes) return;
      asked = bytes;
      flushing = file.datasync().catch((error: unknown) => { fault ??= { error }; }).then(() => { flushing = undefined; });
    },
    settled: async () => flushing,
    async end() {
      await flushing;
      if (fault !== undefined) throw fault.error;
      await file.sync();
    },
  };
}
