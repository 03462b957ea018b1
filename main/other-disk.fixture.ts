import { existsSync } from 'node:fs';

/** A folder on another disk than the one on which tests make their vaults (`tests/temporary.ts`), for media; `undefined` where there is none. */
export const otherDisk: string | undefined = process.env['GRIF_OTHER_DISK'] ?? (existsSync('/dev/shm') ? '/dev/shm' : undefined);
