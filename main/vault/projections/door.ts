import { z } from 'zod';
import type { RegistryProjection } from './types.ts';

const unlocked = z.looseObject({ journal: z.string() });
const naming = z.looseObject({ header: z.looseObject({ serial: z.int(), sha256: z.string() }) });

/** Who opened the vault when, with the sealed key of each session; when the clock was put right (R14.8); which header each act named. */
export const door: RegistryProjection = {
  name: 'door',
  tables: ['unlocked', 'clock_accepted', 'header_named'],
  schema: `
    CREATE TABLE unlocked (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, officer TEXT NOT NULL, key TEXT NOT NULL) STRICT;
    CREATE TABLE clock_accepted (seq INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE header_named (seq INTEGER PRIMARY KEY, serial INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;
  `,
  apply(db, { seq, at, officer, kind, open }) {
    const named = naming.safeParse(open).data?.header;
    if (named !== undefined) db.prepare('INSERT INTO header_named (seq, serial, sha256) VALUES (?, ?, ?)').run(seq, named.serial, named.sha256);
    if (kind === 'session.unlocked') db.prepare('INSERT INTO unlocked (seq, at, officer, key) VALUES (?, ?, ?, ?)').run(seq, at, officer, unlocked.parse(open).journal);
    else if (kind === 'clock.accepted') db.prepare('INSERT INTO clock_accepted (seq) VALUES (?)').run(seq);
  },
};
