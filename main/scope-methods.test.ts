import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { entryOf, methods, type Method } from '#app/contract/index.ts';
import type { Role } from '#app/access/roles.ts';
import { testGrant } from './registry.fixture.ts';
import { answered, foreign, narrowLogins, passphrase, world, type World } from './scope-worlds.fixture.ts';

/*
 * Two registries that differ only in what foreign holdings hold. Every officer who may not open those asks everything that the contract
 * has, with inputs made from the contract's own shapes: a method that is added tomorrow is asked as well.
 */
let pair: readonly [World, World];
beforeAll(async () => { pair = [await world(false), await world(true)]; }, 60_000);
afterAll(() => { for (const { test } of pair) test.end(); });

/** They end or change the session itself, or ask for another vault. */
const ofTheSession: ReadonlySet<Method> = new Set(['session.lock', 'session.unlock', 'vault.create', 'vault.migrate', 'vault.openDemonstration', 'vault.leaveDemonstration', 'backup.restore']);

/** Chance: the Centre's own keys. Answers that may differ because this officer reads the journal (Art. 11), or is told how many acts there are, as the registry tells everybody. */
const byChance: readonly Method[] = ['reference.centreKeys'];
const ofTheJournal: readonly Method[] = ['journal.page', 'journal.exportTo', 'vault.check', 'incidents.persons', 'incidents.namePerson'];
const mayDiffer: Readonly<Record<Role, readonly Method[]>> = {
  registrar: byChance, analyst: byChance, administrator: ['vault.check'], security: ofTheJournal, director: [...byChance, ...ofTheJournal],
};

const ids: Readonly<Record<string, (world: World) => string>> = {
  materialId: ({ foreignId }) => foreignId, materialIds: ({ foreignId }) => foreignId, otherId: ({ foreignId }) => foreignId, sources: ({ foreignId }) => foreignId,
  packageId: ({ foreignPackage }) => foreignPackage, noticeId: ({ foreignNotice }) => foreignNotice, incidentId: ({ foreignIncident }) => foreignIncident, requestId: ({ foreignRequest }) => foreignRequest,
};
const body = 'KZ-01';
/** What a text may have to be; the first that its shape takes. */
const texts = [foreign, body, '2026-05-14', '2026-05-14T08:00:00', 'KZ', '0'.repeat(64), 'sinov', 'aGVsbG8=', '{}', '1'.repeat(40)];

type Shape = z.core.JSONSchema.BaseSchema;
type Sample = (world: World) => unknown;

/** Values of a shape: each way out of a choice between shapes once, everything else as it comes first; of an object also without each part that may be left out. */
function samplesOf(shape: Shape | boolean, key: string): readonly Sample[] {
  if (typeof shape === 'boolean') return [() => null];
  const choice = shape.anyOf ?? shape.oneOf;
  if (choice !== undefined) return choice.flatMap((one) => samplesOf(one, key));
  if (shape.const !== undefined) return [() => shape.const];
  if (shape.enum !== undefined) return [() => shape.enum?.[0]];
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type;
  if (type === 'array') {
    const [first] = samplesOf((Array.isArray(shape.items) ? shape.items[0] : shape.items) ?? true, key);
    return [(one) => (first === undefined ? [] : Array.from({ length: shape.minItems ?? 1 }, () => first(one)))];
  }
  if (type === 'object') return objectsOf(shape);
  if (type === 'boolean') return [() => true];
  if (type === 'integer' || type === 'number') return [() => shape.minimum ?? 1];
  if (type === 'null') return [() => null];
  if (shape.pattern === '^[a-z0-9]{20}$') return [(one) => ids[key]?.(one) ?? 'u'.repeat(20)];
  const text = texts.find((one) => one.length <= (shape.maxLength ?? Infinity) && one.length >= (shape.minLength ?? 0) && (shape.pattern === undefined || new RegExp(shape.pattern, 'u').test(one)));
  return [() => text ?? 'x'];
}

function objectsOf({ properties = {}, propertyNames, additionalProperties, required = [] }: Shape): readonly Sample[] {
  const named = typeof propertyNames === 'object' ? (propertyNames.enum ?? []).map((name) => [String(name), additionalProperties ?? true] as const) : [];
  const each = [...Object.entries(properties), ...named].map(([name, shape]) => [name, samplesOf(shape, name)] as const);
  const whole = (name: string, chosen: Sample): Sample => (one) => Object.fromEntries(each.map(([key, [first]]) => [key, (key === name ? chosen : first)?.(one)]));
  const first: Sample = (one) => Object.fromEntries(each.map(([key, [sample]]) => [key, sample?.(one)]));
  const without = (name: string): Sample => (one) => Object.fromEntries(each.flatMap(([key, [sample]]) => (key === name ? [] : [[key, sample?.(one)]])));
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  return [first, ...each.flatMap(([name, samples]) => samples.slice(1).map((sample) => whole(name, sample))), ...optional.map(without)];
}

