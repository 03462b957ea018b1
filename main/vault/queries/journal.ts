import type { ReadableDb } from '../store.ts';

/** The unlocking before this one, by anybody: an officer who sees one they do not know of asks. */
export function lastUnlockBefore(registry: ReadableDb): { at: string; login: string } | undefined {
  return registry.prepare<[], { at: string; login: string }>(`
    SELECT a.at, o.login FROM act AS a JOIN officer AS o ON o.id = a.officer WHERE a.kind = 'session.unlocked' ORDER BY a.seq DESC LIMIT 1 OFFSET 1`).get();
}
