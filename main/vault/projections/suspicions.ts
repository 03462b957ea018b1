import { suspicionRaised, suspicionSettled } from '#app/incidents/suspicion.ts';
import { heldOf } from '#app/journal/kind.ts';
import type { HoldingProjection } from './types.ts';

/** What asks whether there was a breach, in the holding of the thing that it is about (R14.8). */
export const suspicions: HoldingProjection = {
  name: 'suspicions',
  tables: ['suspicion'],
  schema: `
    CREATE TABLE suspicion (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL, settled TEXT) WITHOUT ROWID;
  `,
  apply(db, act, held) {
    const raised = heldOf(suspicionRaised, act, held);
    if (raised !== undefined) {
      db.prepare('INSERT INTO suspicion (id, seq, at, officer, json) VALUES (?, ?, ?, ?, ?)').run(raised.id, act.seq, act.at, act.officer, JSON.stringify(raised));
      return;
    }
    const settled = heldOf(suspicionSettled, act, held);
    if (settled !== undefined) db.prepare('UPDATE suspicion SET settled = ? WHERE id = ?').run(act.at, settled.id);
  },
};
