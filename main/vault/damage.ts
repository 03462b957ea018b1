import type { HoldingName } from '#app/journal/act.ts';
import { VaultError, type VaultErrorCode } from './errors.ts';
import { stagedFiles } from './file-places.ts';
import { readFile, readStaged } from './files.ts';
import { endOf, fileOf, holdingsOf, openHolding, type Holding } from './holdings.ts';
import { outsideAt } from './journal.ts';
import { manyActs, readingOf } from './journal-reading.ts';
import { pageTrouble } from './page-trouble.ts';
import { registryStore } from './registry-place.ts';
import { guard, type State } from './state.ts';
import type { Progress } from './verify.ts';

export interface ActPlace {
  readonly seq: number;
  /** Civil date-time. */
  readonly at: string;
}

/** A part of the vault that is not what was written, or cannot be reached now. What is not named stands. */
export interface Damage {
  readonly what: 'store' | 'content' | 'file' | 'heads';
  readonly store: 'registry' | HoldingName;
  readonly code: VaultErrorCode;
  /** As in VaultError: file of the vault and place in it. */
  readonly place: string;
  /** First and last act with content there; null when that is not known to this officer: the first of a store is told by the journal, to those who read it. */
  readonly from: ActPlace | null;
  readonly to: ActPlace | null;
}

/** Codes that say that a part cannot be used, and not that the officer may not. */
const ofDamage: ReadonlySet<VaultErrorCode> = new Set(['missing', 'damaged', 'io', 'permission', 'readOnly', 'inUse', 'newer']);
export const isDamage = (error: unknown): error is VaultError => error instanceof VaultError && ofDamage.has(error.code);

/** A holding of this officer that can be opened; undefined for one that does not exist, is not theirs, or is damaged: `knownDamage` names it then. */
export function standing(state: State, name: HoldingName): Holding | undefined {
  try {
    const holding = openHolding(state, name);
    // A page that could not be read since it was opened: nothing in it is shown as whole any more.
    return holding?.db.trouble === undefined ? holding : noted(state, name, holding.db.trouble);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return noted(state, name, error);
  }
}

function noted(state: State, name: HoldingName, error: VaultError): undefined {
  state.damaged.set(name, error);
  return undefined;
}

/** Names of the holdings that this officer can read now. */
export function standingHoldings(state: State): HoldingName[] {
  state.damaged.clear();
  return holdingsOf(state).filter((name) => standing(state, name) !== undefined);
}

/** Every damage that opening shows, of what this officer has the keys of. */
export function knownDamage(state: State): Damage[] {
  standingHoldings(state);
  const found = Array.from(state.damaged, ([name, error]) => ofStore(state, name, error));
  return state.onlyRead === undefined ? found : [{ what: 'heads', store: 'registry', code: state.onlyRead.code, place: state.onlyRead.place, from: null, to: null }, ...found];
}

function ofStore(state: State, name: HoldingName, { code, place }: VaultError): Damage {
  // A place that names an act is of that content, and what came after it.
  const named = Number(/ act (\d+)$/.exec(place)?.[1] ?? 0);
  return {
    what: named > 0 ? 'content' : 'store', store: name, code, place,
    from: named > 0 ? actAt(state, named) : openedBy(state, name), to: actAt(state, endOf(state, name)?.seq ?? 0),
  };
}

function actAt(state: State, seq: number): ActPlace | null {
  const at = outsideAt(state.registry, seq)?.at;
  return at === undefined ? null : { seq, at };
}

/** The act with which a holding begins. Not asked of a vault that is only read: the journal's index would be written; nor while much of the journal is still to be read: everybody would wait for it. */
function openedBy(state: State, name: HoldingName): ActPlace | null {
  const reading = state.onlyRead === undefined ? readingOf(state) : undefined;
  if (reading === undefined || reading.behind() > manyActs) return null;
  const [act] = reading.page({ kind: 'holding.opened', subject: name }, null, 1).acts;
  return act === undefined ? null : { seq: act.seq, at: act.at };
}

/** The trouble of a holding of this officer: a thing that is not found in the others may lie in it. */
export function damageInTheWay(state: State): VaultError | undefined {
  guard(state);
  return state.damaged.values().next().value;
}

/**
 * Reads every page and every sealed file that this officer has the keys of and names what is not what was written. Nothing
 * is changed. Yields progress, and gives the event loop a turn between.
 */
export async function* survey(state: State): AsyncGenerator<Progress, Damage[]> {
  guard(state);
  const found = knownDamage(state);
  const names = standingHoldings(state);
  const of = names.length + 1;
  yield { done: 0, of };
  const inRegistry = await pageTrouble(state, () => registryStore(state.folder, state.keys.registry));
  if (inRegistry !== undefined) found.push({ what: 'store', store: 'registry', code: inRegistry.code, place: inRegistry.place, from: null, to: null });
  for (const [index, name] of names.entries()) {
    yield { done: index + 1, of };
    guard(state);
    const holding = standing(state, name);
    if (holding === undefined) continue;
    const trouble = await pageTrouble(state, () => fileOf(state, holding));
    guard(state);
    if (trouble !== undefined) {
      holding.db.cameUpon(trouble);
      found.push(ofStore(state, name, noteAndAnswer(state, name, trouble)));
      continue;
    }
    for (const { id, seq } of holding.db.prepare<[], { id: string; seq: number }>('SELECT id, seq FROM file ORDER BY n').all()) {
      const error = await fileTrouble(readFile(state, name, id));
      if (error !== undefined) found.push({ what: 'file', store: name, code: error.code, place: error.place, from: actAt(state, seq), to: null });
      yield { done: index + 1, of };
      guard(state);
    }
  }
  // Its index is made of the registry: what is wrong with it is made good.
  if (state.onlyRead === undefined) await readingOf(state)?.proveIndex((file) => pageTrouble(state, () => file));
  // Taken in by this officer and not yet part of a material.
  for (const file of stagedFiles(state)) {
    const error = await fileTrouble(readStaged(state, file));
    if (error !== undefined) found.push({ what: 'file', store: 'registry', code: error.code, place: error.place, from: null, to: null });
    yield { done: of, of };
    guard(state);
  }
  return found;
}

function noteAndAnswer(state: State, name: HoldingName, error: VaultError): VaultError {
  state.damaged.set(name, error);
  return error;
}

async function fileTrouble(file: AsyncIterable<Uint8Array>): Promise<VaultError | undefined> {
  try {
    for await (const part of file) if (part.length === 0) break;
    return undefined;
  } catch (error) {
    if (isDamage(error)) return error;
    throw error;
  }
}
