import { parentPort } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';

interface Task {
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

function isTask(value: unknown): value is Task {
  return typeof value === 'object' && value !== null && 'passphrase' in value && value.passphrase instanceof Uint8Array
    && 'salt' in value && value.salt instanceof Uint8Array && 'memoryKiB' in value && 'passes' in value && 'lanes' in value;
}

// Imports nothing that main imports too: bundled, this file must stand alone (see kdf.ts).
parentPort?.once('message', async (message: unknown) => {
  if (!isTask(message)) throw new TypeError('no task of key derivation');
  const { passphrase, salt, memoryKiB, passes, lanes } = message;
  const key = await argon2id({ password: passphrase, salt, memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' });
  passphrase.fill(0);
  // Moved: what is copied on its way lies in memory that nobody wipes.
  parentPort?.postMessage(key, [key.buffer as ArrayBuffer]);
});
