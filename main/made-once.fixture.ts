import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Map<string, Promise<string>>();

/** A folder that `make` fills once in a whole run of tests (`tests/temporary.ts`), in whichever of its processes comes first, for being copied: nobody writes to it. */
export function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const known = made.get(name) ?? makeIn(name, make);
  made.set(name, known);
  return known;
}

async function makeIn(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const run = process.env['GRIF_TEST_FOLDER'];
  const base = run ?? mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'grif-once-'));
  if (run === undefined) process.once('exit', () => rmSync(base, { recursive: true, force: true }));
  const place = join(base, `once-${name}`);
  if (existsSync(place)) return place;
  const own = mkdtempSync(`${place}-`);
  await make(own);
  try {
    renameSync(own, place);
  } catch {
    // Another process was quicker.
    rmSync(own, { recursive: true, force: true });
  }
  return place;
}
