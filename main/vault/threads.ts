import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts a thread. In the sources it is a module that Node resolves; built, one file beside the bundle that imports nothing
 * but Node's own, read as text so that it also starts from within an asar archive, which a thread's file system cannot see into. What is `moved`
 * of the data is not copied on its way, where nobody could wipe it.
 */
export function startThread(url: URL, workerData?: unknown, moved: readonly ArrayBuffer[] = []): Worker {
  const options = { execArgv: [], workerData, transferList: [...moved] };
  if (url.pathname.endsWith('.ts')) return new Worker(url, options);
  const source = readFileSync(fileURLToPath(url));
  return new Worker(new URL(`data:text/javascript;base64,${source.toString('base64')}`), options);
}
