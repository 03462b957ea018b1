import { z } from 'zod';
import { roles } from '#app/access/roles.ts';
import type { RegistryProjection } from './types.ts';

const key = z.string().regex(/^[0-9a-f]{64}$/);
export const enrolled = z.strictObject({ id: z.string(), login: z.string(), name: z.string(), role: z.enum(roles), boxPublic: key, signPublic: key });
export const disabled = z.strictObject({ id: z.string(), reason: z.string() });

/** Accounts of the vault, with the public keys that the journal vouches for: the header's copies decide nothing. */
export const officers: RegistryProjection = {
  name: 'officers',
  tables: ['officer'],
  schema: `
    CREATE TABLE officer (
      id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL,
      box_public TEXT NOT NULL, sign_public TEXT NOT NULL, since TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  apply(db, act) {
    if (act.kind === 'officer.enrolled' && act.result === 'done') {
      const open = enrolled.parse(act.open);
      db.prepare("INSERT INTO officer (id, login, name, role, state, box_public, sign_public, since) VALUES (?, ?, ?, ?, 'active', ?, ?, ?)")
        .run(open.id, open.login, open.name, open.role, open.boxPublic, open.signPublic, act.at);
    } else if (act.kind === 'officer.disabled' && act.result === 'done') {
      db.prepare("UPDATE officer SET state = 'disabled' WHERE id = ?").run(disabled.parse(act.open).id);
    }
  },
};
