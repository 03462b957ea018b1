import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './bundle.ts';
import { rehearsalClock } from './rehearsal/clock.ts';
import { perform } from './rehearsal/perform.ts';
import { keepPictures } from './rehearsal/pictures.ts';
import { emptyRecord } from './rehearsal/record.ts';
import { steps } from './rehearsal/steps/index.ts';
import { summaryOf } from './rehearsal/summary.ts';
import { systemReady } from './system.ts';

/** npm run rehearsal: the Centre's main job through the real window, without a display; leaves `rehearsal/`. */
const root = resolve(import.meta.dirname, '..');
const say = (line: string): void => console.log(line);

if (!systemReady(['chromium'], say)) process.exit(1);
await ensureBuilt(say, 'renderer');

const record = emptyRecord(join(root, 'rehearsal'));
const dataFolder = mkdtempSync(join(tmpdir(), 'grif-rehearsal-'));
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopped.abort());
const begun = performance.now();
try {
  const failure = await perform({ root, dataFolder, record, steps, clock: rehearsalClock(), say, signal: stopped.signal });
  const seconds = (performance.now() - begun) / 1000;
  record.write('index.html', summaryOf({ record, failure, seconds, of: steps.length, on: new Date(), browser: `Chromium ${record.facts.get('browser') ?? ''}` }));
  say(failure === undefined
    ? `Rehearsed: ${String(steps.length)} steps in ${seconds.toFixed(0)} s. Open rehearsal/index.html.`
    : `Stopped ${record.steps.length === 0 ? 'before the first step' : `at step ${String(record.steps.length)} of ${String(steps.length)}`} after ${seconds.toFixed(0)} s: ${failure}\nWhat was done until then: rehearsal/index.html`);
  process.exitCode = failure === undefined ? 0 : 1;
  if (failure === undefined && process.argv.includes('--pictures')) keepPictures(record, root, say);
} finally {
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
}
