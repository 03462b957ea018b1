import { incidentOpened } from '#app/incidents/acts.ts';
import { readAct } from '#app/journal/kind.ts';
import type { Projection } from './types.ts';

/** Breaches by number, in the registry: kind and clock, no fact and no material (Art. 14). */
export const incidents: Projection = {
  name: 'incidents',
  tables: ['incident'],
  schema: 'CREATE TABLE incident (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, year INTEGER NOT NULL, n INTEGER NOT NULL, json TEXT NOT NULL, UNIQUE (year, n)) WITHOUT ROWID;',
  apply(db, act) {
    const opened = readAct(incidentOpened, act, undefined)?.open;
    if (opened === undefined) return;
    db.prepare('INSERT INTO incident (id, seq, at, officer, year, n, json) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(opened.id, act.seq, act.at, act.officer, opened.serial.year, opened.serial.n, JSON.stringify(opened));
  },
};

/** In each holding: the facts (in the Centre's own) or the materials touched, which are thereby frozen (R14.9). */
export const incidentParts: Projection = {
  name: 'incidentParts',
  tables: ['incident_facts', 'incident_material'],
  schema: `
    CREATE TABLE incident_facts (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE incident_material (material_id TEXT NOT NULL, incident_id TEXT NOT NULL, PRIMARY KEY (material_id, incident_id)) WITHOUT ROWID;
  `,
  apply(db, act, held) {
    const part = readAct(incidentOpened, act, held)?.held;
    if (part === undefined) return;
    if (part.part === 'facts') {
      db.prepare('INSERT INTO incident_facts (id, json) VALUES (?, ?)').run(part.id, JSON.stringify(part));
      return;
    }
    for (const materialId of part.materialIds) {
      db.prepare('INSERT OR IGNORE INTO incident_material (material_id, incident_id) VALUES (?, ?)').run(materialId, part.id);
    }
  },
};
