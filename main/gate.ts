import { z } from 'zod';
import { entryOf, methods, type Envelope, type Method } from '#app/contract/index.ts';
import type { Entry } from '#app/contract/define.ts';
import { refuse, type Refusal } from '#app/contract/refusals.ts';
import { isCertified } from '#app/checks/due.ts';
import { withoutWords } from '#app/journal/asked.ts';
import type { HoldingName } from '#app/journal/act.ts';
import { locate } from './acts/lookup.ts';
import { today } from './clock.ts';
import type { Context, House } from './context.ts';
import { houseHandlers, vaultHandlers } from './handlers.ts';
import { largestQuestion, refusalsOf } from './parse.ts';
import { Refused } from './refused.ts';
import { withSecond } from './second.ts';
import { refusalsOfTrouble } from './trouble.ts';
import { certificatesOf } from './vault/queries/checks.ts';
import { clockFloor } from './vault/queries/journal.ts';
import { VaultError, type OpenVault } from './vault/vault.ts';

/** Methods that work although the clock stands before the last act: those that put it right or only look. */
const despiteClock: ReadonlySet<string> = new Set(['session.acceptClock', 'session.lock', 'session.touch', 'drafts.seal', 'drafts.open', 'screen.title', 'jobs.cancel']);

/** Commands that a vault opened for reading only still takes: they write nothing into it. */
const withoutActs: ReadonlySet<string> = new Set(['session.lock', 'session.touch', 'drafts.seal', 'drafts.open', 'screen.title', 'jobs.cancel', 'vault.check']);

/**
 * What does not wait for a certificate (R10.3): recording it, whatever protects or narrows, and a breach with its letters, which are due at once (Art. 9, 12, 14). Nothing that
 * lets information in or out.
 */
const despiteCertificate: ReadonlySet<string> = new Set([
  ...despiteClock, 'checks.recordCertificate', 'session.changePassphrase', 'officers.disable', 'access.revoke', 'access.rekey', 'vault.check', 'journal.compareHead', 'journal.exportTo',
  'backup.registerMedium', 'backup.checkMedium', 'backup.withdrawMedium', 'backup.make', 'backup.prove', 'restrictions.record', 'restrictions.complete', 'consents.revoke', 'release.withdrawApproval',
  'incidents.open', 'incidents.complete', 'incidents.record', 'incidents.namePerson', 'incidents.dismissSuspicion', 'incidents.close', 'notices.issue', 'notices.acknowledge', 'documents.prepare', 'documents.print',
]);

const answerWith = (refusals: readonly Refusal[]): Envelope<never> => ({ ok: false, refusals });

/**
 * The one way in. Finds the entry, parses the input, checks session, role and clock, runs the handler, writes
 * down what was asked or refused (Art. 11), and answers with an envelope. Never throws.
 */
export async function pass(method: string, json: string, house: House): Promise<Envelope<unknown>> {
  const entry = entryOf(method);
  if (entry === undefined) return answerWith([refuse('input.unknownMethod', { path: method.slice(0, 60) })]);
  house.session.lockIfEnded();
  const vault = house.session.vault();
  const context: Context | undefined = vault === undefined ? undefined : { ...house, vault };
  let asked: unknown;
  try {
    const before = entranceRefusal(method, entry, context);
    if (before !== undefined) return await refused(method, [before], context);
    const input = readJson(json);
    if (input === unreadable) return await refused(method, [refuse('input.invalid', { path: '' })], context);
    if (entry.two && !hasSecond(input)) return await refused(method, [refuse('second.required')], context);
    const parsed = entry.input.safeParse(input);
    if (!parsed.success) return await refused(method, refusalsOf(parsed.error, input), context);
    asked = parsed.data;
    if (context !== undefined) writeDownQuestion(method, entry, asked, context);
    const value = context !== undefined && entry.two && entry.session === 'open'
      ? await withSecond(context, entry, parsed.data, () => run(method as Method, asked, house, context))
      : await answered(method as Method, entry, parsed.data, house, context);
    return { ok: true, value };
  } catch (error) {
    const refusals = error instanceof Refused ? error.refusals : isBrokenOff(error, house, context) ? [refuse('session.locked')] : refusalsOfTrouble(error);
    return refused(method, refusals, house.session.vault() === undefined ? undefined : context, asked);
  }
}

