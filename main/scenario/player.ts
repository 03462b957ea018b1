import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { settableClock } from '../clock.ts';
import { createRegistry } from '../registry.ts';
import type { Printer } from '../shell/port.ts';
import { lightKdf } from '../vault/kdf.ts';
import { difference, type Difference } from './difference.ts';
import { chosenFiles, type ChosenFiles } from './files.ts';
import type { PlacedStep, Scenario } from './schema.ts';
import { setUpCalls } from './set-up.ts';
import { sittingAt, type Answered, type Sitting } from './sitting.ts';
import { filled, partAt, ValueError } from './values.ts';

export interface PlayOptions {
  /** An empty folder of its own: data, chosen files and the medium come into it. */
  readonly folder: string;
  readonly assets: string;
  readonly version: string;
  /** Opens every officer's account. */
  readonly passphrase: string;
  readonly workstation: string;
  /** Absent: papers are refused, and packages go without them. */
  readonly printer?: Printer;
  readonly makesDemonstration?: true;
  /** After each step, played as it was written. */
  readonly onStep?: (played: Played) => void | Promise<void>;
  /** Of a long step; `total` null while unknown. */
  readonly onProgress?: (stage: string, done: number, total: number | null) => void;
  readonly signal?: AbortSignal;
}

export interface Played {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly step: PlacedStep;
  readonly answer: Answered;
}

/** Where the scenario and the program part ways. */
export interface Surprise {
  /** 0 for the set-up before the first step. */
  readonly number: number;
  readonly what: 'setUp' | 'unlock' | 'refused' | 'accepted' | 'otherRefusal' | 'difference' | 'save' | 'input';
  readonly step: Pick<PlacedStep, 'at' | 'officer' | 'method' | 'name'>;
  readonly difference: Difference;
}

/** The folder that stands for a removable medium; `$medium` in a step, as `$passphrase` is what a second officer types. */
export const mediumOf = (folder: string): string => join(folder, 'medium');

/**
 * Plays a scenario through the contract against a vault made for it, with nothing in anything's place but the clock, which
 * stands where the step puts it, and with it the idle lock. Answers the first surprise, or null when everything went as
 * written. Light key derivation: the vault protects nothing.
 */
export async function play(scenario: Scenario, options: PlayOptions): Promise<Surprise | null> {
  const { folder, passphrase, workstation, version, assets, printer, makesDemonstration, onProgress } = options;
  const medium = mediumOf(folder);
  const work = join(folder, 'chosen');
  for (const one of [folder, medium, work]) mkdirSync(one, { recursive: true, mode: 0o700 });
  const files = chosenFiles(work, medium);
  const clock = settableClock(scenario.start);
  const registry = createRegistry({
    clock, workstation, version, assets, dataFolder: folder, kdf: lightKdf, shell: files.shell, after: () => () => {},
    ...(printer === undefined ? {} : { printer }), ...(makesDemonstration === undefined ? {} : { makesDemonstration }),
  });
  registry.onSignal((event, json) => {
    if (event !== 'job' || onProgress === undefined) return;
    const { stage, done, total }: { stage: string; done: number; total: number | null } = JSON.parse(json);
    onProgress(stage, done, total);
  });
  try {
    const sitting = sittingAt(registry, passphrase);
    return await setUp(scenario, sitting, options) ?? await playSteps(scenario, { sitting, files, clock, saved: new Map([['medium', medium], ['passphrase', passphrase]]) }, options);
  } finally {
    registry.close();
  }
}

async function setUp(scenario: Scenario, sitting: Sitting, { passphrase, signal }: PlayOptions): Promise<Surprise | null> {
  const officers = new Map<string, string>();
  for (const { method, input, about, login } of setUpCalls(scenario, passphrase)) {
    signal?.throwIfAborted();
    const answer = await sitting.call(method, input(officers));
    if (answer.ok && login !== undefined) officers.set(login, String(partAt(answer.value, 'officerId')));
    if (answer.ok) continue;
    return { number: 0, what: 'setUp', step: { at: scenario.start, officer: null, method, name: about }, difference: refusedInstead('an answer', answer) };
  }
  return null;
}

interface Stage {
  readonly sitting: Sitting;
  readonly files: ChosenFiles;
  readonly clock: ReturnType<typeof settableClock>;
  readonly saved: Map<string, unknown>;
}

async function playSteps({ steps }: Scenario, stage: Stage, { onStep, signal }: PlayOptions): Promise<Surprise | null> {
  for (const [index, step] of steps.entries()) {
    signal?.throwIfAborted();
    const number = index + 1;
    const surprised = (what: Surprise['what'], found: Difference): Surprise => ({ number, what, step, difference: found });
    stage.clock.set(step.at);
    stage.saved.set('job', `job${String(number).padStart(17, '0')}`);
    const seat = await stage.sitting.seat(step.officer);
    if (!seat.ok) return surprised('unlock', refusedInstead('an open session', seat));
    try {
      const input = stage.files.tokens(filled(step.input, stage.saved), step.folder);
      const answer = await stage.sitting.call(step.method, input);
      const surprise = judged(step, answer, stage.saved, surprised);
      if (surprise !== null) return surprise;
      await onStep?.({ number, of: steps.length, step, answer });
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      return surprised('input', { place: '', expected: 'values for the step', actual: error.message });
    }
  }
  return null;
}

function judged(step: PlacedStep, answer: Answered, saved: Map<string, unknown>, surprised: (what: Surprise['what'], found: Difference) => Surprise): Surprise | null {
  if (step.refused !== undefined) {
    const wanted = typeof step.refused === 'string' ? [step.refused] : step.refused;
    if (answer.ok) return surprised('accepted', { place: '', expected: `refused: ${wanted.join(', ')}`, actual: `answered: ${JSON.stringify(answer.value)}` });
    const codes = answer.refusals.map(({ code }) => code);
    return wanted.every((code) => codes.includes(code)) ? null : surprised('otherRefusal', refusedInstead(`refused: ${wanted.join(', ')}`, answer));
  }
  if (!answer.ok) return surprised('refused', refusedInstead('an answer', answer));
  if (step.expect !== undefined) {
    const found = difference(filled(step.expect, saved), answer.value);
    if (found !== null) return surprised('difference', found);
  }
  for (const [name, path] of Object.entries(step.save ?? {})) {
    try {
      saved.set(name, partAt(answer.value, path));
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      return surprised('save', { place: path, expected: `a part of the answer for $${name}`, actual: error.message });
    }
  }
  return null;
}

function refusedInstead(expected: string, answer: Extract<Answered, { ok: false }>): Difference {
  const told = answer.refusals.map(({ code, params }) => `${code} ${JSON.stringify(params)}`);
  return { place: '', expected, actual: `refused: ${told.join('; ')}` };
}
