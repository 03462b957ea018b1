import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#main/clock.ts';
import { flushesBehind, writeBytes } from '#main/vault/flush-behind.ts';
import { createVault, lightKdf } from '#main/vault/vault.ts';
import { appointment } from './fill.ts';
import { median, timed, type Figure } from './figure.ts';
import { fillIncompressible } from './incompressible.ts';
import { watchMain } from './watch.ts';

const holding = 'UZ-01/LOWER';

interface Round {
  readonly seal: number;
  /** Of the copy made just before sealing, and of that made just before reading. */
  readonly copies: readonly [number, number];
  readonly back: number;
  readonly lag: number;
  readonly memory: number;
}

/** A long attachment into a holding and back to a file, each flushed, against `cp` with fsync in the same folder just before; each finds the machine in the same state. */
export async function bulk({ mebibytes, rounds }: { mebibytes: number; rounds: number }): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'grif-bench-bulk-'));
  try {
    const vault = await createVault(join(folder, 'vault'), {
      clock: systemClock, workstation: 'BENCH', random: (length) => randomBytes(length), kdf: lightKdf, director: { login: 'director', name: 'Д', passphrase: 'fictional' }, appointment, demonstration: true,
    });
    const source = join(folder, 'source.bin');
    await fillIncompressible(source, mebibytes);
    const [copied, outside] = [join(folder, 'copy.bin'), join(folder, 'back.bin')];
    // Nothing waits to be flushed.
    const settle = (): void => { execFileSync('sync', ['-f', folder]); };
    async function copy(): Promise<number> {
      settle();
      const taken = await timed(() => execFileSync('sh', ['-c', 'cp "$0" "$1" && sync "$1"', source, copied]));
      rmSync(copied);
      settle();
      return taken;
    }
    const taken: Round[] = [];
    for (let round = 0; round < rounds + 1; round += 1) {
      let fileId = '';
      const beforeSealing = await copy();
      const watchedSealing = watchMain();
      const seal = await timed(async () => { ({ fileId } = await vault.files.stage(source)); });
      const sealing = watchedSealing();
      vault.commit([{ kind: 'bench.attached', result: 'done', subject: null, open: {}, held: [{ holding, content: { round } }] }], { adopt: [{ fileId, holding }] });
      const beforeReading = await copy();
      const watchedReading = watchMain();
      const target = await open(outside, 'wx');
      const back = await timed(() => writeOut(vault.files.read(holding, fileId), target));
      await target.close();
      const reading = watchedReading();
      for (const path of [outside, sealedPath(folder, fileId)]) rmSync(path);
      // The first round warms up.
      if (round > 0) taken.push({ seal, back, copies: [beforeSealing, beforeReading], lag: Math.max(sealing.lag, reading.lag), memory: Math.max(sealing.memory, reading.memory) });
    }
    vault.lock();
    const figure = (what: string, ours: (one: Round) => number, theirs: (one: Round) => number): Figure => ({
      what, peer: 'cp with fsync', rounds, ours: median(taken.map(ours)), theirs: median(taken.map(theirs)), ratio: median(taken.map((one) => ours(one) / theirs(one))),
    });
    return [
      figure(`seal an attachment of ${mebibytes} MiB into a holding`, ({ seal }) => seal, ({ copies }) => copies[0]),
      figure('the same out of it into a file', ({ back }) => back, ({ copies }) => copies[1]),
      { what: 'longest that main was not free meanwhile', peer: '-', ours: median(taken.map(({ lag }) => lag)), theirs: 0, ratio: 0, rounds },
      { what: 'most memory of the program meanwhile, beyond what it had before (MiB)', peer: '-', ours: Math.max(...taken.map(({ memory }) => memory)), theirs: 0, ratio: 0, rounds },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The parts into a file, flushed. */
async function writeOut(parts: AsyncIterable<Uint8Array>, target: FileHandle): Promise<void> {
  const flushing = flushesBehind(target);
  let written = 0;
  for await (const part of parts) {
    for (let at = 0; at < part.length;) at += (await target.write(part, at, Math.min(writeBytes, part.length - at))).bytesWritten;
    flushing.written(written += part.length);
  }
  await flushing.end();
}

function sealedPath(folder: string, fileId: string): string {
  const found = readdirSync(join(folder, 'vault'), { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(fileId));
  return join(folder, 'vault', found ?? fileId);
}
