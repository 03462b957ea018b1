import { certificateRecorded, checkRecorded, responsibleAppointed, responsibleEnded } from '#app/checks/acts.ts';
import { openOf } from '#app/journal/kind.ts';
import type { RegistryProjection } from './types.ts';

/** Checks of premises and means, certificates and appointments (Art. 10, 12). Checks of staff are in no projection: they are read in the journal. */
export const checks: RegistryProjection = {
  name: 'checks',
  tables: ['check_record'],
  schema: `
    CREATE TABLE check_record (id TEXT PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL, ended TEXT) STRICT, WITHOUT ROWID;
  `,
  apply(db, act) {
    const ended = openOf(responsibleEnded, act);
    if (ended !== undefined) db.prepare('UPDATE check_record SET ended = ? WHERE id = ?').run(ended.reason, ended.id);
    const made = openOf(checkRecorded, act) ?? openOf(certificateRecorded, act) ?? openOf(responsibleAppointed, act);
    if (made !== undefined) db.prepare('INSERT INTO check_record (id, kind, seq, at, officer, json) VALUES (?, ?, ?, ?, ?, ?)').run(made.id, act.kind, act.seq, act.at, act.officer, JSON.stringify(made));
  },
};
