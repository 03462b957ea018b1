import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts a thread. In the sources it is a module that Node resolves; built, one file beside the bundle that imports nothing
 * but Node's own, read as text so that it also starts from within an asar archive, which a thread's file system cannot see into.
 */
export function startThread(url: URL, workerData?: unknown): Worker {
  if (url.pathname.endsWith('.ts')) return new Worker(url, { execArgv: [], workerData });
  const source = readFileSync(fileURLToPath(url));
  return new Worker(new URL(`data:text/javascript;base64,${source.toString('base64')}`), { execArgv: [], workerData });
}
