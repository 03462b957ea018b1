import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** V8's own collection, the one that also gives pages back. The flag is up for no longer than it takes to get hold of it. */
function collector(): Collect | undefined {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? (found as Collect) : undefined;
}

let collect: Collect | undefined;

/** Larger than both halves of the part of the heap that new objects go into: what it is told to be, and the least that is gone over. */
const leastBytes = 48 * 1024 * 1024;
const youngBytes = (): number => Math.max(leastBytes, 1.5 * (getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0));
const pieceBytes = 16 * 1024;
const zeros: readonly number[] = Array.from({ length: pieceBytes / 8 }, () => 0);

/** Goes through the memory of young objects once, leaving zeros there. */
function overwriteYoung(): number {
  let last = 0;
  const bytes = youngBytes();
  for (let done = 0; done < bytes; done += pieceBytes) last = Array.from(zeros).length;
  return last;
}

function forgetNow(): void {
  try {
    collect ??= collector();
    collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    overwriteYoung();
  } catch {
    // Where the runtime is another one this cannot be had: docs/threat-model.md says what follows.
  }
}

/** By then the steps that the lock broke off have ended, and hold nothing any more. */
const laterMilliseconds = 1000;

/**
 * After a lock: has V8 collect what nobody holds any more, at the next turn and once more a little later. With it go OpenSSL's objects of keys,
 * which wipe themselves as they are freed, and the strings of what was read, typed and searched; V8 wipes nothing that it frees, so the
 * place where it puts what is new is gone over once. Never throws.
 */
export function forgetMemory(): void {
  setImmediate(forgetNow);
  setTimeout(forgetNow, laterMilliseconds).unref();
}
