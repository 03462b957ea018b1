import type { ReadableDb } from '../store.ts';

/**
 * The latest civil date-time of any act since the clock was last put right by the director: a clock that shows less was
 * set back (R14.8). Attempts refused meanwhile carry the wrong time and do not lower it.
 */
export function clockFloor(registry: ReadableDb): string | undefined {
  return registry.prepare<[], { at: string }>(`
    SELECT at FROM act WHERE seq > coalesce((SELECT max(seq) FROM clock_accepted), 0) ORDER BY at DESC LIMIT 1`).get()?.at;
}

/** The unlocking before this one, by anybody: an officer who sees one they do not know of asks. */
export function lastUnlockBefore(registry: ReadableDb): { at: string; login: string } | undefined {
  return registry.prepare<[], { at: string; login: string }>(`
    SELECT u.at, o.login FROM unlocked AS u JOIN officer AS o ON o.id = u.officer ORDER BY u.seq DESC LIMIT 1 OFFSET 1`).get();
}

/** Hash and time of the act of a number. */
export const hashAt = (db: ReadableDb, seq: number): { hash: string; at: string } | undefined =>
  db.prepare<[number], { hash: string; at: string }>('SELECT hash, at FROM act WHERE seq = ?').get(seq);
