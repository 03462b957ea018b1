import { matchingSchema } from './matching.ts';

/**
 * Tables of registry.db that are not projections. What must never be broken lies in the database as well:
 * the journal can only be appended to, without gaps and only after the act before (Art. 11).
 */
export const registrySchema = `
  CREATE TABLE act (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, officer TEXT NOT NULL, workstation TEXT NOT NULL, kind TEXT NOT NULL, result TEXT NOT NULL,
    subject TEXT, open TEXT NOT NULL, held TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL
  ) STRICT;
  CREATE INDEX act_kind ON act (kind, seq);
  CREATE INDEX act_at ON act (at, seq);
  CREATE INDEX act_officer ON act (officer, seq);
  CREATE INDEX act_subject ON act (subject, seq) WHERE subject IS NOT NULL;
  CREATE TRIGGER act_appended BEFORE INSERT ON act BEGIN
    SELECT RAISE(ABORT, 'acts are numbered without gaps') WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM act);
    SELECT RAISE(ABORT, 'an act names the act before it') WHERE NEW.seq > 1 AND NEW.prev IS NOT (SELECT hash FROM act WHERE seq = NEW.seq - 1);
  END;
  CREATE TRIGGER act_kept BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END;
  CREATE TRIGGER act_unchanged BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;

  -- Which act holds content where: taken from act.held, for catching up without reading every act.
  CREATE TABLE act_held (holding TEXT NOT NULL, seq INTEGER NOT NULL, part INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (holding, seq, part)) STRICT, WITHOUT ROWID;
  CREATE INDEX act_held_hash ON act_held (hash);
  CREATE TRIGGER act_held_kept BEFORE DELETE ON act_held BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END;
  CREATE TRIGGER act_held_unchanged BEFORE UPDATE ON act_held BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;

  -- A holding's folder and keys are reserved before its file is made, so that a crash between leaves nothing that nobody can open.
  CREATE TABLE holding_store (name TEXT PRIMARY KEY, folder TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
  CREATE TABLE holding_key (holding TEXT NOT NULL, officer TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (holding, officer)) STRICT, WITHOUT ROWID;

  -- Files taken in and not yet part of a material, each key sealed under its officer's own.
  CREATE TABLE staged (id TEXT PRIMARY KEY, officer TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
  -- Files that an act has given to a holding.
  CREATE TABLE file_home (file TEXT PRIMARY KEY, holding TEXT NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  ${matchingSchema}
`;
