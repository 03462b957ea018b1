/** Tables of a holding that are not projections. Rows after `swept` are compared with the journal when the holding is opened. */
export const holdingSchema = `
  CREATE TABLE record (n INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL UNIQUE, salt TEXT NOT NULL, json TEXT NOT NULL) STRICT;
  CREATE TABLE file (n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, key BLOB NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;
  CREATE TABLE cursor (one INTEGER PRIMARY KEY CHECK (one = 1), projected_to INTEGER NOT NULL, swept_record INTEGER NOT NULL, swept_file INTEGER NOT NULL) STRICT;
  INSERT INTO cursor VALUES (1, 0, 0, 0);
`;
