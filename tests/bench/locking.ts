import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { finishGently } from '#main/vault/steps.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { openFilled } from './fill.ts';
import { fillIncompressible } from './incompressible.ts';
import { median, timed, type Figure } from './figure.ts';

/** Begins a long act of an open vault; it ends with the lock. */
type Act = (vault: OpenVault, aside: string) => Promise<unknown>;

const acts: Readonly<Record<string, Act>> = {
  'sealing a long attachment': (vault, aside) => vault.files.stage(join(aside, 'source.bin')),
  'writing a backup': (vault, aside) => vault.backup.write({ folder: aside, generation: 1, medium: 'm'.repeat(20), signal: new AbortController().signal, onProgress: () => undefined }),
  'checking every page': (vault) => finishGently(vault.survey()),
  'verifying the journal': (vault) => finishGently(vault.journal.verify()),
  'building everything anew': (vault) => finishGently(vault.rebuild()),
};

/** How far into the act it is locked, in milliseconds: another place each round. */
const into = (round: number): number => 40 + round * 37;

/**
 * From the wish to lock to keys wiped and stores closed, while a long act runs, against the same vault with nothing running. The wish comes by a timer,
 * as that of the idle watch does: what keeps main from its next turn counts.
 */
export async function locking(folder: string, mebibytes: number, rounds: number): Promise<Figure[]> {
  const aside = mkdtempSync(join(tmpdir(), 'grif-bench-lock-'));
  try {
    await fillIncompressible(join(aside, 'source.bin'), mebibytes);
    const figures: Figure[] = [];
    for (const [name, act] of Object.entries(acts)) {
      const [idle, busy]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        idle.push(await lockedAfter(folder, aside, into(round)));
        busy.push(await lockedAfter(folder, aside, into(round), act));
      }
      figures.push({ what: `lock while ${name} (longest)`, peer: 'lock with nothing running', rounds, ours: Math.max(...busy), theirs: median(idle), ratio: Math.max(...busy) / median(idle) });
    }
    return figures;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function lockedAfter(folder: string, aside: string, wait: number, act?: Act): Promise<number> {
  const vault = await openFilled(folder);
  for (const name of vault.holdings()) vault.holding(name);
  const going = act?.(vault, aside).catch(() => undefined);
  const due = performance.now() + wait;
  await setTimeout(wait);
  const late = performance.now() - due;
  const taken = await timed(() => vault.lock());
  await going;
  await setImmediate();
  rmSync(join(aside, 'grif-backup'), { recursive: true, force: true });
  return Math.max(0, late) + taken;
}
