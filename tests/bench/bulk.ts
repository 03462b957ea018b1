import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#main/clock.ts';
import { createVault, lightKdf } from '#main/vault/vault.ts';
import { appointment } from './fill.ts';
import { median, timed, type Figure } from './figure.ts';
import { fillIncompressible } from './incompressible.ts';

const holding = 'UZ-01/LOWER';

/** A long attachment into a holding and back to a file, each flushed, against `cp` with fsync in the same folder; ours and the peer by turns. */
export async function bulk({ mebibytes, rounds }: { mebibytes: number; rounds: number }): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'grif-bench-bulk-'));
  try {
    const vault = await createVault(join(folder, 'vault'), {
      clock: systemClock, workstation: 'BENCH', random: (length) => randomBytes(length), kdf: lightKdf, director: { login: 'director', name: 'Д', passphrase: 'fictional' }, appointment, demonstration: true,
    });
    const source = join(folder, 'source.bin');
    await fillIncompressible(source, mebibytes);
    const copy = (): Promise<number> => timed(() => execFileSync('sh', ['-c', 'cp "$0" "$1" && sync "$1"', source, join(folder, 'copy.bin')]));
    const taken: { seal: number; back: number; cp: number; lag: number }[] = [];
    for (let round = 0; round < rounds + 1; round += 1) {
      const cp = await copy();
      rmSync(join(folder, 'copy.bin'));
      const lag = lagOf();
      let fileId = '';
      const seal = await timed(async () => { ({ fileId } = await vault.files.stage(source)); });
      vault.commit([{ kind: 'bench.attached', result: 'done', subject: null, open: {}, held: [{ holding, content: { round } }] }], { adopt: [{ fileId, holding }] });
      const target = await open(join(folder, 'back.bin'), 'wx');
      const back = await timed(async () => {
        // One part is written while the next is opened.
        let writing: Promise<unknown> = Promise.resolve();
        for await (const part of vault.files.read(holding, fileId)) {
          await writing;
          writing = target.write(part);
        }
        await writing;
        await target.sync();
      });
      await target.close();
      rmSync(join(folder, 'back.bin'));
      // The first round warms up.
      if (round > 0) taken.push({ seal, back, cp, lag: lag() });
      else lag();
    }
    vault.lock();
    const figure = (what: string, ours: (one: (typeof taken)[number]) => number): Figure => ({
      what, peer: 'cp with fsync', rounds, ours: median(taken.map(ours)), theirs: median(taken.map(({ cp }) => cp)), ratio: median(taken.map((one) => ours(one) / one.cp)),
    });
    return [
      figure(`seal an attachment of ${mebibytes} MiB into a holding`, ({ seal }) => seal), figure(`the same out of it into a file`, ({ back }) => back),
      { what: 'longest that main was not free meanwhile', peer: '-', ours: median(taken.map(({ lag }) => lag)), theirs: 0, ratio: 0, rounds },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Watches how long the event loop is kept from its next turn; answers the longest, in milliseconds, when it is called. */
function lagOf(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}
