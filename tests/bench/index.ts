import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '#build/bundle.ts';
import { backingUp } from './backup.ts';
import { bulk } from './bulk.ts';
import { checking } from './checking.ts';
import type { Figure } from './figure.ts';
import { filledVault } from './fill.ts';
import { scale } from './million/scale.ts';
import { packageBenchmark } from './package.ts';
import { limit, locking } from './locking.ts';
import { paging } from './paging.ts';
import { committing, registering } from './registering.ts';
import { scrolling } from './scrolling.ts';
import { starting } from './starting.ts';
import { unlocking } from './unlocking.ts';

/**
 * `npm run bench [-- --only NAME[,NAME]] [--materials N] [--attached MIB] [--bulk MIB] [--rounds N] [--write]` (a full backup: `--attached 10240`; a million
 * materials in sixty holdings: `--only scale [--scale N] [--keep FOLDER]`, which takes long and is done only when it is named):
 * ratios of one run; `--write` puts them into docs/benchmarks.md.
 */
const words = process.argv.slice(2);
function wordOf(word: string): string | undefined {
  const at = words.indexOf(word);
  return at === -1 ? undefined : words[at + 1];
}
const numberOf = (word: string, otherwise: number): number => Number(wordOf(word) ?? otherwise);
const count = numberOf('--materials', 100_000);

const figures: Figure[] = [];
const show = ({ what, peer, ours, theirs, ratio, rounds }: Figure): string => `| ${what} | ${peer} | ${ours.toFixed(2)} | ${theirs.toFixed(2)} | ${ratio.toFixed(2)} | ${rounds} |`;
const head = '| what | peer | ours, ms | peer, ms | ratio | rounds |\n|---|---|---|---|---|---|';
function done(...more: readonly Figure[]): void {
  figures.push(...more);
  for (const figure of more) console.log(show(figure));
}

/** A folder that holds a vault of `count` materials, locked; made when the first part asks for it. */
let filled: string | undefined;
async function filledFolder(): Promise<string> {
  if (filled !== undefined) return filled;
  console.error(`filling a vault with ${count} fictional materials`);
  filled = mkdtempSync(join(tmpdir(), 'grif-bench-'));
  (await filledVault(join(filled, 'vault'), count, (made) => { if (made % 10_000 === 0) console.error(`  ${made}`); })).lock();
  return filled;
}

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  registering: () => registering(300),
  unlocking: async () => [await unlocking(5)],
  starting: async () => [await starting(5)],
  paging: async () => paging(await filledFolder(), count, 60),
  scrolling: async () => scrolling(await filledFolder(), count, 9),
  checking: async () => checking(await filledFolder(), count, limit),
  // After those: they add materials.
  committing: async () => committing(await filledFolder(), count, 300),
  locking: async () => locking(await filledFolder(), numberOf('--bulk', 1024), numberOf('--rounds', 7)),
  bulk: () => bulk({ mebibytes: numberOf('--bulk', 1024), rounds: numberOf('--rounds', 5) }),
  backup: () => backingUp({ materials: count, mebibytes: numberOf('--attached', 1024), rounds: numberOf('--rounds', 3) }, (what, reached) => { if (what === 'round') console.error(`  round ${reached}`); }),
  scale: () => scale({ count: numberOf('--scale', 1_000_000), rounds: numberOf('--rounds', 60), keep: wordOf('--keep') }),
  async package() {
    const sealing = await packageBenchmark({ mebibytes: 256, rounds: 5 });
    return [{ what: 'seal a package of 256 MiB with fsync', peer: 'cp with fsync', ours: sealing.seconds.seal * 1000, theirs: sealing.seconds.cp * 1000, ratio: 1 / sealing.ratio, rounds: 5 }];
  },
};

const chosen = wordOf('--only')?.split(',') ?? Object.keys(parts).filter((name) => name !== 'scale');
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

if (chosen.some((name) => name === 'starting' || name === 'scrolling')) await ensureBuilt((line) => console.error(line), 'renderer');
console.log(head);
try {
  for (const name of chosen) done(...await parts[name]?.() ?? []);
} finally {
  if (filled !== undefined) rmSync(filled, { recursive: true, force: true });
}

if (words.includes('--write')) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(resolve(import.meta.dirname, '../../docs/benchmarks.md'), `# Benchmarks

Made by \`npm run bench -- --write\` on ${day}: ${machine}. Medians; the ratio is the median of the ratios of the rounds, ours and the
peer in turn, so that noise meets both. Ratios are what is worth comparing; milliseconds belong to the machine.

${head}
${figures.map(show).join('\n')}
`);
}
