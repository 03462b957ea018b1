import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { Connection, type Raw, type ReadableDb } from './db.ts';
import { syncFolder } from './durable.ts';
import { naming, VaultError, type Standing } from './errors.ts';
import { openKeyed } from './keyed.ts';
import { mediumOrDamage } from './medium.ts';

export type { ReadStatement, ReadableDb, Statement, WritableDb } from './db.ts';
export type { Connection } from './db.ts';

/**
 * Bytes 16-23 of every store of ours: page of 4096, WAL, 64 bytes reserved for nonce and tag, SQLite's fractions.
 * They are in clear and not authenticated; a changed one can return wrong rows, so they are compared before opening.
 */
const constant = Buffer.from('1000020240402020', 'hex');
const pageBytes = 4096;
const clearText = Buffer.from('SQLite format 3');

/** What a store says of itself inside: a file put in another's place is noticed even with the right key. */
export interface StoreName {
  readonly vaultId: string;
  readonly store: string;
}

export interface StoreFile {
  readonly path: string;
  /** How the file is named to people: relative to the vault, without the chance names of folders. */
  readonly place: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly stands: readonly Standing[];
}

const connect = ({ path, key }: StoreFile, mustExist: boolean, readonly = false): Raw => openKeyed(Database, path, key, { fileMustExist: mustExist, readonly }, (raw) => {
  if (readonly) return;
  raw.pragma('journal_mode=WAL');
  raw.pragma('synchronous=FULL');
  raw.pragma('checkpoint_fullfsync=1');
  raw.pragma('foreign_keys=ON');
  raw.pragma('trusted_schema=OFF');
});

const start = (path: string): Buffer => {
  const bytes = Buffer.alloc(24);
  const fd = openSync(path, 'r');
  try {
    readSync(fd, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(fd);
  }
  return bytes;
};

/** Creates a store with its schema. Throws `exists`. */
export function createStore(file: StoreFile, name: StoreName, schema: string): Connection {
  if (existsSync(file.path)) throw new VaultError('exists', file.place);
  return naming(file.place, () => {
    const connection = new Connection(connect(file, false), file.place);
    connection.transaction(() => {
      connection.exec('CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID');
      connection.exec(schema);
      putMeta(connection, 'vault', name.vaultId);
      putMeta(connection, 'store', name.store);
    });
    const head = start(file.path);
    if (head.subarray(0, clearText.length).equals(clearText) || !head.subarray(16).equals(constant)) {
      connection.close();
      throw new Error('the store was not encrypted as asked');
    }
    connection.pragma('wal_checkpoint(TRUNCATE)');
    syncFolder(dirname(file.path));
    return connection;
  }, file.stands);
}

/** A store that was just closed or put in its place, opened again without its checks. */
export const connectStore = (file: StoreFile): Raw => connect(file, true);

const isSqlError = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR';

/**
 * Opens a store after looking at its clear bytes. Throws `missing`, `damaged` (a key that does not fit among it: keys are authenticated before) or a fault of the medium.
 * `assess` throws when the store is not the one expected. Whoever opens a store for writing and closes it again folds its write-ahead log
 * into it and deletes the log, a damaged one too: so where there is a log, the store is first assessed over a connection that only reads.
 */
export function openStore(file: StoreFile, name: StoreName, assess: (db: ReadableDb) => void = () => undefined): Connection {
  return open(file, name, assess, false);
}

/** The same over a connection that writes nothing and keeps a write-ahead log as it is. */
export function openStoreToRead(file: StoreFile, name: StoreName): Connection {
  return open(file, name, () => undefined, true);
}

function reached<T>(file: StoreFile, work: () => T): T {
  try {
    return naming(file.place, work, file.stands);
  } catch (error) {
    throw mediumOrDamage(error, file.path);
  }
}

function open(file: StoreFile, name: StoreName, assess: (db: ReadableDb) => void, toRead: boolean): Connection {
  const damaged = (cause?: unknown) => new VaultError('damaged', file.place, { stands: file.stands, cause });
  const opened = (readonly: boolean): Connection => {
    const connection = new Connection(reached(file, () => connect(file, true, readonly)), file.place);
    try {
      if (getMeta(connection, 'vault') !== name.vaultId || getMeta(connection, 'store') !== name.store) throw damaged();
      assess(connection.reader);
      return connection;
    } catch (error) {
      connection.close();
      // A store that lost its write-ahead log before its first checkpoint has no tables.
      throw isSqlError(error) ? damaged(error) : error;
    }
  };
  return naming(file.place, () => {
    const { size } = statSync(file.path);
    // An empty file is a valid empty database: never opened.
    if (size === 0 || !start(file.path).subarray(16).equals(constant)) throw damaged();
    const hasLog = (statSync(`${file.path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    // SQLite takes a cut page for a whole one until it is read. With a log it may be one that a power cut tore, and the log has it whole.
    if (size % pageBytes !== 0 && !hasLog) throw damaged();
    if (toRead) return opened(true);
    if (hasLog) opened(true).close();
    return opened(false);
  }, file.stands);
}

/** A database that is written nowhere: memory only, for rebuilding projections. */
export function memoryStore(): Connection {
  const raw = new Database(':memory:');
  raw.pragma('temp_store=2');
  return new Connection(raw, 'memory');
}

export function getMeta(db: ReadableDb, key: string): string | undefined {
  return db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value;
}

export function putMeta(db: Connection, key: string, value: string): void {
  db.prepare<[string, string]>('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
}
