import Database from 'better-sqlite3-multiple-ciphers';
import { copyUnderNextKey, type CopyTask } from './rekey-copy.ts';
import { secretCopy } from './secrets.ts';
import { startThread } from './threads.ts';

const workerUrl = new URL('./rekey-worker.ts', import.meta.url);

/** Smaller stores are copied sooner than a thread starts. */
const inlineBytes = 4 * 1024 * 1024;

/**
 * Copies a store under its next key in a thread of its own, so that officers go on working; in place where the thread cannot
 * load the store's module, or for a small store. Ends with the signal's reason when aborted; a copy begun is left lying.
 */
export async function copyInThread(task: CopyTask, size: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (size <= inlineBytes) return copyUnderNextKey(Database, task);
  const worker = startThread(workerUrl);
  let loaded = false;
  try {
    await new Promise<void>((resolve, reject) => {
      const abort = () => reject(signal.reason);
      signal.addEventListener('abort', abort, { once: true });
      worker.on('message', (said: unknown) => {
        if (said === 'loaded') loaded = true;
        else resolve();
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('encrypting anew ended without an answer')));
      const [present, next] = [secretCopy(task.present), secretCopy(task.next)];
      worker.postMessage({ ...task, present, next, module: import.meta.resolve('better-sqlite3-multiple-ciphers') }, [present.buffer, next.buffer]);
    });
  } catch (error) {
    signal.throwIfAborted();
    if (loaded) throw error;
    copyUnderNextKey(Database, task);
  } finally {
    await worker.terminate();
  }
}
