import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for the vaults of a whole run, gone at its end: the runner ends its processes without letting them clean up. */
export default function temporaryFolder(): () => void {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'grif-tests-'));
  process.env['GRIF_TEST_FOLDER'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
