import { argon2id } from 'hash-wasm';

export interface Argon2Task {
  /** UTF-8; overwritten with zeros when done. */
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

export function isTask(value: unknown): value is Argon2Task {
  return typeof value === 'object' && value !== null && 'passphrase' in value && value.passphrase instanceof Uint8Array
    && 'salt' in value && value.salt instanceof Uint8Array && 'memoryKiB' in value && 'passes' in value && 'lanes' in value;
}

/** Argon2id version 1.3 (RFC 9106): 32 bytes. */
export async function argon2({ passphrase, salt, memoryKiB, passes, lanes }: Argon2Task): Promise<Uint8Array> {
  const key = await argon2id({ password: passphrase, salt, memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' });
  passphrase.fill(0);
  return new Uint8Array(key);
}
