import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';

/** Rows of 1.5 KB committed by bare SQLite with the vault's journal mode and synchronous level. */
export interface BareCommits {
  one(): void;
  /** As many files as a commit of the vault writes and fsyncs, one after another: two stores, and 100 bytes at the end of a file. */
  three(): void;
  close(): void;
}

export function bareCommits(folder: string): BareCommits {
  const stores = ['bare-1.db', 'bare-2.db'].map((name) => new Database(join(folder, name)));
  const inserts = stores.map((db) => {
    db.pragma('journal_mode=WAL');
    db.pragma('synchronous=FULL');
    db.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
    return db.prepare<unknown>('INSERT INTO row (body) VALUES (?)');
  });
  const fd = openSync(join(folder, 'bare.log'), 'w');
  const body = 'x'.repeat(1500);
  const record = Buffer.alloc(100, 'x');
  return {
    one: () => void inserts[0]?.run(body),
    three() {
      for (const insert of inserts) insert.run(body);
      writeSync(fd, record);
      fsyncSync(fd);
    },
    close() {
      for (const db of stores) db.close();
      closeSync(fd);
    },
  };
}
