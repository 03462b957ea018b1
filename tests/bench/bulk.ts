import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#main/clock.ts';
import { flushesBehind } from '#main/vault/flush-behind.ts';
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
    const taken: { seal: number; back: number; cp: number; lag: number; memory: number }[] = [];
    for (let round = 0; round < rounds + 1; round += 1) {
      const cp = await copy();
      rmSync(join(folder, 'copy.bin'));
      const watched = watchMain();
      let fileId = '';
      const seal = await timed(async () => { ({ fileId } = await vault.files.stage(source)); });
      vault.commit([{ kind: 'bench.attached', result: 'done', subject: null, open: {}, held: [{ holding, content: { round } }] }], { adopt: [{ fileId, holding }] });
      const target = await open(join(folder, 'back.bin'), 'wx');
      const back = await timed(async () => {
        const flushing = flushesBehind(target);
        let written = 0;
        for await (const part of vault.files.read(holding, fileId)) {
          await target.write(part);
          flushing.written(written += part.length);
        }
        await flushing.end();
      });
      await target.close();
      const { lag, memory } = watched();
      // Memory that a file frees is what the next is written to: each round finds as much of it as the one before.
      for (const path of [join(folder, 'back.bin'), sealedPath(folder, fileId)]) rmSync(path);
      // The first round warms up.
      if (round > 0) taken.push({ seal, back, cp, lag, memory });
    }
    vault.lock();
    const figure = (what: string, ours: (one: (typeof taken)[number]) => number): Figure => ({
      what, peer: 'cp with fsync', rounds, ours: median(taken.map(ours)), theirs: median(taken.map(({ cp }) => cp)), ratio: median(taken.map((one) => ours(one) / one.cp)),
    });
    return [
      figure(`seal an attachment of ${mebibytes} MiB into a holding`, ({ seal }) => seal), figure(`the same out of it into a file`, ({ back }) => back),
      { what: 'longest that main was not free meanwhile', peer: '-', ours: median(taken.map(({ lag }) => lag)), theirs: 0, ratio: 0, rounds },
      { what: 'most memory of the program meanwhile, beyond what it had before (MiB)', peer: '-', ours: Math.max(...taken.map(({ memory }) => memory)), theirs: 0, ratio: 0, rounds },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sealedPath(folder: string, fileId: string): string {
  const found = readdirSync(join(folder, 'vault'), { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(fileId));
  return join(folder, 'vault', found ?? fileId);
}

/** Watches how long the event loop is kept from its next turn, in milliseconds, and how much memory the whole program takes beyond what it had, in MiB; answers the most of both when it is called. */
function watchMain(): () => { lag: number; memory: number } {
  const before = process.memoryUsage.rss();
  let last = performance.now();
  let lag = 0;
  let most = before;
  const timer = setInterval(() => {
    const now = performance.now();
    lag = Math.max(lag, now - last - 5);
    most = Math.max(most, process.memoryUsage.rss());
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return { lag, memory: (most - before) / 2 ** 20 };
  };
}
