import { backupProven, backupRemoved, backupScheduled, backupWritten, mediumChecked, mediumRegistered, mediumWithdrawn } from '#app/backup/acts.ts';
import { openOf } from '#app/journal/kind.ts';
import type { RegistryProjection } from './types.ts';

/** Media for backups and the generations on them (Art. 12). The first backup makes a medium one of the upper degree, and it stays so (R10.5). */
export const backups: RegistryProjection = {
  name: 'backups',
  tables: ['medium', 'backup', 'backup_plan'],
  schema: `
    CREATE TABLE medium (
      id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, description TEXT NOT NULL, place TEXT NOT NULL, serial TEXT NOT NULL, degree TEXT,
      registered_at TEXT NOT NULL, checked_at TEXT, present INTEGER NOT NULL, withdrawn TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE backup (
      generation INTEGER PRIMARY KEY, medium TEXT NOT NULL, at TEXT NOT NULL, seq INTEGER NOT NULL, head TEXT NOT NULL, bytes INTEGER NOT NULL, written INTEGER NOT NULL,
      proven_at TEXT, removed_at TEXT
    ) STRICT;
    CREATE TABLE backup_plan (one INTEGER PRIMARY KEY CHECK (one = 1), every_days INTEGER NOT NULL) STRICT;
  `,
  apply(db, act) {
    const registered = openOf(mediumRegistered, act);
    if (registered !== undefined) {
      const { id, number, description, place, serial } = registered;
      db.prepare('INSERT INTO medium (id, number, description, place, serial, registered_at, present) VALUES (?, ?, ?, ?, ?, ?, 1)').run(id, number, description, place, serial, act.at);
    }
    const checked = openOf(mediumChecked, act);
    if (checked !== undefined) db.prepare('UPDATE medium SET checked_at = ?, present = ?, place = ? WHERE id = ?').run(act.at, checked.present ? 1 : 0, checked.place, checked.id);
    const withdrawn = openOf(mediumWithdrawn, act);
    if (withdrawn !== undefined) db.prepare('UPDATE medium SET withdrawn = ? WHERE id = ?').run(withdrawn.reason, withdrawn.id);

    const written = openOf(backupWritten, act);
    if (written !== undefined) {
      const { generation, medium, seq, head, bytes, written: fresh } = written;
      db.prepare('INSERT INTO backup (generation, medium, at, seq, head, bytes, written) VALUES (?, ?, ?, ?, ?, ?, ?)').run(generation, medium, act.at, seq, head, bytes, fresh);
      db.prepare("UPDATE medium SET degree = 'UPPER' WHERE id = ?").run(medium);
    }
    const proven = openOf(backupProven, act);
    if (proven !== undefined) db.prepare('UPDATE backup SET proven_at = ? WHERE generation = ?').run(act.at, proven.generation);
    const removed = openOf(backupRemoved, act);
    if (removed !== undefined) db.prepare('UPDATE backup SET removed_at = ? WHERE generation = ?').run(act.at, removed.generation);
    const plan = openOf(backupScheduled, act);
    if (plan !== undefined) db.prepare('INSERT INTO backup_plan (one, every_days) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET every_days = excluded.every_days').run(plan.everyDays);
  },
};
