import { deputyEnded, deputyRecorded, grantGiven, grantRevoked } from '#app/access/acts.ts';
import { openOf } from '#app/journal/kind.ts';
import type { RegistryProjection } from './types.ts';

/** Grants and replacements of the director as they are shown (Art. 10). Keys follow the signed acts themselves, see roll.ts. */
export const access: RegistryProjection = {
  name: 'access',
  tables: ['access_grant', 'deputy'],
  schema: `
    CREATE TABLE access_grant (id TEXT PRIMARY KEY, officer TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, signer TEXT NOT NULL, json TEXT NOT NULL,
      revoked_at TEXT, revoker TEXT, revocation TEXT) WITHOUT ROWID;
    CREATE TABLE deputy (id TEXT PRIMARY KEY, officer TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, json TEXT NOT NULL, ended_at TEXT, reason TEXT) WITHOUT ROWID;
  `,
  apply(db, act) {
    const issued = grantGiven(act);
    if (issued !== undefined) {
      db.prepare('INSERT INTO access_grant (id, officer, seq, at, signer, json) VALUES (?, ?, ?, ?, ?, ?)').run(issued.id, issued.officer, act.seq, act.at, act.officer, JSON.stringify(issued));
      return;
    }
    const revoked = openOf(grantRevoked, act);
    if (revoked !== undefined) {
      db.prepare('UPDATE access_grant SET revoked_at = ?, revoker = ?, revocation = ? WHERE id = ?').run(act.at, act.officer, JSON.stringify(revoked), revoked.id);
      return;
    }
    const recorded = openOf(deputyRecorded, act);
    if (recorded !== undefined) {
      db.prepare('INSERT INTO deputy (id, officer, seq, at, json) VALUES (?, ?, ?, ?, ?)').run(recorded.id, recorded.officer, act.seq, act.at, JSON.stringify(recorded));
      return;
    }
    const ended = openOf(deputyEnded, act);
    if (ended !== undefined) db.prepare('UPDATE deputy SET ended_at = ?, reason = ? WHERE id = ?').run(act.at, ended.reason, ended.id);
  },
};
