import crypto from 'node:crypto';
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

/** Node's own where there is one, in half the time; Electron's BoringSSL has none. kdf.test.ts proves that both answer the same. */
async function argon2idOf({ passphrase, salt, memoryKiB, passes, lanes }: Task): Promise<Uint8Array> {
  if ('argon2Sync' in crypto) return crypto.argon2Sync('argon2id', { message: passphrase, nonce: salt, memory: memoryKiB, passes, parallelism: lanes, tagLength: 32 });
  return argon2id({ password: passphrase, salt, memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' });
}

// Imports nothing that main imports too: bundled, this file must stand alone (see kdf.ts).
parentPort?.once('message', async (message: unknown) => {
  if (!isTask(message)) throw new TypeError('no task of key derivation');
  const { passphrase, salt, memoryKiB, passes, lanes } = message;
  const key = await argon2idOf({ passphrase, salt, memoryKiB, passes, lanes });
  passphrase.fill(0);
  // Off the heap of this thread, whose pages outlive it, and moved: what is copied on its way lies in memory that nobody wipes.
  const moved = new Uint8Array(new ArrayBuffer(key.length));
  moved.set(key);
  key.fill(0);
  parentPort?.postMessage(moved, [moved.buffer]);
});
