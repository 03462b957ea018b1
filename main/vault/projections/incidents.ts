import { incidentClosed, incidentOpened, incidentStepRecorded } from '#app/incidents/acts.ts';
import { heldOf } from '#app/journal/kind.ts';
import type { HoldingProjection } from './types.ts';

/** In the Centre's own holdings: breaches of that degree, in a gap-free series of it, with what followed each. In every other: the materials touched, which are frozen until it is closed (R14.9). */
export const incidents: HoldingProjection = {
  name: 'incidents',
  tables: ['incident', 'incident_step', 'incident_material'],
  schema: `
    CREATE TABLE incident (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, year INTEGER NOT NULL, n INTEGER NOT NULL, json TEXT NOT NULL, closed TEXT, closed_at TEXT, closed_by TEXT, UNIQUE (year, n)) WITHOUT ROWID;
    CREATE TABLE incident_step (incident_id TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (incident_id, seq)) WITHOUT ROWID;
    CREATE TABLE incident_material (material_id TEXT NOT NULL, incident_id TEXT NOT NULL, number TEXT NOT NULL, released TEXT, PRIMARY KEY (material_id, incident_id)) WITHOUT ROWID;
  `,
  apply(db, act, held) {
    const step = heldOf(incidentStepRecorded, act, held);
    if (step !== undefined) db.prepare('INSERT INTO incident_step (incident_id, seq, at, officer, json) VALUES (?, ?, ?, ?, ?)').run(step.id, act.seq, act.at, act.officer, JSON.stringify(step.step));
    const closed = heldOf(incidentClosed, act, held);
    if (closed?.part === 'facts') db.prepare('UPDATE incident SET closed = ?, closed_at = ?, closed_by = ? WHERE id = ?').run(JSON.stringify(closed), act.at, act.officer, closed.id);
    if (closed?.part === 'released') {
      for (const materialId of closed.materialIds) db.prepare('UPDATE incident_material SET released = ? WHERE material_id = ? AND incident_id = ?').run(act.at, materialId, closed.id);
    }
    const part = heldOf(incidentOpened, act, held);
    if (part === undefined) return;
    if (part.part === 'facts') {
      db.prepare('INSERT INTO incident (id, seq, at, officer, year, n, json) VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(part.id, act.seq, act.at, act.officer, part.serial.year, part.serial.n, JSON.stringify(part));
      return;
    }
    for (const materialId of part.materialIds) {
      db.prepare('INSERT OR IGNORE INTO incident_material (material_id, incident_id, number) VALUES (?, ?, ?)').run(materialId, part.id, part.number);
    }
  },
};
