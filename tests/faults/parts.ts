import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { chanceOf } from './chance.ts';
import { madeOnce } from '#main/made-once.fixture.ts';
import { cutsOf, killAt, powerAt, record, someOf, syncCutsOf, workFolder } from './cuts.ts';
import { flips, spoilerOf, truncations } from './damage.ts';
import { cutLog } from './log-truncations.ts';
import { makeMedium, mediumCuts, mediumFiles, mediumFlips, spoilMedium } from './medium.ts';
import { olderPages } from './older-pages.ts';
import { keyedStores } from './stores.ts';
import { timed, type Figure } from './figures.ts';
import { killForReal } from './real-kills.ts';
import { makeWorld, operations } from './operations.ts';
import { cutAndOpen } from './open-truncations.ts';
import { sampleIn } from './sample.ts';

/** How much of each is tried. */
export interface Extent {
  readonly seed: number;
  /** Kills for each operation; every cut there is when there are fewer. */
  readonly kills: number;
  /** Instants of a power cut for each operation, of all those before something is made sure; two states each. */
  readonly powerCuts: number;
  /** Processes killed at an instant by the clock. */
  readonly realKills: number;
  readonly flips: number;
  /** 1: every length of the last 64 KiB. */
  readonly everyLength: number;
  /** 1: the older version of every page. */
  readonly everyPage: number;
  /** Flips and cuts over the files of a medium for backups, after each of which it is restored from. */
  readonly mediumFaults: number;
}

export const wholeExtent = (seed: number): Extent => ({ seed, kills: 250, powerCuts: 200, realKills: 102, flips: 20_000, everyLength: 1, everyPage: 1, mediumFaults: 400 });
export const smallExtent = (seed: number): Extent => ({ seed, kills: 10, powerCuts: 2, realKills: 0, flips: 90, everyLength: 1999, everyPage: 12, mediumFaults: 8 });

type Part = (extent: Extent, done: (figure: Figure) => void) => Promise<void>;

async function inWork(run: (work: string) => Promise<void>): Promise<void> {
  const work = workFolder();
  try {
    await run(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const cuts = (index: number): Part => ({ seed, kills, powerCuts }, done) => inWork(async (work) => {
  const operation = operations[index];
  if (operation === undefined) return;
  const world = await madeOnce('faults-world', makeWorld);
  const chance = chanceOf(seed + index);
  const recorded = await record(operation, world, work);
  done(await timed(() => killAt(recorded, someOf(cutsOf(recorded), kills, chance), work)));
  done(await timed(() => powerAt(recorded, someOf(syncCutsOf(recorded), powerCuts, chance), work, chance)));
});

const realKills: Part = ({ seed, realKills: count }, done) => inWork(async (work) => {
  const world = await madeOnce('faults-world', makeWorld);
  if (count > 0) done(await timed(() => killForReal(operations, world, work, count, chanceOf(seed))));
});

const flipped = (which: 'closed' | 'crashed', turn: number): Part => ({ seed, flips: count }, done) => inWork(async (work) => {
  const sample = await sampleIn();
  const spoiler = await spoilerOf(sample[which], sample.attachments, work);
  const chance = chanceOf(seed + 1000 * turn);
  for (const file of spoiler.files) done(await timed(() => flips(spoiler, sample[which], file, Math.ceil(count / 4), chance)));
});

/** Logs of a crash; everything else lies whole in a closed vault. */
const cutLogs: Part = ({ everyLength }, done) => inWork(async (work) => {
  const sample = await sampleIn();
  const spoiler = await spoilerOf(sample.crashed, sample.attachments, work);
  const stores = await keyedStores(sample.closed);
  for (const file of spoiler.files.filter(({ path }) => path.endsWith('-wal'))) {
    const store = stores.find(({ path }) => file.path === `${path}-wal`);
    // Of a store that the director cannot open every length is looked at in full.
    done(await timed(() => (store === undefined ? truncations(spoiler, sample.crashed, file, everyLength) : cutLog(spoiler, sample.crashed, file, store, everyLength, work))));
  }
});

const pages: Part = ({ everyPage }, done) => inWork(async (work) => {
  const sample = await sampleIn();
  const spoiler = await spoilerOf(sample.closed, sample.attachments, work);
  for (const store of await keyedStores(sample.closed)) done(await timed(() => olderPages(spoiler, sample.closed, sample.days, store, everyPage)));
});

const medium: Part = ({ seed, mediumFaults }, done) => inWork(async (work) => {
  const sample = await makeMedium(work);
  const chance = chanceOf(seed);
  const files = someOf(mediumFiles(sample), Math.ceil(mediumFaults / 2), chance);
  const each = Math.max(1, Math.floor(mediumFaults / 2 / files.length));
  for (const file of files) {
    done({ ...await timed(() => spoilMedium(sample, mediumFlips(sample, file, each, chance), work)), what: `a flipped bit: medium ${file.kind}` });
    done({ ...await timed(() => spoilMedium(sample, mediumCuts(sample, file, each), work)), what: `cut at the end: medium ${file.kind}` });
  }
});

/** A cut last head is one that a crash kept from being written, and a cut header has another copy: such are told and made good, and staged files are not opened at the door: they are looked at in full. */
const lookedAt = ({ path }: { path: string }): boolean => ['heads.log', 'attempts.json', 'vault.json', 'vault.copy.json'].includes(path) || path.startsWith('staging/');

const cutClosed = (wanted: (path: string) => boolean): Part => ({ everyLength }, done) => inWork(async (work) => {
  const sample = await sampleIn();
  const spoiler = await spoilerOf(sample.closed, sample.attachments, work);
  for (const file of spoiler.files.filter(({ path }) => wanted(path))) {
    const every = Math.min(everyLength, Math.max(1, Math.floor(file.bytes / 10)));
    done(await timed(() => (lookedAt(file) ? truncations(spoiler, sample.closed, file, every) : cutAndOpen(sample.closed, file, sample.attachments, every, work))));
  }
});

/** Parts in which programs are recorded. */
export const cutsPrefix = 'cuts: ';

/** Each runs as a process of its own; the longest first. */
export const parts: Readonly<Record<string, Part>> = {
  'flips, closed': flipped('closed', 1),
  'flips, after a crash': flipped('crashed', 2),
  'flips again, closed': flipped('closed', 3),
  'flips again, after a crash': flipped('crashed', 4),
  ...Object.fromEntries(operations.map(({ name }, index) => [`${cutsPrefix}${name}`, cuts(index)])),
  'cut logs': cutLogs,
  medium,
  'cut registry': cutClosed((path) => basename(path) === 'registry.db'),
  'cut others': cutClosed((path) => basename(path) !== 'registry.db'),
  'real kills': realKills,
  'older pages': pages,
};
