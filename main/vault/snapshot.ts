import type { Connection } from './db.ts';
import { guard, type State } from './state.ts';
import { openStoreToRead, type StoreFile } from './store.ts';
import type { Reader } from './readers.ts';

/**
 * Runs a long reading over a store as it stands at one moment, while officers go on writing: over a connection of its own, which the lock closes, and whoever
 * needs the store alone. In the latter case the reading begins anew. `file` answers the store with the key that it has by then.
 */
export function* atOneMoment<P, T>(state: State, store: string, file: () => StoreFile, read: (db: Connection) => Generator<P, T>): Generator<P, T> {
  for (;;) {
    guard(state);
    const db = openStoreToRead(file(), { vaultId: state.header.vaultId, store });
    let taken = false;
    const reader: Reader = {
      place: db.place,
      close() {
        taken = true;
        db.close();
        state.readers.leave(reader);
      },
    };
    state.readers.enter(reader);
    try {
      db.exec('BEGIN');
      return yield* read(db);
    } catch (error) {
      if (!taken || state.locked) throw error;
    } finally {
      reader.close();
    }
  }
}
