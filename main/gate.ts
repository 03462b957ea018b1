import { entryOf, methods, type Envelope, type Method } from '#app/contract/index.ts';
import type { Entry } from '#app/contract/define.ts';
import { refuse, type Refusal } from '#app/contract/refusals.ts';
import type { Json } from '#app/journal/act.ts';
import type { Context, House } from './context.ts';
import { houseHandlers, vaultHandlers } from './handlers.ts';
import { largestQuestion, refusalsOf } from './parse.ts';
import { Refused } from './refused.ts';
import { refusalsOfTrouble } from './trouble.ts';
import { clockFloor } from './vault/queries/journal.ts';

/** Methods that work although the clock stands before the last act: those that put it right or only look. */
const despiteClock: ReadonlySet<string> = new Set(['session.acceptClock', 'session.lock', 'session.touch', 'drafts.seal', 'drafts.open', 'screen.title', 'jobs.cancel']);

const answerWith = (refusals: readonly Refusal[]): Envelope<never> => ({ ok: false, refusals });

/**
 * The one way in. Finds the entry, parses the input, checks session, role and clock, runs the handler, writes
 * down what was asked or refused (Art. 11), and answers with an envelope. Never throws.
 */
export async function pass(method: string, json: string, house: House): Promise<Envelope<unknown>> {
  const entry = entryOf(method);
  if (entry === undefined) return answerWith([refuse('input.unknownMethod', { path: method.slice(0, 60) })]);
  const vault = house.session.vault();
  const context: Context | undefined = vault === undefined ? undefined : { ...house, vault };
  try {
    const before = entranceRefusal(method, entry, context);
    if (before !== undefined) return await refused(method, [before], context);
    const input = readJson(json);
    if (input === unreadable) return await refused(method, [refuse('input.invalid', { path: '' })], context);
    const parsed = entry.input.safeParse(input);
    if (!parsed.success) return await refused(method, refusalsOf(parsed.error, input), context);
    if (context !== undefined) writeDownQuestion(method, entry, parsed.data, context);
    const value = await run(method as Method, parsed.data, house, context);
    return { ok: true, value };
  } catch (error) {
    const refusals = error instanceof Refused ? error.refusals : refusalsOfTrouble(error);
    return refused(method, refusals, house.session.vault() === undefined ? undefined : context);
  }
}

function entranceRefusal(method: string, entry: Entry, context: Context | undefined): Refusal | undefined {
  if (entry.session === 'any') return undefined;
  if (context === undefined) return refuse('session.locked');
  const { role } = context.vault.identity.officer;
  if (!entry.roles.includes(role)) return refuse('session.roleNotEntitled', { role });
  const last = clockFloor(context.vault.registry);
  if (entry.kind === 'command' && last !== undefined && context.clock.now() < last && !despiteClock.has(method)) {
    return refuse('session.clockSetBack', { now: context.clock.now(), last });
  }
  return undefined;
}

const unreadable = Symbol('unreadable');

function readJson(json: string): unknown {
  if (json.length > largestQuestion) return unreadable;
  try {
    return JSON.parse(json);
  } catch {
    return unreadable;
  }
}

function run(method: Method, input: unknown, house: House, context: Context | undefined): unknown {
  const forHouse = Object.hasOwn(houseHandlers, method) ? houseHandlers[method as keyof typeof houseHandlers] : undefined;
  if (forHouse !== undefined) return (forHouse as (input: unknown, house: House) => unknown)(input, house);
  const handler = vaultHandlers[method as keyof typeof vaultHandlers];
  if (context === undefined) throw new Refused([refuse('session.locked')]);
  return (handler as (input: unknown, context: Context) => unknown)(input, context);
}

/** A search or a view is an act of its own; long texts being typed are named by length, never copied into the journal. */
function writeDownQuestion(method: string, entry: Entry, input: unknown, context: Context): void {
  if (entry.journal === 'none') return;
  context.vault.commit([{
    kind: entry.journal === 'search' ? 'search.run' : 'view.opened', result: 'done', subject: subjectOf(input),
    open: { method, asked: shortened(input) }, held: [],
  }]);
}

/** An attempt refused is written down by its codes; with no vault open there is no key to write with. */
async function refused(method: string, refusals: readonly Refusal[], context: Context | undefined): Promise<Envelope<never>> {
  if (context !== undefined) {
    try {
      context.vault.commit([{
        kind: method, result: 'refused', subject: null, open: { codes: refusals.map((refusal) => refusal.code) }, held: [],
      }]);
    } catch (error) {
      // The first refusal stays the answer; a vault that can no longer write adds its own.
      return answerWith([...refusals, ...refusalsOfTrouble(error)]);
    }
  }
  return answerWith(refusals);
}

function subjectOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  for (const key of ['materialId', 'packageId', 'noticeId', 'incidentId']) {
    const value: unknown = Reflect.get(input, key);
    if (typeof value === 'string') return value;
  }
  return null;
}

function shortened(value: unknown): Json {
  if (typeof value === 'string') return value.length <= 400 ? value : { characters: value.length };
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.slice(0, 200).map(shortened);
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).map(([key, part]) => [key, shortened(part)]));
  return null;
}

/** Every method has a handler in exactly one of the two tables. */
export const unhandled = methods.filter((method) => Object.hasOwn(houseHandlers, method) === Object.hasOwn(vaultHandlers, method));
