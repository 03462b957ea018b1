import type { z } from 'zod';
import { deputyRecorded, grantIssued, grantRevoked } from '#app/access/acts.ts';
import type { Deputy } from '#app/access/authority.ts';
import type { Grant } from '#app/access/grant.ts';
import type { ReadableDb } from '../store.ts';

export interface StoredGrant extends Grant {
  readonly at: string;
  readonly signer: string;
  readonly deputy: string | null;
  readonly revocation: { readonly at: string; readonly by: string; readonly reason: string; readonly document: Grant['document'] } | null;
}

interface GrantRow { at: string; signer: string; json: string; revoked_at: string | null; revoker: string | null; revocation: string | null }

function grantOf({ at, signer, json, revoked_at: revokedAt, revoker, revocation }: GrantRow): StoredGrant {
  const open = grantIssued.open.parse(JSON.parse(json));
  const revoked = revocation === null || revokedAt === null ? null : { at: revokedAt, by: revoker ?? '', ...grantRevoked.open.parse(JSON.parse(revocation)) };
  return {
    ...open, at, signer, revoked: revoked !== null,
    revocation: revoked === null ? null : { at: revoked.at, by: revoked.by, reason: revoked.reason, document: revoked.document },
  };
}

/** Every grant, newest first. */
export const grantsOf = (db: ReadableDb): readonly StoredGrant[] => db.prepare<[], GrantRow>('SELECT at, signer, json, revoked_at, revoker, revocation FROM access_grant ORDER BY seq DESC').all().map(grantOf);

export interface StoredDeputy extends Deputy, Pick<z.infer<typeof deputyRecorded.open>, 'document'> {
  readonly at: string;
  readonly ending: { readonly at: string; readonly reason: string } | null;
}

/** Every replacement of the director, newest first. */
export function deputiesOf(db: ReadableDb): readonly StoredDeputy[] {
  return db.prepare<[], { at: string; json: string; ended_at: string | null; reason: string | null }>('SELECT at, json, ended_at, reason FROM deputy ORDER BY seq DESC').all()
    .map(({ at, json, ended_at: endedAt, reason }) => ({
      ...deputyRecorded.open.parse(JSON.parse(json)), at, ended: endedAt !== null, ending: endedAt === null ? null : { at: endedAt, reason: reason ?? '' },
    }));
}