/** Puts another text, or nothing, where the entry's own parser says that this one will not do. undefined when nothing helps. */
function mended(input: unknown, parse: (value: unknown) => readonly (readonly PropertyKey[])[]): unknown {
  const value: unknown = structuredClone(input);
  const tried = new Map<string, number>();
  for (let step = 0; step < 200; step += 1) {
    const [path] = parse(value);
    if (path === undefined) return value;
    const last = path.at(-1);
    const holder = path.slice(0, -1).reduce((at: unknown, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined), value);
    if (last === undefined || typeof holder !== 'object' || holder === null) return undefined;
    const n = tried.get(path.join('/')) ?? 0;
    tried.set(path.join('/'), n + 1);
    if (n > texts.length) return undefined;
    if (n === texts.length) Reflect.deleteProperty(holder, last);
    else Reflect.set(holder, last, texts[n]);
  }
  return undefined;
}

/** Inputs of a method that its entry accepts, as a pair for the two worlds; at least one. */
function inputsOf(method: Method): readonly (readonly [unknown, unknown])[] {
  const entry = entryOf(method);
  if (entry === undefined) throw new Error(method);
  const parse = (value: unknown) => (entry.input.safeParse(value).error?.issues ?? []).map((issue) => [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]);
  const shape = z.toJSONSchema(entry.input, { io: 'input', unrepresentable: 'any' });
  const found = samplesOf(shape, '').flatMap((sample) => {
    const two = pair.map((one) => mended(sample(one), parse));
    return two.includes(undefined) ? [] : [[two[0], two[1]] as const];
  });
  expect(found.length, `an input of ${method}`).toBeGreaterThan(0);
  return found;
}

it('a text is asked about by itself, not only beside the id of a material', () => {
  expect(inputsOf('materials.similar').map(([input]) => input)).toContainEqual({ text: foreign });
});

/** The director is told that something similar lies outside his access, and nothing of it (R7.9). */
const beyondR79 = (role: Role, answer: unknown): unknown => (role === 'director' ? JSON.parse(JSON.stringify(answer).replaceAll('"outsideAccess":true', '"outsideAccess":false')) : answer);

async function everythingIsTheSame(role: Role): Promise<void> {
  let asked = 0;
  for (const method of methods) {
    if (ofTheSession.has(method)) continue;
    for (const [without, withForeign] of inputsOf(method)) {
      const [one, other] = [await answered(pair[0], method, without), await answered(pair[1], method, withForeign)];
      expect(JSON.stringify(one), method).not.toContain('input.');
      if (!mayDiffer[role].includes(method)) expect(beyondR79(role, other), `${role} ${method} ${JSON.stringify(withForeign)}`).toEqual(beyondR79(role, one));
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(methods.length);
}

async function unlockBoth(login: string): Promise<void> {
  for (const { test } of pair) {
    await test.ask('session.lock', {});
    await test.ask('session.unlock', { login, passphrase });
  }
}

describe('whatever the contract has to ask is answered the same, whatever foreign holdings hold', () => {
  it.each(['registrar', 'analyst'] as const)('to a %s of a narrow scope', async (role) => {
    await unlockBoth(narrowLogins[role]);
    await everythingIsTheSame(role);
  }, 60_000);

  it.each(['administrator', 'security'] as const)('to an officer without content: %s', async (role) => {
    await unlockBoth(role);
    await everythingIsTheSame(role);
  }, 60_000);

  it('to a director whose grant was narrowed, but for the journal, which he reads, and the word that there is something similar (R7.9)', async () => {
    for (const { test } of pair) {
      await test.ask('session.lock', {});
      await test.ask('session.unlock', { login: 'director', passphrase });
      const { officials } = await test.ask('access.list', {});
      const director = officials.find(({ officer }) => officer.role === 'director');
      await test.ask('access.revoke', { grantId: director?.grants[0]?.id ?? '', reason: 'вымышлено', document: { number: '5', date: '2026-05-14' } });
      await test.ask('access.issue', testGrant(director?.officer.id ?? '', { scope: { bodies: ['UZ-01'], degree: 'LOWER' } }));
    }
    await unlockBoth('registrar');
    await unlockBoth('director');
    await everythingIsTheSame('director');
  }, 60_000);
});
