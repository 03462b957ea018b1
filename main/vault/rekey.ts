import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HoldingName } from '#app/journal/act.ts';
import { commit } from './commit.ts';
import type { Connection } from './db.ts';
import { syncFolder } from './durable.ts';
import { asVaultError, VaultError } from './errors.ts';
import { headKeyOf } from './holding-chain.ts';
import { holdingNames, ownKeys, sealKey, settledBy, vouchFor } from './holding-keys.ts';
import { adoptNextKeys, openHolding, storeFile, type Holding } from './holdings.ts';
import { fingerprintOf } from './key-book.ts';
import { holdersToday } from './key-settling.ts';
import type { Reader } from './readers.ts';
import { keyWasLost } from './rekey-due.ts';
import { dayOf, rollOf } from './roll.ts';
import { guard, type State } from './state.ts';
import { connectStore, openStore } from './store.ts';
import { inStoreThread } from './store-thread.ts';

/**
 * Encrypts holdings anew after somebody lost a key of them (Art. 10). A holding's next key lies sealed beside the present
 * one, in registry.db, until the store is proven to open with it, so that at any instant one of the two opens the store:
 * begun (next key sealed) - copied (a new file under the next key, fsynced and read back) - closed (write-ahead log emptied
 * and gone) - swapped (renamed over the old file) - done (the next key becomes the key, with an act).
 */
export interface RekeyProgress {
  /** Holdings. */
  readonly done: number;
  readonly of: number;
}

/** Holdings due to be encrypted anew whose key this officer has: those that a table notes, and those of which signed acts say that somebody lost the key. */
export function holdingsToRekey(state: State): HoldingName[] {
  guard(state);
  const noted = new Set(state.registry.prepare<[], { place: string }>('SELECT place FROM rekey_due').all().map(({ place }) => place));
  const roll = rollOf(state);
  const made = new Map(roll.book.holdings.filter(({ kind }) => kind === 'made').map((act) => [act.fingerprint, act]));
  const [day, holders] = [dayOf(state), holdersToday(state, roll)];
  return holdingNames(state).filter((name) => {
    const own = ownKeys(state).get(name);
    if (own === undefined || noted.has(own.place)) return own !== undefined;
    const act = made.get(fingerprintOf(state.suite, state.header.vaultId, { name, ...own }));
    const holding = new Set(holders.of(name).map(({ id }) => id));
    return act !== undefined && keyWasLost(roll, act, name, day, (id) => holding.has(id));
  });
}

/** Encrypts anew what is due, one after another. Answers how many were; throws the signal's reason, `locked`, or a fault of the medium. What is left is due still. */
export async function rekey(state: State, onProgress?: (progress: RekeyProgress) => void, signal?: AbortSignal): Promise<number> {
  const stop = signal === undefined ? state.stop.signal : AbortSignal.any([state.stop.signal, signal]);
  const due = holdingsToRekey(state);
  let done = 0;
  for (const [index, name] of due.entries()) {
    onProgress?.({ done: index, of: due.length });
    if (await rekeyHolding(state, name, stop)) done += 1;
  }
  return done;
}

/** So often a copy is made again because the officer wrote meanwhile; then the holding waits for another time. */
const attempts = 5;

async function rekeyHolding(state: State, name: HoldingName, signal: AbortSignal): Promise<boolean> {
  // A place reserved by a commit that never came to its act holds nothing.
  const holding = openHolding(state, name);
  const own = ownKeys(state).get(name)?.key;
  if (holding === undefined || own === undefined) return false;
  const present = state.suite.copyOf(own);
  const { db } = holding;
  const file = storeFile(state, holding.place, name, present);
  const next = state.suite.freshKey();
  try {
    const recipients = begin(state, holding, present, next);
    state.at?.('rekeyBegun');
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const written = changesOf(db);
      await copy(state, file, next, signal);
      guard(state);
      state.at?.('rekeyCopied');
      const done = await state.readers.alone(signal, () => {
        guard(state);
        if (state.open.get(name) !== holding || changesOf(db) !== written) return false;
        prove(state, holding, file, next);
        state.at?.('rekeyProven');
        swap(state, holding, file, next);
        finish(state, holding, next, recipients);
        state.at?.('rekeyDone');
        return true;
      });
      if (done) return true;
    }
    return false;
  } catch (error) {
    if (state.locked) throw new VaultError('locked', 'vault', { cause: error });
    throw asVaultError(error, file.place, file.stands);
  } finally {
    state.suite.secrets.erase(present, next);
  }
}

