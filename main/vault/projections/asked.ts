import { asked as kinds } from '#app/journal/asked.ts';
import { canonical } from '../canonical.ts';
import type { HoldingProjection } from './types.ts';

/** The words of searches, for those who may read them (R11.6); the journal's open part has their length only. */
export const asked: HoldingProjection = {
  name: 'asked',
  tables: ['asked'],
  schema: 'CREATE TABLE asked (seq INTEGER PRIMARY KEY, json TEXT NOT NULL);',
  apply(db, act, held) {
    if (act.kind !== kinds.search.kind && act.kind !== kinds.view.kind) return;
    db.prepare('INSERT INTO asked (seq, json) VALUES (?, ?)').run(act.seq, canonical(held));
  },
};
