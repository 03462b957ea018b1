import type { z } from 'zod';
import { certificateRecorded, checkRecorded, responsibleAppointed } from '#app/checks/acts.ts';
import type { ActKind } from '#app/journal/kind.ts';
import type { ReadableDb } from '../store.ts';

export type Recorded<T> = T & { readonly at: string; readonly officer: string; readonly ended: string | null };

function recordsOf<O extends z.ZodObject>(db: ReadableDb, { kind, open }: ActKind<O, null>): readonly Recorded<z.output<O>>[] {
  return db.prepare<[string], { at: string; officer: string; json: string; ended: string | null }>('SELECT at, officer, json, ended FROM check_record WHERE kind = ? ORDER BY seq DESC').all(kind)
    .map(({ json, ...row }) => Object.assign(open.parse(JSON.parse(json)), row));
}

/** Checks of premises and technical means, newest first (R12.4). */
export const checksOf = (db: ReadableDb) => recordsOf(db, checkRecorded);
/** Certificates, the last recorded first (R10.3). */
export const certificatesOf = (db: ReadableDb) => recordsOf(db, certificateRecorded);
/** Appointments of officers responsible for information security, newest first (R12.6). */
export const appointmentsOf = (db: ReadableDb) => recordsOf(db, responsibleAppointed);
