import { readAct } from '#app/journal/kind.ts';
import { noticeAcknowledged, noticeCancelled, noticeDrafted, noticeIssued } from '#app/notices/acts.ts';
import type { Projection } from './types.ts';

/** Notices of one holding, from draft to acknowledgement (Art. 7, 9, 14). */
export const notices: Projection = {
  name: 'notices',
  tables: ['notice', 'notice_material'],
  schema: `
    CREATE TABLE notice (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, addressee TEXT NOT NULL, drafted_at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL,
      number TEXT, issued_at TEXT, issued_by TEXT, acknowledged_on TEXT, acknowledged_by TEXT, cancelled TEXT
    ) WITHOUT ROWID;
    CREATE INDEX notice_drafted ON notice (drafted_at, id);
    CREATE TABLE notice_material (material_id TEXT NOT NULL, notice_id TEXT NOT NULL, PRIMARY KEY (material_id, notice_id)) WITHOUT ROWID;
  `,
  apply(db, act, held) {
    const drafted = readAct(noticeDrafted, act, held)?.held;
    if (drafted !== undefined) {
      db.prepare('INSERT INTO notice (id, kind, addressee, drafted_at, officer, json) VALUES (?, ?, ?, ?, ?, ?)')
        .run(drafted.id, drafted.kind, drafted.addressee, act.at, act.officer, JSON.stringify(drafted));
      for (const { materialId } of drafted.lines) {
        if (materialId !== null) db.prepare('INSERT OR IGNORE INTO notice_material (material_id, notice_id) VALUES (?, ?)').run(materialId, drafted.id);
      }
      return;
    }
    const issued = readAct(noticeIssued, act, held)?.held;
    if (issued !== undefined) {
      db.prepare('UPDATE notice SET number = ?, issued_at = ?, issued_by = ? WHERE id = ?').run(issued.number, act.at, act.officer, issued.id);
      return;
    }
    const acknowledged = readAct(noticeAcknowledged, act, held)?.held;
    if (acknowledged !== undefined) {
      db.prepare('UPDATE notice SET acknowledged_on = ?, acknowledged_by = ? WHERE id = ?').run(acknowledged.date, acknowledged.number, acknowledged.id);
      return;
    }
    const cancelled = readAct(noticeCancelled, act, held)?.held;
    if (cancelled !== undefined) db.prepare('UPDATE notice SET cancelled = ? WHERE id = ?').run(cancelled.reason, cancelled.id);
  },
};

/** Outgoing numbers already given, in a gap-free series of each addressee. */
export const outgoingNumbers: Projection = {
  name: 'outgoingNumbers',
  tables: ['outgoing_number'],
  schema: 'CREATE TABLE outgoing_number (addressee TEXT NOT NULL, year INTEGER NOT NULL, n INTEGER NOT NULL, notice_id TEXT NOT NULL, PRIMARY KEY (addressee, year, n)) WITHOUT ROWID;',
  apply(db, act) {
    const issued = readAct(noticeIssued, act, undefined)?.open;
    if (issued === undefined) return;
    db.prepare('INSERT INTO outgoing_number (addressee, year, n, notice_id) VALUES (?, ?, ?, ?)').run(issued.addressee, issued.serial.year, issued.serial.n, issued.id);
  },
};
