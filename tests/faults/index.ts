import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { clearText } from './clear-text.ts';
import { sumOf, tableOf, type Figure } from './figures.ts';
import { cutsPrefix, parts, smallExtent, wholeExtent } from './parts.ts';
import { straceThere } from './trace.ts';

/**
 * `npm run faults [-- --seed N] [--quick] [--only PART]`: kills, power cuts, cut and flipped files, older pages, spoilt media, and a day watched for clear
 * text; `--only` runs the parts whose names begin so, `--parts` names them. Prints its figures and ends with 1 when anything was missed. The same seed tries the same.
 */
const words = process.argv.slice(2);
const after = (word: string): string | undefined => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
const seed = Number(after('--seed') ?? '20261122');
const quick = words.includes('--quick');
const only = after('--only');
const extent = quick ? smallExtent(seed) : wholeExtent(seed);
/** Set for the processes that carry out one part: their figures are lines of their output. */
const one = after('--part');

const line = (figure: Figure): string => `${figure.misses.length === 0 ? 'ok  ' : 'MISS'} ${figure.what}: ${figure.tried} tried, ${figure.seconds.toFixed(1)} s`;

async function inProcess(name: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, '--seed', String(seed), '--part', name, ...(quick ? ['--quick'] : [])], { stdio: ['ignore', 'pipe', 'inherit'] });
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const each of lines) {
      const figure: Figure = JSON.parse(each);
      figures.push(figure);
      say(line(figure));
      for (const miss of figure.misses.slice(0, 5)) say(`     ${miss}`);
    }
  });
  const [code] = await once(child, 'close');
  return code === 0 ? figures : [...figures, { what: name, tried: 1, misses: [`the part ended with ${String(code)}`], seconds: 0 }];
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The part that is a process already. */
const watched = 'clear text';

async function watch(): Promise<Figure[]> {
  const figure = await clearText();
  say(line(figure));
  return [figure];
}

async function programme(): Promise<number> {
  const traced = straceThere();
  if (!traced) say('strace is missing (apt-get install strace): kills at every change, power cuts and the watch for clear text are left out.');
  const queue = [watched, ...Object.keys(parts)].filter((name) => (only === undefined || name.startsWith(only)) && (traced || (name !== watched && !name.startsWith(cutsPrefix))));
  const figures: Figure[] = [];
  if (queue.length === 0) {
    say(`there is no part called ${String(only)}: --parts names them`);
    return 1;
  }
  const lane = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) figures.push(...await (name === watched ? watch() : inProcess(name)));
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, lane));
  const of = (start: string): Figure[] => figures.filter(({ what }) => what.startsWith(start));
  const sums = [
    sumOf('ALL kills', [...of('kill -9'), ...of('SIGKILL')]), sumOf('ALL power cuts', of('power cut')), sumOf('ALL truncations', of('cut at')), sumOf('ALL flipped bits', of('a flipped')),
    sumOf('ALL older pages', of('an older')),
  ].filter(({ tried }) => tried > 0);
  say(`\nseed ${seed}\n${tableOf([...figures.toSorted((first, second) => (first.what < second.what ? -1 : 1)), ...sums])}`);
  const misses = figures.flatMap((figure) => figure.misses);
  for (const miss of misses) say(`MISS ${miss}`);
  return misses.length === 0 ? 0 : 1;
}

if (words.includes('--parts')) say([watched, ...Object.keys(parts)].join('\n'));
else if (one === undefined) process.exitCode = await programme();
else await parts[one]?.(extent, (figure) => say(JSON.stringify(figure)));
