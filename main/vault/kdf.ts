import crypto from 'node:crypto';
import { VaultError } from './errors.ts';
import { secretMoved, secretText } from './secrets.ts';
import { startThread } from './threads.ts';

export interface KdfParameters {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  /** Says on purpose that these lie below the floor: demonstration vaults and tests. Never stored. */
  readonly belowFloor?: true;
}

/** The least for a new passphrase: what is calibrated on the workstation begins here. */
export const floor: KdfParameters = { memoryKiB: 256 * 1024, passes: 3, lanes: 1 };
/** For vaults that protect nothing: tests, and the demonstration whose passphrase is written on the screen. */
export const lightKdf: KdfParameters = { memoryKiB: 64, passes: 1, lanes: 1, belowFloor: true };
/** A header that asks for more than this is not ours: opening it would exhaust the workstation. */
export const ceiling = { memoryKiB: 1024 * 1024, passes: 32, lanes: 4 } as const;

/** The parameters for a new passphrase. Throws `weakKdf` below the floor; opening accepts whatever a header says. */
export function forNewPassphrase(kdf: KdfParameters): KdfParameters {
  if (isBelowFloor(kdf) && kdf.belowFloor !== true) throw new VaultError('weakKdf', 'vault.json');
  return kdf;
}

/** Whether what an account was sealed with is less than what a new passphrase takes: it is sealed anew at the next change of it. */
export const isBelowFloor = ({ memoryKiB, passes }: Pick<KdfParameters, 'memoryKiB' | 'passes'>): boolean => memoryKiB < floor.memoryKiB || passes < floor.passes;

let workerUrl = new URL('./kdf-worker.ts', import.meta.url);

/** Names another place of the worker, for a build that does not keep it beside the bundle as `kdf-worker.js`. */
export function setKdfWorker(url: URL): void {
  workerUrl = url;
}

/** Up to so much memory a thread of its own costs more than it gives back. */
const inlineKiB = 1024;

/**
 * Argon2id (RFC 9106) of the passphrase in NFKC, so that two keyboards typing the same letters agree: 32 bytes.
 * Runs in a worker thread that ends afterwards, and its memory with it; the few kilobytes of a demonstration or a test
 * are derived in place where Node has Argon2 itself (Electron has not).
 */
export async function deriveKey(passphrase: string, salt: Uint8Array, { memoryKiB, passes, lanes }: KdfParameters): Promise<Uint8Array> {
  const message = secretText(passphrase.normalize('NFKC'));
  if (memoryKiB > inlineKiB || !('argon2Sync' in crypto)) return inWorker({ passphrase: message, salt: new Uint8Array(salt), memoryKiB, passes, lanes });
  const key = crypto.argon2Sync('argon2id', { message, nonce: salt, memory: memoryKiB, passes, parallelism: lanes, tagLength: 32 });
  message.fill(0);
  return secretMoved(key);
}

async function inWorker(task: { passphrase: Uint8Array<ArrayBuffer>; salt: Uint8Array } & KdfParameters): Promise<Uint8Array> {
  const worker = startThread(workerUrl);
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', (key: unknown) => (key instanceof Uint8Array && key.length === 32 ? resolve(key) : reject(new Error('the key derivation answered nonsense'))));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the key derivation ended without an answer')));
      // Moved, not copied: this thread keeps no second passphrase.
      worker.postMessage(task, [task.passphrase.buffer]);
    });
  } finally {
    await worker.terminate();
  }
}
