import { statfsSync } from 'node:fs';
import { keyKinds } from '#app/access/acts.ts';
import type { Act, HoldingName, NewAct } from '#app/journal/act.ts';
import { isCommon } from '#app/journal/common.ts';
import type { HeldPart } from './act-body.ts';
import { naming, VaultError } from './errors.ts';
import { forgetStaged, givenFile, insertFileKey, moveHome, type FileMove, type GivenFile } from './file-places.ts';
import { appendPart, sealEnd, sweepBeyond, type ChainEnd } from './holding-chain.ts';
import { ownKeys, requireScope, vouchFor } from './holding-keys.ts';
import { closeHolding, makeHolding, openHolding, project, reserve, setProjectedTo, type Holding } from './holdings.ts';
import { appendAct, genesis, headOf, makeAct, type Made } from './journal.ts';
import { requireSettled } from './key-settling.ts';
import type { TakenIn } from './matching.ts';
import { secondHand } from './second-hand.ts';
import { guard, guardWriting, type State } from './state.ts';
import { putMeta } from './store.ts';
import { hex } from './suite.ts';

/** Acts that only the vault itself writes. */
const reserved: ReadonlySet<string> = new Set([
  'vault.created', 'officer.enrolled', 'officer.disabled', 'officer.passphraseChanged', 'session.unlocked', 'session.locked', 'session.refused', 'holding.opened', 'holding.rekeyed', 'journal.indexRebuilt',
  'grant.issued', 'grant.revoked', 'deputy.recorded', 'deputy.ended', 'backup.restored', 'recovery.arranged', 'recovery.opened', 'journal.headSigned', 'vault.migrated', 'key.made', 'key.settled',
]);

export interface CommitOptions {
  /** Staged files that become part of a holding with these acts. */
  readonly adopt?: readonly FileMove[] | undefined;
}

export function commitOutside(state: State, acts: readonly NewAct[], options: CommitOptions = {}, index?: (acts: readonly NewAct[]) => TakenIn): Act[] {
  for (const { kind, result } of acts) {
    // A refused attempt is written under its method's name, which may be the same word.
    if (result === 'done' && reserved.has(kind)) throw new TypeError(`${kind} is written by the vault alone`);
  }
  requireSpace(state, acts);
  return commit(state, acts, options, undefined, index?.(acts));
}

/**
 * Left free on the disk beside what is committed, in bytes: an officer must still be able to open, read and lock a vault on a full disk, and to take back
 * an account, a grant or a passphrase that somebody may misuse, and those are acts too.
 */
const reserveBytes = 8 * 1024 * 1024;

/** For whatever adds to a vault. A content lies in its record, in the write-ahead log, and again in the tables that show it. Throws `noSpace`. */
export function requireSpace(state: State, acts: readonly NewAct[] = []): void {
  guard(state);
  const contents = acts.reduce((sum, { open, held }) => sum + JSON.stringify([open, held]).length, 0);
  const { bavail, bsize } = naming('vault', () => statfsSync(state.folder));
  if (bavail * bsize < reserveBytes + contents * 8) throw new VaultError('noSpace', 'vault', { stands: ['registry', 'journal', 'holdings'] });
}

/** What one commit writes into one holding. */
interface Place {
  readonly holding: Holding;
  readonly parts: readonly { readonly made: Made; readonly part: HeldPart }[];
  /** Where its chain ends once the acts stand. */
  end: ChainEnd;
}

/**
 * The only way anything is written. No transaction spans two files, so the order is: contents, parts of acts and file keys into their
 * holdings, fsynced; then all acts with the registry's projections and the ends of the holdings' chains in one transaction; then the head of
 * the journal beside the databases; then the holdings' projections, which were applied before the acts were written, so that an act that
 * cannot be shown is never taken, and which may be lost: a holding catches up when it is opened. A throw before the
 * acts are written leaves nothing: what no act names is swept. `extra` writes more rows of the registry together with the acts.
 */
export function commit(state: State, acts: readonly NewAct[], options: CommitOptions = {}, extra?: () => void, index?: TakenIn): Act[] {
  guardWriting(state);
  if (acts.length === 0) return [];
  if (state.stuck !== undefined) throw state.stuck;
  state.heads.flush();
  const adopt = (options.adopt ?? []).map((move) => givenFile(state, move));
  const fresh: Holding[] = [];
  const places: Place[] = [];
  const begun: Place[] = [];
  try {
    const holdings = holdingsFor(state, [...acts.flatMap(({ held }) => held.map(({ holding }) => holding)), ...adopt.map(({ holding }) => holding)], fresh);
    const made = makeAll(state, [...fresh.map(({ name }) => openingOf(name)), ...acts]);
    for (const holding of holdings) places.push(placeIn(holding, made));
    state.at?.('prepared');
    for (const place of places) keepContents(state, place, adopt, index);
    state.at?.('records');
    for (const place of places) {
      // The next FULL commit fsyncs these pages as well; until then a holding that lost them catches up.
      place.holding.db.pragma('synchronous=NORMAL');
      place.holding.db.exec('BEGIN IMMEDIATE');
      begun.push(place);
      applyTo(state, place);
    }
    state.at?.('projected');
    inRegistry(state, () => {
      for (const one of made) {
        appendAct(state.registry, one, state.session);
        if (isCommon(one.act)) for (const projection of state.projections.registry) projection.apply(state.registry, one.act);
      }
      putMeta(state.registry, 'firstOfLastCommit', String(made[0]?.act.seq ?? 0));
      for (const { holding: { place, headKey }, end } of places) {
        state.registry.prepare('UPDATE holding_store SET head = ? WHERE place = ?').run(sealEnd(state.suite, headKey, state.header.vaultId, place, end), place);
      }
      for (const { fileId } of adopt) forgetStaged(state, fileId);
      index?.inRegistry();
      extra?.();
    });
    for (const holding of fresh) state.open.set(holding.name, holding);
    finish(state, made, places, adopt, index);
    return made.map(({ act }) => act);
  } catch (error) {
    for (const place of begun) undo(state, place);
    // A holding whose opening act was not written is made anew the next time; in the others nothing stays of the acts that were not.
    for (const holding of fresh) closeHolding(state, holding);
    if (state.stuck === undefined) for (const { holding } of places) if (!fresh.includes(holding)) clean(state, holding);
    throw error;
  } finally {
    for (const file of adopt) state.suite.secrets.erase(file.key);
  }
}

