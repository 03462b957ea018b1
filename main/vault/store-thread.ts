import Database from 'better-sqlite3-multiple-ciphers';
import { secretCopy } from './secrets.ts';
import { keysOf, perform, type StoreTask } from './store-tasks.ts';
import { startThread } from './threads.ts';

const workerUrl = new URL('./store-worker.ts', import.meta.url);

/** Smaller stores are done with sooner than a thread starts. */
const inlineBytes = 4 * 1024 * 1024;

const withOwnKeys = (task: StoreTask): StoreTask => (task.do === 'copy' ? { ...task, present: secretCopy(task.present), next: secretCopy(task.next) } : { ...task, key: secretCopy(task.key) });

type Said = 'loaded' | { readonly found: string | undefined } | { readonly failed: { readonly code: string; readonly message: string } };

/**
 * Does what takes a whole store of `size` bytes in a thread of its own, so that officers go on working and the lock does not wait; in place where the thread cannot
 * load the store's module, or for a small store. Answers what a check found. Throws what SQLite threw, and the signal's reason when aborted: the thread itself ends
 * when SQLite returns from the step it is in, and `ended` is called then. A copy begun is left lying.
 */
export async function inStoreThread(task: StoreTask, size: number, signal: AbortSignal, ended: () => void = () => undefined): Promise<string | undefined> {
  let worker: ReturnType<typeof startThread> | undefined;
  let loaded = false;
  try {
    signal.throwIfAborted();
    if (size <= inlineBytes) return perform(Database, task);
    const thread = worker = startThread(workerUrl);
    return await new Promise<string | undefined>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      thread.on('message', (said: Said) => {
        if (said === 'loaded') loaded = true;
        else if ('failed' in said) reject(Object.assign(new Error(said.failed.message), { code: said.failed.code }));
        else resolve(said.found);
      });
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('the thread of a store ended without an answer')));
      const own = withOwnKeys(task);
      thread.postMessage({ task: own, module: import.meta.resolve('better-sqlite3-multiple-ciphers') }, keysOf(own).flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])));
    });
  } catch (error) {
    signal.throwIfAborted();
    if (worker === undefined || loaded) throw error;
    return perform(Database, task);
  } finally {
    const over = Promise.resolve(worker?.terminate()).then(ended, ended);
    // Whoever broke it off does not wait for SQLite.
    if (!signal.aborted) await over;
  }
}
