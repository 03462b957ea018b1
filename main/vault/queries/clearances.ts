import type { z } from 'zod';
import { clearanceAnswered, clearanceAsked } from '#app/exchange/clearanceActs.ts';
import type { ReadableDb } from '../store.ts';

export type StoredClearance = z.output<typeof clearanceAsked.held> & {
  readonly askedAt: string;
  readonly officer: string;
  readonly answer: Omit<z.output<typeof clearanceAnswered.held>, 'id'> | null;
};

/** Of which people of a holding's body it was asked, newest first. */
export function clearancesOf(db: ReadableDb): readonly StoredClearance[] {
  return db.prepare<[], { json: string; at: string; officer: string; answer: string | null }>('SELECT json, at, officer, answer FROM clearance ORDER BY at DESC, id').all().map(({ json, at, officer, answer }) => {
    const { id: _, ...answered } = answer === null ? { id: '', document: null } : clearanceAnswered.held.parse(JSON.parse(answer));
    return { ...clearanceAsked.held.parse(JSON.parse(json)), askedAt: at, officer, answer: answered.document === null ? null : answered };
  });
}
