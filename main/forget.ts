import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8's own collection, as complete as it knows one. Asked for only here, so the flag is set only here. */
function collector(): (how: { type: 'major'; execution: 'sync'; flavor?: 'last-resort' }) => void {
  setFlagsFromString('--expose-gc');
  try {
    return runInNewContext('gc');
  } finally {
    setFlagsFromString('--no-expose-gc');
  }
}

let collect: ReturnType<typeof collector> | undefined;

/**
 * After a lock: has V8 collect what nobody holds any more. With it go OpenSSL's objects of keys, which wipe themselves as they are freed, and
 * the strings of what was read, typed and searched. Memory that was freed is not wiped by V8.
 */
export function forgetMemory(): void {
  collect ??= collector();
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
