import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#main/clock.ts';
import { deriveKey } from '#main/vault/kdf.ts';
import { createVault, floor, unlockVault } from '#main/vault/vault.ts';
import { appointment } from './fill.ts';
import { against, type Figure } from './figure.ts';

/** Unlocking with the least parameters against Argon2id alone: what stands beyond it is the program's own. */
export async function unlocking(rounds: number): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'grif-bench-unlock-'));
  const around = { clock: systemClock, workstation: 'BENCH', random: (length: number) => randomBytes(length) };
  try {
    const made = await createVault(join(folder, 'vault'), { ...around, director: { login: 'director', name: 'Д', passphrase: 'fictional' }, appointment, kdf: floor, demonstration: true });
    made.lock();
    return await against({ what: 'unlock', peer: 'Argon2id alone (256 MiB, three passes)', rounds, warmUp: 1 }, async () => {
      const vault = await unlockVault(join(folder, 'vault'), { ...around, login: 'director', passphrase: 'fictional' });
      vault.lock();
    }, () => deriveKey('fictional', new Uint8Array(16), floor));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
