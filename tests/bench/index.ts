import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '#build/bundle.ts';
import { backingUp } from './backup.ts';
import { bulk } from './bulk.ts';
import type { Figure } from './figure.ts';
import { filledVault } from './fill.ts';
import { packageBenchmark } from './package.ts';
import { paging } from './paging.ts';
import { registering } from './registering.ts';
import { scrolling } from './scrolling.ts';
import { starting } from './starting.ts';
import { unlocking } from './unlocking.ts';

/** `npm run bench [-- --materials N] [--attached MIB] [--bulk MIB] [--write]` (a full backup: `--attached 10240`): ratios of one run; `--write` puts them into docs/benchmarks.md. */
const words = process.argv.slice(2);
function numberOf(word: string, otherwise: number): number {
  const at = words.indexOf(word);
  return at === -1 ? otherwise : Number(words[at + 1]);
}
const count = numberOf('--materials', 100_000);

const figures: Figure[] = [];
const show = ({ what, peer, ours, theirs, ratio, rounds }: Figure): string => `| ${what} | ${peer} | ${ours.toFixed(2)} | ${theirs.toFixed(2)} | ${ratio.toFixed(2)} | ${rounds} |`;
const head = '| what | peer | ours, ms | peer, ms | ratio | rounds |\n|---|---|---|---|---|---|';
function done(...more: readonly Figure[]): void {
  figures.push(...more);
  for (const figure of more) console.log(show(figure));
}

await ensureBuilt((line) => console.error(line), 'renderer');
console.log(head);
done(await registering(300));
done(await unlocking(5));
done(await starting(5));
console.error(`filling a vault with ${count} fictional materials`);
const folder = mkdtempSync(join(tmpdir(), 'grif-bench-'));
try {
  (await filledVault(join(folder, 'vault'), count, (filled) => { if (filled % 10_000 === 0) console.error(`  ${filled}`); })).lock();
  done(...await paging(folder, count, 60));
  done(...await scrolling(folder, count, 9));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
done(...await bulk({ mebibytes: numberOf('--bulk', 1024), rounds: 5 }));
console.error('filling a vault to be backed up');
done(...await backingUp({ materials: count, mebibytes: numberOf('--attached', 1024), rounds: 3 }, (what, filled) => { if (what === 'round') console.error(`  round ${filled}`); }));
const sealing = await packageBenchmark({ mebibytes: 256, rounds: 5 });
done({ what: 'seal a package of 256 MiB with fsync', peer: 'cp with fsync', ours: sealing.seconds.seal * 1000, theirs: sealing.seconds.cp * 1000, ratio: 1 / sealing.ratio, rounds: 5 });

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
