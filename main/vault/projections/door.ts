import { z } from 'zod';
import type { RegistryProjection } from './types.ts';

const created = z.looseObject({ journal: z.string() });
const unlocked = z.looseObject({ journal: z.string() });

/** Who opened the vault when, with the sealed key of each session; the journal's public key; when the clock was put right (R14.8). */
export const door: RegistryProjection = {
  name: 'door',
  tables: ['journal_key', 'unlocked', 'clock_accepted'],
  schema: `
    CREATE TABLE journal_key (seq INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;
    CREATE TABLE unlocked (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, officer TEXT NOT NULL, key TEXT NOT NULL) STRICT;
    CREATE TABLE clock_accepted (seq INTEGER PRIMARY KEY) STRICT;
  `,
  apply(db, { seq, at, officer, kind, open }) {
    if (kind === 'vault.created') db.prepare('INSERT INTO journal_key (seq, key) VALUES (?, ?)').run(seq, created.parse(open).journal);
    else if (kind === 'session.unlocked') db.prepare('INSERT INTO unlocked (seq, at, officer, key) VALUES (?, ?, ?, ?)').run(seq, at, officer, unlocked.parse(open).journal);
    else if (kind === 'clock.accepted') db.prepare('INSERT INTO clock_accepted (seq) VALUES (?)').run(seq);
  },
};
