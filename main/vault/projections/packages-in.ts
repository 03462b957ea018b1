import { readAct } from '#app/journal/kind.ts';
import { linkDecided, packageRegistered } from '#app/materials/acts.ts';
import type { Projection } from './types.ts';

/** Packages received, with numbers in a series of each sender; and links, which hold ids only (Art. 11). */
export const packagesIn: Projection = {
  name: 'packagesIn',
  tables: ['package_in', 'link'],
  schema: `
    CREATE TABLE package_in (
      id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, series TEXT NOT NULL, n INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL,
      sender TEXT NOT NULL, outer_number TEXT NOT NULL, sealed_hash TEXT, json TEXT NOT NULL, UNIQUE (series, n)
    ) WITHOUT ROWID;
    CREATE TABLE link (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, type TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX link_a ON link (a);
    CREATE INDEX link_b ON link (b);
  `,
  apply(db, act) {
    const received = readAct(packageRegistered, act, undefined)?.open;
    if (received !== undefined) {
      const { sender, serial } = received;
      const code = sender.kind === 'listed' ? sender.body : '';
      db.prepare('INSERT INTO package_in (id, seq, number, series, n, at, officer, sender, outer_number, sealed_hash, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
        .run(received.id, act.seq, received.number, received.number.slice(0, received.number.lastIndexOf('/')), serial.n, act.at, act.officer, code, received.outerNumber, received.sealedHash, JSON.stringify(received));
      return;
    }
    const link = readAct(linkDecided, act, undefined)?.open;
    if (link !== undefined) {
      db.prepare('INSERT INTO link (id, seq, at, officer, a, b, type) VALUES (?, ?, ?, ?, ?, ?, ?)').run(link.id, act.seq, act.at, act.officer, link.from, link.to, link.type);
    }
  },
};
