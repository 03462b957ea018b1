import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tried } from './cuts.ts';
import type { Spoiler } from './damage.ts';
import { everyRow, rootAt, type KeyedStore } from './stores.ts';

const page = 4096;

/**
 * Puts the older versions of each page of a store back, one at a time, and looks: it is named by the opening or by the check of the vault, or
 * every row of every table is as it was (a page that nothing uses). Else the vault would answer with rows of another day.
 */
export async function olderPages(spoiler: Spoiler, image: string, days: readonly string[], store: KeyedStore, every: number): Promise<Tried & { readonly harmless: number }> {
  const file = spoiler.files.find(({ path }) => path === store.path);
  const whole = readFileSync(join(image, store.path));
  const rows = everyRow(image, store);
  const misses: string[] = [];
  let tried = 0;
  let harmless = 0;
  if (file === undefined) throw new Error(`there is no ${store.path} in the sample`);
  for (const [day, folder] of days.entries()) {
    const older = readOr(join(folder, store.path));
    for (let at = 0; at < Math.min(older.length, whole.length); at += page * every) {
      const before = older.subarray(at, at + page);
      if (before.equals(whole.subarray(at, at + page))) continue;
      const bytes = Buffer.from(whole);
      before.copy(bytes, at);
      tried += 1;
      // Asked before the program is let in, which writes of its own.
      const shown = spoiler.peek(file, bytes, (copy) => everyRow(copy, store));
      const verdict = await spoiler.spoil(file, bytes);
      if (verdict.kind === 'named') continue;
      // The journal's index is compared with the journal as a whole by the check, and made anew when it is of another: nothing in it counts.
      if (verdict.kind === 'harmless' && (shown === rows || store.path === 'journal.db')) harmless += 1;
      else misses.push(`${file.kind} page ${at / page + 1} of day ${day + 1} (of ${rootAt(image, store, at / page + 1)}): ${verdict.kind === 'miss' ? verdict.why : 'taken as if nothing were'}`);
    }
  }
  return { what: `an older page: ${file.kind}`, tried, harmless, misses };
}

function readOr(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    // Made on a later day.
    return Buffer.alloc(0);
  }
}
