import { z } from 'zod';
import type { Projection } from './types.ts';

export const opened = z.strictObject({ holding: z.string() });

/** Holdings that were opened, each for one body and degree (Art. 11). */
export const holdings: Projection = {
  name: 'holdings',
  tables: ['holding'],
  schema: 'CREATE TABLE holding (name TEXT PRIMARY KEY, since TEXT NOT NULL) STRICT, WITHOUT ROWID;',
  apply(db, act) {
    if (act.kind === 'holding.opened' && act.result === 'done') db.prepare('INSERT INTO holding (name, since) VALUES (?, ?)').run(opened.parse(act.open).holding, act.at);
  },
};
