import { annex1Recorded, bodyChannelsRecorded, bodyKeysRecorded, bodyRecorded, eventAnnulled, eventRecorded } from '#app/agreement/acts.ts';
import { openOf } from '#app/journal/kind.ts';
import type { RegistryProjection } from './types.ts';

/** Bodies, events of the Agreement and versions of Annex 1: dated, kept in every version, never deleted (Art. 3, 9, 20-23). */
export const reference: RegistryProjection = {
  name: 'reference',
  tables: ['body', 'agreement_event', 'annex1'],
  schema: `
    CREATE TABLE body (code TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (code, seq)) WITHOUT ROWID;
    CREATE TABLE agreement_event (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL, annulled TEXT) WITHOUT ROWID;
    CREATE TABLE annex1 (id TEXT PRIMARY KEY, effective_from TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
  `,
  apply(db, act) {
    const changed = openOf(bodyRecorded, act);
    if (changed !== undefined) {
      const { document: _, ...body } = changed;
      return putBody(body.code, (before) => ({ ...body, keys: before?.['keys'] ?? null }));
    }
    const keyed = openOf(bodyKeysRecorded, act);
    if (keyed !== undefined) return putBody(keyed.body, (before) => ({ ...before, keys: keyed.keys }));
    const channelled = openOf(bodyChannelsRecorded, act);
    if (channelled !== undefined) return putBody(channelled.body, (before) => ({ ...before, channels: channelled.channels }));

    const event = openOf(eventRecorded, act);
    if (event !== undefined) {
      db.prepare('INSERT INTO agreement_event (id, seq, at, officer, json) VALUES (?, ?, ?, ?, ?)')
        .run(event.id, act.seq, act.at, act.officer, JSON.stringify(event));
      return;
    }
    const annulled = openOf(eventAnnulled, act);
    if (annulled !== undefined) {
      db.prepare('UPDATE agreement_event SET annulled = ? WHERE id = ?').run(annulled.reason, annulled.id);
      return;
    }
    const version = openOf(annex1Recorded, act);
    if (version !== undefined) {
      db.prepare('INSERT INTO annex1 (id, effective_from, json) VALUES (?, ?, ?)').run(version.id, version.effectiveFrom, JSON.stringify(version));
    }

    function putBody(code: string, next: (before: Record<string, unknown> | undefined) => Record<string, unknown>): void {
      const row = db.prepare<[string], { json: string }>('SELECT json FROM body WHERE code = ? ORDER BY seq DESC LIMIT 1').get(code);
      const before = row === undefined ? undefined : (JSON.parse(row.json) as Record<string, unknown>);
      db.prepare('INSERT INTO body (code, seq, at, officer, json) VALUES (?, ?, ?, ?, ?)').run(code, act.seq, act.at, act.officer, JSON.stringify(next(before)));
    }
  },
};
