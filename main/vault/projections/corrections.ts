import { heldOf } from '#app/journal/kind.ts';
import { evaluationRevised, materialRectified } from '#app/materials/acts.ts';
import type { HoldingProjection } from './types.ts';

/** What originators corrected of their materials (R8.9, R15.5), version by version; `materials` lists and finds by the latest code. */
export const corrections: HoldingProjection = {
  name: 'corrections',
  tables: ['correction'],
  schema: `
    CREATE TABLE correction (id TEXT PRIMARY KEY, material_id TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, officer TEXT NOT NULL, kind TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX correction_material ON correction (material_id, seq);
  `,
  apply(db, act, held) {
    const corrected = heldOf(evaluationRevised, act, held) ?? heldOf(materialRectified, act, held);
    if (corrected === undefined) return;
    db.prepare('INSERT INTO correction (id, material_id, seq, at, officer, kind, json) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(corrected.id, corrected.materialId, act.seq, act.at, act.officer, act.kind, JSON.stringify(corrected));
  },
};
