import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** Less than this a container may have there, and then tests are better off on the disk. */
const enoughBytes = 2 * 1024 ** 3;

function roomy(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= enoughBytes;
}

/**
 * One folder for all that a whole run makes, gone at its end, since a runner ends its processes without letting them clean up. It lies in memory
 * where there is such a place: a vault flushes each act to the disk, and what a disk can do to it is tried by `npm run faults`. The disk is then
 * the other one, for media: a backup does not go beside the vault.
 */
export default function temporary(): () => void {
  const disk = tmpdir();
  const inMemory = roomy();
  const folder = mkdtempSync(join(inMemory ? memory : disk, 'grif-tests-'));
  // Passable, as the folder for what is temporary is: some tests become another user.
  chmodSync(folder, 0o711);
  process.env['GRIF_TEST_FOLDER'] = folder;
  process.env['TMPDIR'] = folder;
  if (inMemory) process.env['GRIF_OTHER_DISK'] = disk;
  return () => rmSync(folder, { recursive: true, force: true });
}
