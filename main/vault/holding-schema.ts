/**
 * Tables of a holding that are not projections. `act` keeps what the holding's readers may know of the acts that concern it, in a
 * chain of its own whose end is sealed in the registry: rows beyond that end were left by a commit that never came to its act.
 */
export const holdingSchema = `
  CREATE TABLE act (
    n INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL, kind TEXT NOT NULL, result TEXT NOT NULL, subject TEXT, record TEXT,
    salt TEXT NOT NULL, leaf TEXT NOT NULL UNIQUE, body TEXT NOT NULL, leaves TEXT NOT NULL, chain TEXT NOT NULL
  ) STRICT;
  CREATE INDEX act_seq ON act (seq);
  CREATE INDEX act_subject ON act (subject, seq) WHERE subject IS NOT NULL;
  CREATE TABLE record (n INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL, hash TEXT NOT NULL UNIQUE, salt TEXT NOT NULL, json TEXT NOT NULL) STRICT;
  CREATE TABLE file (n INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, key BLOB NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;
  -- Rows of the blind index (Art. 7) that stand for materials of this holding.
  CREATE TABLE matched (n INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL, row INTEGER NOT NULL UNIQUE, id TEXT NOT NULL) STRICT;
  CREATE TABLE cursor (one INTEGER PRIMARY KEY CHECK (one = 1), projected_to INTEGER NOT NULL) STRICT;
  INSERT INTO cursor VALUES (1, 0);
`;
