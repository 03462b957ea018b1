import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { asVaultError } from '../errors.ts';

/**
 * Flushes the whole file system that a folder lies on: one flush for thousands of files, where one for each would wait for the disk
 * each time. False where the system has no such program (coreutils `sync -f`) or it failed: then each file is flushed by itself, which also names the fault.
 */
export function flushFileSystem(folder: string, signal: AbortSignal): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(false);
  return new Promise((resolve) => {
    execFile('sync', ['-f', folder], { signal }, (error) => resolve(error === null));
  });
}

export interface ObjectFlushing {
  /** These have been written. */
  add(paths: readonly string[]): void;
  /** Leaves off what is not begun; answers when no file is open any more. */
  stop(): Promise<void>;
  /** When all of them are flushed. Throws VaultError at `medium`: the system tells a file's fault once, to the flush that met it first. */
  end(): Promise<void>;
}

/** Flushes objects, one after another, while more are being written: the disk works while threads hash. */
export function flushesBehind(signal: AbortSignal): ObjectFlushing {
  const waiting: string[] = [];
  let fault: { error: unknown } | undefined;
  let flushing: Promise<void> | undefined;
  async function flush(): Promise<void> {
    for (let path = waiting.shift(); path !== undefined && !signal.aborted; path = waiting.shift()) {
      const file = await open(path, 'r+');
      try {
        await file.datasync();
      } finally {
        await file.close();
      }
    }
  }
  return {
    add(paths) {
      waiting.push(...paths);
      flushing ??= flush().catch((error: unknown) => { fault ??= { error }; }).finally(() => { flushing = undefined; });
    },
    async stop() {
      waiting.length = 0;
      await flushing;
    },
    async end() {
      await flushing;
      signal.throwIfAborted();
      if (fault !== undefined) throw asVaultError(fault.error, 'medium');
    },
  };
}
