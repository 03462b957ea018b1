import type Database from 'better-sqlite3-multiple-ciphers';
import { secretBytes } from './secrets.ts';

const spokenKey = (key: Uint8Array): Buffer => {
  if (key.length !== 32) throw new TypeError('a store key has 32 bytes');
  // A malformed key silently becomes a passphrase, a missing one a clear file: bytes only.
  const spoken = secretBytes(4 + key.length);
  spoken.set(new TextEncoder().encode('raw:'));
  spoken.set(key, 4);
  return Buffer.from(spoken.buffer);
};

/**
 * A store's file, opened with its cipher and key and set up by `prepare`, or closed again. The library comes as an argument: a thread
 * that was given as text finds no module by its name. The key is proven by the first page that is read, not here.
 */
export function openKeyed(
  make: typeof Database, path: string, key: Uint8Array, options: { readonly fileMustExist: boolean; readonly readonly?: boolean }, prepare: (raw: Database) => void,
): Database {
  const spoken = spokenKey(key);
  try {
    const raw = new make(path, options);
    try {
      raw.pragma("cipher='aegis'");
      raw.pragma('algorithm=4');
      raw.key(spoken);
      // The default writes clear text into the system's temporary folder.
      raw.pragma('temp_store=2');
      prepare(raw);
      return raw;
    } catch (error) {
      raw.close();
      throw error;
    }
  } finally {
    spoken.fill(0);
  }
}

/** Encrypts the whole of an open store under another key. */
export function rekeyTo(raw: Database, key: Uint8Array): void {
  const spoken = spokenKey(key);
  try {
    raw.rekey(spoken);
  } finally {
    spoken.fill(0);
  }
}
