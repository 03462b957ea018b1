import { parentPort } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';

const task = z.strictObject({
  passphrase: z.instanceof(Uint8Array), salt: z.instanceof(Uint8Array), memoryKiB: z.int(), passes: z.int(), lanes: z.int(),
});

parentPort?.once('message', async (message: unknown) => {
  const { passphrase, salt, memoryKiB, passes, lanes } = task.parse(message);
  const key = await argon2id({ password: passphrase, salt, memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' });
  passphrase.fill(0);
  parentPort?.postMessage(new Uint8Array(key));
});
