import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import type { Clock } from '#main/clock.ts';
import type { Done, Record } from './record.ts';
import { stageOf } from './stage.ts';
import type { Step } from './stage.ts';
import { openProgram } from './window.ts';
import type { Running } from './window.ts';
import { wordsOf } from './words.ts';

export interface Performance {
  readonly root: string;
  readonly dataFolder: string;
  readonly record: Record;
  readonly steps: readonly Step[];
  readonly clock: Clock;
  say(line: string): void;
  readonly signal: AbortSignal;
}

/** Plays the steps one after another in one window; answers why it stopped, or undefined when all were played. */
export async function perform({ root, dataFolder, record, steps, clock, say, signal }: Performance): Promise<string | undefined> {
  let running: Running;
  try {
    running = await openProgram({ root, dataFolder, clock });
  } catch (error) {
    return `the program did not start: ${messageOf(error)}`;
  }
  let done: Done = { title: '', lines: [], pictures: [], seconds: 0, failure: undefined };
  const stage = stageOf({ running, record, done: () => done, t: wordsOf(join(root, 'assets'), 'ru'), say, known: {} });
  record.facts.set('browser', running.page().context().browser()?.version() ?? 'unknown');
  const tell = progress(say);
  running.program.registry.onSignal((event, json) => { if (event === 'job') tell(json); });
  // Ctrl+C ends the browser, and with it whatever the step was waiting for.
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= running.program.close());
  signal.addEventListener('abort', () => void close().catch(() => undefined));
  try {
    for (const [at, step] of steps.entries()) {
      done = { title: step.title, lines: [], pictures: [], seconds: 0, failure: undefined };
      record.steps.push(done);
      const begun = performance.now();
      say(`${String(at + 1).padStart(3)}/${String(steps.length)} ${step.title} ...`);
      try {
        await step.run(stage);
        const [complaint] = running.complaints;
        if (complaint !== undefined) throw new Error(`the window complained: ${complaint}`);
      } catch (error) {
        done.failure = signal.aborted ? 'stopped' : messageOf(error);
        await stage.picture('failed', 'The screen at the moment of failure').catch(() => undefined);
        return `${step.title}: ${done.failure}`;
      } finally {
        done.seconds = (performance.now() - begun) / 1000;
      }
    }
    return undefined;
  } finally {
    await close();
  }
}

/** The first lines of what went wrong; the driver of the browser adds pages of its own log, in colour. */
function messageOf(error: unknown): string {
  const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  return message.split('\n').filter((line) => line.trim() !== '').slice(0, 4).join('\n');
}

const told = z.looseObject({ stage: z.string().min(1), done: z.number(), total: z.number().positive() });

/** A line a second at most, while main works long. */
function progress(say: (line: string) => void): (json: string) => void {
  let last = performance.now();
  return (json) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    const job = told.safeParse(JSON.parse(json)).data;
    if (job !== undefined) say(`       ${job.stage}: ${String(Math.floor((100 * job.done) / job.total))} %`);
  };
}
