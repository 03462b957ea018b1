import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chanceOf } from './chance.ts';
import { cutsOf, killAt, powerAt, record, someOf, workFolder } from './cuts.ts';
import { flips, spoilerOf, truncations } from './damage.ts';
import { timed, type Figure } from './figures.ts';
import { killForReal } from './real-kills.ts';
import { makeWorld, operations } from './operations.ts';
import { cutAndOpen } from './open-truncations.ts';
import { makeSample, type Sample } from './sample.ts';

/** How much of each is tried. */
export interface Extent {
  readonly seed: number;
  /** Kills for each operation; every cut there is when there are fewer. */
  readonly kills: number;
  /** Instants of a power cut for each operation, two states each. */
  readonly powerCuts: number;
  /** Processes killed at an instant by the clock. */
  readonly realKills: number;
  readonly flips: number;
  /** 1: every length of the last 64 KiB. */
  readonly everyLength: number;
}

export const wholeExtent = (seed: number): Extent => ({ seed, kills: 1000, powerCuts: 150, realKills: 100, flips: 20_000, everyLength: 1 });
export const smallExtent = (seed: number): Extent => ({ seed, kills: 23, powerCuts: 3, realKills: 0, flips: 90, everyLength: 1999 });

type Part = (extent: Extent, done: (figure: Figure) => void) => Promise<void>;

async function inWork(run: (work: string) => Promise<void>): Promise<void> {
  const work = workFolder();
  try {
    await run(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const cuts: Part = ({ seed, kills, powerCuts }, done) => inWork(async (work) => {
  const world = join(work, 'world');
  await makeWorld(world);
  for (const [index, operation] of operations.entries()) {
    const chance = chanceOf(seed + index);
    const recorded = await record(operation, world, work);
    const all = cutsOf(recorded);
    done(await timed(() => killAt(recorded, someOf(all, kills, chance), work)));
    done(await timed(() => powerAt(recorded, someOf(all.filter(({ bytes }) => bytes === 0), powerCuts, chance), work, chance)));
  }
});

const realKills: Part = ({ seed, realKills: count }, done) => inWork(async (work) => {
  const world = join(work, 'world');
  await makeWorld(world);
  if (count > 0) done(await timed(() => killForReal(operations, world, work, count, chanceOf(seed))));
});

const flipped = (which: 'closed' | 'crashed'): Part => ({ seed, flips: count }, done) => inWork(async (work) => {
  const sample = await makeSample(work);
  const spoiler = await spoilerOf(sample[which], sample.attachments, work);
  for (const file of spoiler.files) done(await timed(() => flips(spoiler, sample[which], file, Math.ceil(count / 2), chanceOf(seed))));
});

/** Logs of a crash; everything else lies whole in a closed vault. */
const logs = ({ kind }: { kind: string }): boolean => kind.endsWith('-wal');
const ofHolding = ({ kind }: { kind: string }): boolean => kind.startsWith('holdings/');

const cutLogs = (wanted: (file: { kind: string }) => boolean, step: number): Part => ({ everyLength }, done) => inWork(async (work) => {
  const sample = await makeSample(work);
  const spoiler = await spoilerOf(sample.crashed, sample.attachments, work);
  for (const file of spoiler.files.filter((one) => logs(one) && wanted(one))) done(await timed(() => truncations(spoiler, sample.crashed, file, everyLength * step)));
});

/** A cut last head is one that a crash kept from being written: it is told and completed, so it is looked at in full. */
const lookedAt = ({ path }: { path: string }): boolean => path === 'heads.log' || path === 'attempts.json';

const cutClosed = (wanted: (path: string) => boolean): Part => ({ everyLength }, done) => inWork(async (work) => {
  const sample: Sample = await makeSample(work);
  const spoiler = await spoilerOf(sample.closed, sample.attachments, work);
  for (const file of spoiler.files.filter(({ path }) => wanted(path))) {
    const every = Math.min(everyLength, Math.max(1, Math.floor(file.bytes / 10)));
    done(await timed(() => (lookedAt(file) ? truncations(spoiler, sample.closed, file, every) : cutAndOpen(sample.closed, file, sample.attachments, every, work))));
  }
});

/** Each runs as a process of its own. */
export const parts: Readonly<Record<string, Part>> = {
  cuts,
  'real kills': realKills,
  'flips, closed': flipped('closed'),
  'flips, after a crash': flipped('crashed'),
  'cut registry': cutClosed((path) => basename(path) === 'registry.db'),
  'cut others': cutClosed((path) => basename(path) !== 'registry.db'),
  'cut logs of the registry': cutLogs((file) => !ofHolding(file), 1),
  // A log of a holding that lost projections only is made good and looked at in full: a look a hundred times dearer. Whole frames are read, so the borders are tried all.
  'cut logs of holdings': cutLogs(ofHolding, 16),
};
