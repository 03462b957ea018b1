import { statSync } from 'node:fs';
import { asVaultError, VaultError } from './errors.ts';
import { mediumOrDamage } from './medium.ts';
import type { Reader } from './readers.ts';
import { guard, type State } from './state.ts';
import type { StoreFile } from './store.ts';
import { inStoreThread } from './store-thread.ts';

/**
 * Reads every page of a store and compares each index with its table, off main's thread: answers the damage, or undefined. A lock breaks it off, and whoever needs the
 * store alone, for whom it begins anew. Throws `locked`, and a fault of the program.
 */
export async function pageTrouble(state: State, fileNow: () => StoreFile): Promise<VaultError | undefined> {
  for (;;) {
    guard(state);
    const file = fileNow();
    const stop = new AbortController();
    const reader: Reader = { place: file.place, close: () => stop.abort() };
    state.readers.enter(reader);
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => { leave = resolve; });
    const ended = (): void => {
      state.readers.leave(reader);
      leave();
    };
    try {
      const said = await inStoreThread({ do: 'check', path: file.path, key: file.key }, statSync(file.path).size, stop.signal, ended);
      return said === undefined ? undefined : new VaultError('damaged', file.place, { stands: file.stands, cause: said });
    } catch (error) {
      guard(state);
      if (!stop.signal.aborted) {
        const named = mediumOrDamage(asVaultError(error, file.place, file.stands), file.path);
        if (named instanceof VaultError) return named;
        throw named;
      }
      await left;
    }
  }
}
