import type { ReadableDb } from '../store.ts';

const mostKept = 64;

/** What is read of a holding by a key, kept until something is written there. Keys are few, or digests: they may come of words of a search. */
export function keeper<T>(): (key: string, read: (db: ReadableDb) => T) => (db: ReadableDb) => T {
  const kept = new WeakMap<ReadableDb, { readonly at: number; readonly told: Map<string, T> }>();
  return (key, read) => (db) => {
    const before = kept.get(db);
    const told = before?.at === db.written ? before.told : new Map<string, T>();
    if (told !== before?.told) kept.set(db, { at: db.written, told });
    const known = told.get(key);
    if (known !== undefined) return known;
    const answer = read(db);
    if (told.size >= mostKept) told.clear();
    told.set(key, answer);
    return answer;
  };
}
