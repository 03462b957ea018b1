import { clearanceAnswered, clearanceAsked } from '#app/exchange/clearanceActs.ts';
import { heldOf } from '#app/journal/kind.ts';
import type { HoldingProjection } from './types.ts';

/** In a body's holding of the lower degree: of which of its people it was asked whether they are cleared, and what it answered (Art. 12). */
export const clearances: HoldingProjection = {
  name: 'clearances',
  tables: ['clearance'],
  schema: 'CREATE TABLE clearance (id TEXT PRIMARY KEY, at TEXT NOT NULL, officer TEXT NOT NULL, json TEXT NOT NULL, answer TEXT) WITHOUT ROWID;',
  apply(db, act, held) {
    const asked = heldOf(clearanceAsked, act, held);
    if (asked !== undefined) {
      db.prepare('INSERT INTO clearance (id, at, officer, json) VALUES (?, ?, ?, ?)').run(asked.id, act.at, act.officer, JSON.stringify(asked));
      return;
    }
    const answered = heldOf(clearanceAnswered, act, held);
    if (answered !== undefined) db.prepare('UPDATE clearance SET answer = ? WHERE id = ?').run(JSON.stringify(answered), answered.id);
  },
};
