import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tried } from './cuts.ts';
import { lengthsOf, type Spoiler } from './damage.ts';
import type { StoreFile } from './sample.ts';
import { farAs, type KeyedStore } from './stores.ts';

/** Head of a log, head of a frame and page (SQLite's file format, 4.1). */
const [logHead, frame] = [32, 24 + 4096];

/**
 * Cuts a write-ahead log to each length. Whole frames are read and no others: at each border of a frame, and at every 1024th length,
 * everything is looked at in full; at every other length the store must show exactly as much as at the border before it.
 */
export async function cutLog(spoiler: Spoiler, image: string, file: StoreFile, store: KeyedStore, every: number, work: string): Promise<Tried & { readonly harmless: number }> {
  const whole = readFileSync(join(image, file.path));
  const copy = join(work, 'cutLog');
  rmSync(copy, { recursive: true, force: true });
  cpSync(image, copy, { recursive: true });
  const target = join(copy, file.path);
  const shown = (): string => {
    rmSync(`${join(copy, store.path)}-shm`, { force: true });
    return farAs(copy, store);
  };
  const border = (length: number): number => (length < logHead ? 0 : length - ((length - logHead) % frame));
  const lengths = lengthsOf(file, every);
  const misses: string[] = [];
  const between = new Map<number, Map<number, string>>();
  let harmless = 0;
  for (const [index, length] of lengths.entries()) {
    if (border(length) !== length && index % 1024 !== 0) {
      // Longest first: the file is only ever cut.
      truncateSync(target, length);
      between.set(border(length), (between.get(border(length)) ?? new Map<number, string>()).set(length, shown()));
      continue;
    }
    const verdict = await spoiler.spoil(file, whole.subarray(0, length));
    if (verdict.kind === 'harmless') harmless += 1;
    if (verdict.kind === 'miss') misses.push(`${file.path} cut to ${length} of ${whole.length}: ${verdict.why}`);
  }
  for (const [at, seen] of between) {
    writeFileSync(target, whole.subarray(0, at));
    const expected = shown();
    for (const [length, other] of seen) if (other !== expected) misses.push(`${file.path} cut to ${length} of ${whole.length}: shows another state than cut to ${at}`);
  }
  return { what: `cut at the end: ${file.kind}`, tried: lengths.length, harmless, misses };
}
