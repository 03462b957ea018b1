import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { leave, needsPrinter, withJournal } from '#main/scenario/leave.ts';
import { loadScenario, ScenarioError } from '#main/scenario/load.ts';
import { scenarioPassphrase } from '#main/scenario/passphrase.ts';
import { play } from '#main/scenario/player.ts';
import { lineOf, surpriseLines } from '#main/scenario/tell.ts';
import { createChromiumPrinter } from '#main/shell/chromium/printer.ts';
import { version } from '#main/version.ts';
import { systemReady } from './system.ts';

/** npm run scenario -- FILE.json [--out DIR]: plays a scenario against a real vault in a temporary folder; see docs/scenarios.md. */
const say = (line: string): void => console.log(line);
const stop = (line: string): never => {
  console.error(line);
  process.exit(2);
};

const { file, out } = words(process.argv.slice(2));
const scenario = load(file);
if (out !== undefined && existsSync(out) && readdirSync(out).length > 0) stop(`${out} is not empty; name a new folder.`);
if (needsPrinter(scenario) && !systemReady(['chromium'], say)) stop('Without Chromium the papers of this scenario cannot be made.');

const folder = mkdtempSync(join(tmpdir(), 'grif-scenario-'));
const printer = createChromiumPrinter();
const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());
process.once('SIGTERM', () => stopped.abort());
say(`${scenario.title}: ${String(scenario.steps.length)} steps from ${scenario.start}`);
try {
  const surprise = await play(scenario, {
    folder, printer, version, assets: resolve(import.meta.dirname, '../assets'), passphrase: scenarioPassphrase, workstation: 'SCENARIO', signal: stopped.signal,
    onProgress: progress(),
    onStep: (played) => {
      say(lineOf(played));
      if (out !== undefined) for (const name of leave(played, out)) say(`     left ${name}`);
    },
  });
  if (surprise === null) say(`Played as written: ${String(scenario.steps.length)} steps${out === undefined ? '' : `; papers, packages and journal in ${out}`}.`);
  else for (const line of surpriseLines(surprise)) console.error(line);
  process.exitCode = surprise === null ? 0 : 1;
} catch (error) {
  if (!stopped.signal.aborted) throw error;
  console.error('Stopped.');
  process.exitCode = 130;
} finally {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
}

function words(given: readonly string[]): { file: string; out: string | undefined } {
  const usage = 'npm run scenario -- FILE.json [--out DIR]';
  const at = given.indexOf('--out');
  const named = at === -1 ? undefined : given[at + 1];
  const rest = at === -1 ? given : [...given.slice(0, at), ...given.slice(at + 2)];
  const [name, more] = rest;
  if (name === undefined || more !== undefined || (at !== -1 && named === undefined)) return stop(usage);
  return { file: name, out: named === undefined ? undefined : resolve(named) };
}

function load(path: string) {
  try {
    const found = loadScenario(path);
    return out === undefined ? found : withJournal(found);
  } catch (error) {
    if (error instanceof ScenarioError) return stop(error.message);
    throw error;
  }
}

/** A line a second at most, while a step takes long. */
function progress(): (stage: string, done: number, total: number | null) => void {
  let last = performance.now();
  return (stage, done, total) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    say(`     ${stage} ${total === null || total === 0 ? String(done) : `${String(Math.floor((done / total) * 100))} %`}`);
  };
}
