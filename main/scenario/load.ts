import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { scenarioFile, type Scenario, type ScenarioFile } from './schema.ts';

/** A file that is no scenario; the message names the file, the place in it and what is wrong. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

interface Part {
  readonly file: ScenarioFile;
  readonly folder: string;
}

/** Reads a scenario and, before it, each file it extends, each once. Throws ScenarioError. */
export function loadScenario(path: string): Scenario {
  const parts = new Map<string, Part>();
  gather(resolve(path), parts, []);
  return joined([...parts.values()]);
}

/** A scenario that came with the program; it extends nothing and names no files of its own. Throws ScenarioError. */
export function parseScenario(data: unknown, name: string): Scenario {
  const file = parsed(data, name);
  if (file.extends !== undefined) throw new ScenarioError(`${name}: extends: only a scenario read from a file can extend another`);
  return joined([{ file, folder: '' }]);
}

function gather(path: string, parts: Map<string, Part>, above: readonly string[]): void {
  if (above.includes(path)) throw new ScenarioError(`${path}: extends itself`);
  if (parts.has(path)) return;
  const file = parsed(read(path), path);
  for (const earlier of file.extends ?? []) gather(resolve(dirname(path), earlier), parts, [...above, path]);
  parts.set(path, { file, folder: dirname(path) });
}

function read(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ScenarioError(`${path}: cannot be read`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ScenarioError(`${path}: not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function parsed(data: unknown, name: string): ScenarioFile {
  const result = scenarioFile.safeParse(data);
  if (!result.success) throw new ScenarioError(`${name}:\n${z.prettifyError(result.error)}`);
  return result.data;
}

function joined(parts: readonly Part[]): Scenario {
  const last = parts.at(-1);
  const starts = parts.flatMap(({ file }) => (file.start === undefined ? [] : [file.start]));
  const [start] = starts;
  const title = last?.file.title ?? '';
  if (start === undefined || starts.length > 1) throw new ScenarioError(`${title}: ${String(starts.length)} starts; exactly one of the files says when it begins`);
  const files = parts.map(({ file }) => file);
  const scenario: Scenario = {
    title, start, officers: files.flatMap((file) => file.officers), states: files.flatMap((file) => file.states), events: files.flatMap((file) => file.events),
    bodies: files.flatMap((file) => file.bodies), bodyKeys: files.flatMap((file) => file.bodyKeys),
    steps: parts.flatMap(({ file, folder }) => file.steps.map((step) => ({ ...step, folder }))),
  };
  checkNames(scenario);
  return scenario;
}

/** What JSON cannot say: names that are used exist, the vault has its director, and each name stands for one thing. */
function checkNames({ title, officers, bodies, bodyKeys, states, steps }: Scenario): void {
  const fail = (what: string): never => { throw new ScenarioError(`${title}: ${what}`); };
  const logins = officers.map(({ login }) => login);
  const twice = (names: readonly string[]): string | undefined => names.find((name, at) => names.indexOf(name) !== at);
  const double = twice(logins) ?? twice(states.map(({ code }) => code)) ?? twice(bodies.map(({ code }) => code));
  if (double !== undefined) fail(`${double} is named twice`);
  if (!officers.some(({ role }) => role === 'director')) fail('no officer is the director, who sets the vault up');
  const codes = new Set(bodies.map(({ code }) => code));
  for (const { body } of bodyKeys) if (!codes.has(body)) fail(`bodyKeys of ${body}, which is not among the bodies`);
  for (const [index, { officer }] of steps.entries()) {
    if (officer !== null && !logins.includes(officer)) fail(`step ${String(index + 1)}: no officer has the login ${officer}`);
  }
}
