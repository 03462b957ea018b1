import { execFile } from 'node:child_process';

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
