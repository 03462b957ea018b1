import type { Migration } from './types.ts';

/** Hashes of the blind index wait in one row before they are put in their places; its materials are counted where hashes are, and not in a table of their own. */
export const waitingHashes: Migration = {
  number: 2, name: 'waiting hashes',
  registry(db) {
    db.exec('CREATE TABLE waiting (n INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL, tokens BLOB NOT NULL)');
    db.exec('INSERT INTO frequency (token, n) SELECT -1, count(*) FROM matched');
    db.exec('DROP TABLE matched');
  },
};
