import { heldOf } from '#app/journal/kind.ts';
import { noticeAcknowledged, noticeCancelled, noticeDrafted, noticeIssued } from '#app/notices/acts.ts';
import type { HoldingProjection } from './types.ts';

/** Notices of one holding, from draft to acknowledgement (Art. 7, 9, 14); in a body's holding of the lower degree, the outgoing numbers given in its series, gap-free. */
export const notices: HoldingProjection = {
  name: 'notices',
  tables: ['notice', 'notice_material', 'outgoing_number'],
  schema: `
    CREATE TABLE notice (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, addressee TEXT NOT NULL, drafted_at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL,
      link TEXT, number TEXT, issued_at TEXT, issued_by TEXT, acknowledged_on TEXT, acknowledged_by TEXT, cancelled TEXT
    ) WITHOUT ROWID;
    CREATE INDEX notice_drafted ON notice (drafted_at, id);
    CREATE INDEX notice_link ON notice (link) WHERE link IS NOT NULL;
    CREATE TABLE notice_material (material_id TEXT NOT NULL, notice_id TEXT NOT NULL, PRIMARY KEY (material_id, notice_id)) WITHOUT ROWID;
    CREATE TABLE outgoing_number (year INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (year, n)) WITHOUT ROWID;
  `,
  apply(db, act, held) {
    const drafted = heldOf(noticeDrafted, act, held);
    if (drafted !== undefined) {
      db.prepare('INSERT INTO notice (id, kind, addressee, drafted_at, officer, link, json) VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(drafted.id, drafted.kind, drafted.addressee, act.at, act.officer, drafted.link ?? null, JSON.stringify(drafted));
      for (const { materialId } of drafted.lines) {
        if (materialId !== null) db.prepare('INSERT OR IGNORE INTO notice_material (material_id, notice_id) VALUES (?, ?)').run(materialId, drafted.id);
      }
      return;
    }
    const issued = heldOf(noticeIssued, act, held);
    if (issued?.part === 'number') {
      db.prepare('INSERT INTO outgoing_number (year, n) VALUES (?, ?)').run(issued.serial.year, issued.serial.n);
      return;
    }
    if (issued !== undefined) {
      db.prepare('UPDATE notice SET number = ?, issued_at = ?, issued_by = ? WHERE id = ?').run(issued.number, act.at, act.officer, issued.id);
      return;
    }
    const acknowledged = heldOf(noticeAcknowledged, act, held);
    if (acknowledged !== undefined) {
      db.prepare('UPDATE notice SET acknowledged_on = ?, acknowledged_by = ? WHERE id = ?').run(acknowledged.date, acknowledged.number, acknowledged.id);
      return;
    }
    const cancelled = heldOf(noticeCancelled, act, held);
    if (cancelled !== undefined) db.prepare('UPDATE notice SET cancelled = ? WHERE id = ?').run(cancelled.reason, cancelled.id);
  },
};