/**
 * When the medium fails while the registry is committed, nobody can tell whether the acts stand: the next opening will, from the write-ahead log. Until
 * then nothing more is written and nothing taken away, so that either answer is whole.
 */
function inRegistry(state: State, write: () => void): void {
  try {
    state.registry.transaction(write);
  } catch (error) {
    if (error instanceof VaultError && error.code === 'io') state.stuck = error;
    throw error;
  }
}

function placeIn(holding: Holding, made: readonly Made[]): Place {
  const parts = made.flatMap((one) => one.parts.filter((part) => part.holding === holding.name).map((part) => ({ made: one, part })));
  return { holding, parts, end: holding.end };
}

function keepContents(state: State, place: Place, adopt: readonly GivenFile[], index: TakenIn | undefined): void {
  const { holding: { name, db }, parts } = place;
  db.transaction(() => {
    let end = place.end;
    for (const { made: { act, bodyHash, disclosed }, part } of parts) end = appendPart(state.suite, db, end, act.seq, bodyHash, disclosed.leaves, part);
    for (const file of adopt) {
      if (file.holding !== name) continue;
      if (parts.length === 0) throw new TypeError('a file goes into a holding with an act that concerns it');
      insertFileKey(db, file, end.seq);
    }
    index?.inHolding(name, db, end.seq);
    place.end = end;
  });
}

/** From here the acts stand: nothing below may fail the commit, and each part is made good at the next opening. */
function finish(state: State, made: readonly Made[], places: readonly Place[], adopt: readonly FileMove[], index: TakenIn | undefined): void {
  quietly(() => state.at?.('registry'));
  if (made.some(({ act }) => keyKinds.includes(act.kind))) state.book = undefined;
  const last = made.at(-1)?.act;
  if (last !== undefined) state.heads.append({ seq: last.seq, hash: last.hash });
  quietly(() => state.at?.('heads'));
  for (const place of places) {
    const { holding } = place;
    holding.end = place.end;
    try {
      holding.db.exec('COMMIT');
      holding.db.pragma('synchronous=FULL');
    } catch {
      // Opened anew at its next use, and caught up from its parts.
      closeHolding(state, holding);
    }
  }
  quietly(() => state.at?.('holdings'));
  for (const { holding } of places) if (adopt.some((file) => file.holding === holding.name)) quietly(() => moveHome(state, holding));
  quietly(() => state.at?.('files'));
  quietly(() => index?.afterwards());
}

function quietly(step: () => void): void {
  try {
    step();
  } catch {
    // Made good at the next opening; the acts are durable.
  }
}

function undo(state: State, { holding }: Place): void {
  try {
    if (holding.db.inTransaction) holding.db.exec('ROLLBACK');
    holding.db.pragma('synchronous=FULL');
  } catch {
    closeHolding(state, holding);
  }
}

/** A number that was not used is used again by the next act: what bears it must be gone by then. */
function clean(state: State, holding: Holding): void {
  try {
    sweepBeyond(holding.db, holding.end);
  } catch {
    closeHolding(state, holding);
  }
}

const openingOf = (name: HoldingName): NewAct => ({ kind: 'holding.opened', result: 'done', subject: name, open: { holding: name }, held: [{ holding: name, content: null }] });

/** Every holding concerned, those made for it last in `fresh`. By right alone, before anything is looked for: a refusal says nothing of what there is. */
function holdingsFor(state: State, names: readonly HoldingName[], fresh: Holding[]): readonly Holding[] {
  const each = [...new Set(names)];
  for (const name of each) requireScope(state, name);
  return each.map((name) => {
    const there = openHolding(state, name);
    if (there?.db.trouble !== undefined) throw there.db.trouble;
    if (there !== undefined) return there;
    if (!ownKeys(state).has(name)) begin(state, name);
    const made = makeHolding(state, name);
    fresh.push(made);
    return made;
  });
}

/** A key stands in an act before anything is written under it: one that somebody put among the sealed keys without an act is never used. */
function begin(state: State, name: HoldingName): void {
  requireSettled(state, name);
  const own = { place: hex(state.suite.random(16)), key: state.suite.freshKey() };
  commit(state, [vouchFor(state, { name, ...own }, null)], {}, () => reserve(state, name, own));
  ownKeys(state).set(name, own);
}

function makeAll(state: State, acts: readonly NewAct[]): Made[] {
  const signer = { officer: state.officer.id, workstation: state.workstation, secretKey: state.keys.sign.secretKey, second: secondHand(state.header.vaultId) };
  let before: { seq: number; hash: string } = headOf(state.registry) ?? { seq: 0, hash: genesis(state.suite, state.header.vaultId) };
  const at = state.clock.now();
  return acts.map((act) => {
    const made = makeAct(state.suite, signer, at, before, act);
    before = made.act;
    return made;
  });
}

function applyTo(state: State, { holding: { db }, parts }: Place): void {
  for (const { made: { act }, part } of parts) {
    project(state, db, { seq: act.seq, at: act.at, officer: act.officer, ...part.about }, part.content?.value ?? null);
    setProjectedTo(db, act.seq);
  }
}