const changesOf = (db: Connection): number => db.prepare<[], { n: number }>('SELECT total_changes() AS n').get()?.n ?? 0;

/** A next key left by an attempt that was cut off is never taken up again: who holds it may have lost the right to it since. */
function begin(state: State, { name, place }: Holding, present: Uint8Array, next: Uint8Array): readonly string[] {
  const recipients = holdersToday(state).of(name);
  commit(state, [vouchFor(state, { name, place, key: next }, { place, key: present })], {}, () => {
    state.registry.prepare('DELETE FROM holding_rekey WHERE place = ?').run(place);
    for (const member of recipients) sealKey(state, 'holding_rekey', { name, place, key: next }, member);
  });
  return recipients.map(({ id }) => id);
}

type StoreFile = ReturnType<typeof storeFile>;
const targetOf = ({ path }: StoreFile): string => `${path}.next`;
const leftovers = (path: string): string[] => ['', '-journal', '-wal', '-shm'].map((end) => `${path}${end}`);

/** Whoever needs the store alone meanwhile waits for the copy. */
async function copy(state: State, file: StoreFile, next: Uint8Array, signal: AbortSignal): Promise<void> {
  const target = targetOf(file);
  for (const path of leftovers(target)) rmSync(path, { force: true });
  const reader: Reader = { place: file.place, close: () => undefined };
  state.readers.enter(reader);
  await inStoreThread({ do: 'copy', source: file.path, target, present: file.key, next }, statSync(file.path).size, signal, () => state.readers.leave(reader));
  syncFolder(dirname(target));
}

const counted = (db: Connection): string => JSON.stringify([
  ...['act', 'record', 'file', 'matched'].map((table) => db.prepare<[], unknown>(`SELECT count(*) AS n, max(n) AS last FROM ${table}`).get()),
  db.prepare<[], unknown>('SELECT * FROM cursor').get(), db.prepare<[], unknown>('SELECT chain FROM act ORDER BY n DESC LIMIT 1').get(),
]);

/** The copy opens as a store of this vault with the next key, and holds as much as the store does. Its pages were read back when it was made. */
function prove(state: State, { name, db }: Holding, file: StoreFile, next: Uint8Array): void {
  const proof = openStore({ ...file, path: targetOf(file), key: next }, { vaultId: state.header.vaultId, store: name });
  try {
    if (counted(proof) !== counted(db)) throw new VaultError('damaged', file.place, { stands: file.stands });
  } finally {
    proof.close();
  }
}

/** From the closing to the rename nothing else of this program touches the store. A write-ahead log of the old file must never lie beside the new one. */
function swap(state: State, { name, db }: Holding, file: StoreFile, next: Uint8Array): void {
  const folder = dirname(file.path);
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.exchange(() => {
      const log = `${file.path}-wal`;
      if (existsSync(log) && statSync(log).size > 0) throw new VaultError('inUse', file.place, { stands: file.stands });
      for (const path of [log, `${file.path}-shm`, ...leftovers(targetOf(file)).slice(1)]) rmSync(path, { force: true });
      syncFolder(folder);
      state.at?.('rekeyClosed');
      renameSync(targetOf(file), file.path);
      syncFolder(folder);
      state.at?.('rekeySwapped');
      return connectStore({ ...file, key: next });
    });
  } catch (error) {
    // Opened anew at its next use, under whichever of the two keys it then has.
    state.open.delete(name);
    throw error;
  }
}

/** Whoever lost the right to the next key while the copy was made keeps the holding due. */
function finish(state: State, { name, place, headKey, end }: Holding, next: Uint8Array, recipients: readonly string[]): void {
  commit(state, [settledBy(state, { name, place, key: next }), { kind: 'holding.rekeyed', result: 'done', subject: name, open: { holding: name }, held: [] }], {}, () => {
    const still = new Set(adoptNextKeys(state, place, next, end));
    if (recipients.every((officer) => still.has(officer))) state.registry.prepare('DELETE FROM rekey_due WHERE place = ?').run(place);
  });
  ownKeys(state).get(name)?.key.set(next);
  const fresh = headKeyOf(state.suite, state.header.vaultId, next);
  headKey.set(fresh);
  state.suite.secrets.erase(fresh);
}
