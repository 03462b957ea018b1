import { sealedVerified } from '#app/exchange/acts.ts';
import { heldOf } from '#app/journal/kind.ts';
import { packageRegistered } from '#app/materials/acts.ts';
import type { HoldingProjection } from './types.ts';

/** In the sender's holding of the lower degree: packages received, in a gap-free series of each sender, and sealed packages opened in quarantine. */
export const packagesIn: HoldingProjection = {
  name: 'packagesIn',
  tables: ['package_in', 'sealed_in'],
  schema: `
    CREATE TABLE package_in (
      id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, series TEXT NOT NULL, n INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL,
      outer_number TEXT NOT NULL, sealed_hash TEXT, json TEXT NOT NULL, UNIQUE (series, n)
    ) WITHOUT ROWID;
    CREATE TABLE sealed_in (sender TEXT NOT NULL, number TEXT NOT NULL, sha256 TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (sender, number, seq)) WITHOUT ROWID;
    CREATE INDEX sealed_in_hash ON sealed_in (sha256);
  `,
  apply(db, act, held) {
    const received = heldOf(packageRegistered, act, held);
    if (received !== undefined) {
      const { id, number, serial, outerNumber, sealedHash } = received;
      db.prepare('INSERT INTO package_in (id, seq, number, series, n, at, officer, outer_number, sealed_hash, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
        .run(id, act.seq, number, number.slice(0, number.lastIndexOf('/')), serial.n, act.at, act.officer, outerNumber, sealedHash, JSON.stringify(received));
      return;
    }
    const opened = heldOf(sealedVerified, act, held);
    if (opened !== undefined) db.prepare('INSERT INTO sealed_in (sender, number, sha256, seq) VALUES (?, ?, ?, ?)').run(opened.sender, opened.number, opened.sha256, act.seq);
  },
};
