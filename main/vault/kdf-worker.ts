import { parentPort } from 'node:worker_threads';
import { argon2, isTask } from './argon2.ts';

parentPort?.once('message', async (message: unknown) => {
  if (!isTask(message)) throw new TypeError('no task of key derivation');
  parentPort?.postMessage(await argon2(message));
});