function entranceRefusal(method: string, entry: Entry, context: Context | undefined): Refusal | undefined {
  if (entry.session === 'any') return undefined;
  if (context === undefined) return refuse('session.locked');
  const { role } = context.vault.identity.officer;
  if (!entry.roles.includes(role)) return refuse('session.roleNotEntitled', { role });
  const { reading } = context.vault;
  if (reading !== undefined && entry.kind === 'command' && !withoutActs.has(method)) return refuse('vault.reading', { place: reading.place });
  const last = clockFloor(context.vault.registry);
  if (entry.kind === 'command' && last !== undefined && context.clock.now() < last && !despiteClock.has(method)) {
    return refuse('session.clockSetBack', { now: context.clock.now(), last });
  }
  if (entry.kind === 'command' && !despiteCertificate.has(method) && !isCertified(certificatesOf(context.vault.registry), today(context.clock))) {
    return refuse('session.certificateExpired', {}, { missing: 'toolsCertificate', supplier: { kind: 'officer' } });
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

/** The lock cancels every long step; whoever began one is told of the lock, not of a cancelling that nobody asked for. */
const isBrokenOff = (error: unknown, { session }: House, context: Context | undefined): boolean =>
  context !== undefined && session.vault() !== context.vault && error instanceof Error && error.name === 'AbortError';

/** A page that cannot be read takes its holding out of what is shown; a question is then asked once more of the rest. */
async function answered(method: Method, entry: Entry, input: unknown, house: House, context: Context | undefined): Promise<unknown> {
  try {
    return await run(method, input, house, context);
  } catch (error) {
    if (entry.kind !== 'question' || context === undefined || house.session.vault() === undefined || !(error instanceof VaultError)) throw error;
    if (!context.vault.damage().some(({ store }) => error.place.startsWith(`holding ${store}`))) throw error;
    return run(method, input, house, context);
  }
}

const hasSecond = (input: unknown): boolean => typeof input === 'object' && input !== null && 'second' in input && input.second !== null;

function run(method: Method, input: unknown, house: House, context: Context | undefined): unknown {
  const forHouse = Object.hasOwn(houseHandlers, method) ? houseHandlers[method as keyof typeof houseHandlers] : undefined;
  if (forHouse !== undefined) return (forHouse as (input: unknown, house: House) => unknown)(input, house);
  const handler = vaultHandlers[method as keyof typeof vaultHandlers];
  if (context === undefined) throw new Refused([refuse('session.locked')]);
  return (handler as (input: unknown, context: Context) => unknown)(input, context);
}

/** Where the words of a search lie: with the Centre, as high as the officer may go; readable to those who have content there, and to them alone. */
const wordsOfSearches: readonly HoldingName[] = ['CENTRE/UPPER', 'CENTRE/LOWER'];

/**
 * A search or a view is an act of its own. The words of a search may be content: they are held, and the open part names
 * them by their length. A text being typed is no search by an officer, but by the program: its words are kept nowhere.
 */
function writeDownQuestion(method: string, entry: Entry, input: unknown, { vault }: Context): void {
  // Of a vault that is only read nothing can be written down: its heads are lost.
  if (entry.journal === 'none' || vault.reading !== undefined) return;
  const open = { method, asked: withoutWords(input) };
  const searched = method === 'materials.page' && JSON.stringify(open.asked) !== JSON.stringify(input);
  // Words that cannot be kept are lost to the journal, not the search to the officer.
  const words = searched ? wordsOfSearches.find((name) => vault.mayHold(name) && !vault.damage().some(({ store }) => store === name)) : undefined;
  vault.commit([{
    kind: entry.journal === 'search' ? 'search.run' : 'view.opened', result: 'done', subject: subjectOf(input), open,
    held: words === undefined ? concerned(vault, input) : [{ holding: words, content: { method, asked: z.json().parse(JSON.parse(JSON.stringify(input))) } }],
  }]);
}

/** An attempt refused is written down by its codes and by what it was about; with no vault open there is no key to write with. */
async function refused(method: string, refusals: readonly Refusal[], context: Context | undefined, input?: unknown): Promise<Envelope<never>> {
  if (context !== undefined && context.vault.reading === undefined) {
    try {
      context.vault.commit([{
        kind: method, result: 'refused', subject: subjectOf(input), open: { codes: [...new Set(refusals.map((refusal) => refusal.code))], ...aboutOf(input) }, held: concerned(context.vault, input),
      }]);
    } catch (error) {
      // The first refusal stays the answer; a vault that can no longer write adds its own.
      return answerWith([...refusals, ...refusalsOfTrouble(error)]);
    }
  }
  return answerWith(refusals);
}

/** Who looked at a material, or tried something with it, is told on its card: its holding is told of the act, as far as the officer can open it. */
function concerned(vault: OpenVault, input: unknown): { holding: HoldingName; content: null }[] {
  const materialId: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'materialId') : undefined;
  if (typeof materialId !== 'string') return [];
  try {
    const at = locate(vault, materialId);
    return at === undefined ? [] : [{ holding: at.holding, content: null }];
  } catch (error) {
    // A holding that cannot be read is told of by the handler, in its own words.
    if (error instanceof VaultError) return [];
    throw error;
  }
}

function subjectOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  for (const key of ['materialId', 'packageId', 'noticeId', 'incidentId']) {
    const value: unknown = Reflect.get(input, key);
    if (typeof value === 'string') return value;
  }
  return null;
}

/** Ids and addressees of an attempt whose input was parsed: nothing that a person wrote. */
function aboutOf(input: unknown): { about?: ReturnType<typeof withoutWords> } {
  if (typeof input !== 'object' || input === null) return {};
  const named = Object.fromEntries(['materialIds', 'otherId', 'recipient', 'recipients', 'body', 'grantor'].flatMap((key) => {
    const value: unknown = Reflect.get(input, key);
    return value === undefined ? [] : [[key, value]];
  }));
  return Object.keys(named).length === 0 ? {} : { about: withoutWords(named) };
}

/** Every method has a handler in exactly one of the two tables. */
export const unhandled = methods.filter((method) => Object.hasOwn(houseHandlers, method) === Object.hasOwn(vaultHandlers, method));
