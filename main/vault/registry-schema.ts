import { postingSchema } from './posting.ts';

/** By the beginning of the canonical text: one that is written otherwise counts as none of them. */
export const besideTheDoor = `clear IS NOT NULL AND clear NOT LIKE '{"body":{"held":[],"kind":"session.%' AND clear NOT LIKE '{"body":{"held":[],"kind":"clock.accepted"%'`;

/**
 * Tables of registry.db that are not projections. What must never be broken lies in the database as well:
 * the journal can only be appended to, without gaps and only after the act before (Art. 11). Every officer has the key of this
 * database, so nothing in it tells what a holding holds or what it is called.
 */
export const registrySchema = `
  CREATE TABLE act (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, officer TEXT NOT NULL, second TEXT, workstation TEXT NOT NULL,
    digest TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL, cosignature TEXT,
    -- What the act says: of common knowledge in clear, else sealed under the key of the session of that number.
    clear TEXT, session INTEGER, sealed BLOB, CHECK ((second IS NULL) = (cosignature IS NULL) AND (clear IS NULL) = (sealed IS NOT NULL) AND (session IS NULL) = (sealed IS NULL))
  ) STRICT;
  CREATE INDEX act_at ON act (at, seq);
  CREATE INDEX act_common ON act (seq, at) WHERE clear IS NOT NULL;
  -- Without those of the door and the clock, of which there are tens of thousands after some years: who may do what is read from the others at each opening.
  CREATE INDEX act_authority ON act (seq) WHERE ${besideTheDoor};
  CREATE TRIGGER act_appended BEFORE INSERT ON act BEGIN
    SELECT RAISE(ABORT, 'acts are numbered without gaps') WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM act);
    SELECT RAISE(ABORT, 'an act names the act before it') WHERE NEW.seq > 1 AND NEW.prev IS NOT (SELECT hash FROM act WHERE seq = NEW.seq - 1);
  END;
  CREATE TRIGGER act_kept BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END;
  CREATE TRIGGER act_unchanged BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;

  -- A holding's folder and keys are reserved before its file is made, so that a crash between leaves nothing that nobody can open. What it is
  -- called is known to those who have its key. \`head\`: the end of its own chain, sealed under that key; null until its first act stands.
  CREATE TABLE holding_store (place TEXT PRIMARY KEY, head BLOB) STRICT, WITHOUT ROWID;
  CREATE TABLE holding_key (place TEXT NOT NULL, officer TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (place, officer)) STRICT, WITHOUT ROWID;
  -- The next key of a holding, beside the present one until its store is proven to open with it; places of which somebody lost the key; and
  -- within which scopes each official was given every key there is.
  CREATE TABLE holding_rekey (place TEXT NOT NULL, officer TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (place, officer)) STRICT, WITHOUT ROWID;
  CREATE TABLE rekey_due (place TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE key_scope (officer TEXT PRIMARY KEY, scopes TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- Files taken in and not yet part of a material: size, sum and key sealed under their officer's own key.
  CREATE TABLE staged (id TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
  ${postingSchema}
`;
