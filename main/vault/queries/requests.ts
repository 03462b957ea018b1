import type { z } from 'zod';
import { requestJustified, requestRecorded } from '#app/materials/acts.ts';
import type { ReadableDb } from '../store.ts';
import type { OpenVault } from '../vault.ts';

export type StoredRequest = z.output<NonNullable<typeof requestRecorded.held>> & {
  readonly recordedAt: string;
  /** The document that brought the justification later; null where none was waited for, or it is still awaited. */
  readonly justified: { readonly number: string; readonly date: string } | null;
  /** The latest document that brought one and was not accepted, while the request still waits. */
  readonly rejected: { readonly number: string; readonly date: string; readonly reason: string } | null;
};

interface Row { json: string; at: string; justified: string | null }

function read(row: Row): StoredRequest {
  const recorded = { ...requestRecorded.held.parse(JSON.parse(row.json)), recordedAt: row.at };
  if (row.justified === null) return { ...recorded, justified: null, rejected: null };
  const { justification, number, date, rejected: reason } = requestJustified.held.parse(JSON.parse(row.justified));
  if (reason !== undefined) return { ...recorded, justified: null, rejected: { number, date, reason } };
  return { ...recorded, justification, status: 'open', justified: { number, date }, rejected: null };
}

export function requestsOf(db: ReadableDb): readonly StoredRequest[] {
  return db.prepare<[], Row>('SELECT json, at, justified FROM request ORDER BY at DESC, id').all().map(read);
}

export function countAnswers(db: ReadableDb, requestId: string): number {
  return db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM material WHERE request_id = ?').get(requestId)?.n ?? 0;
}

/** A request by its id, in whichever holding it lies. */
export function findRequest(vault: OpenVault, id: string): StoredRequest | undefined {
  for (const name of vault.holdings()) {
    const row = vault.holding(name)?.prepare<[string], Row>('SELECT json, at, justified FROM request WHERE id = ?').get(id);
    if (row !== undefined) return read(row);
  }
  return undefined;
}
