import type { ReadableDb } from '../store.ts';

/** What was asked with an act, words and all; undefined where it had none or lies elsewhere. */
export function askedWith(db: ReadableDb, seq: number): string | undefined {
  return db.prepare<[number], { json: string }>('SELECT json FROM asked WHERE seq = ?').get(seq)?.json;
}
