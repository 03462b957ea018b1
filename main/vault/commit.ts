import { statfsSync } from 'node:fs';
import type { Act, HoldingName, Json, NewAct } from '#app/journal/act.ts';
import { canonical } from './canonical.ts';
import type { Connection } from './db.ts';
import { naming, VaultError } from './errors.ts';
import { givenFile, giveHome, insertFileKey, moveHome, type FileMove, type GivenFile } from './file-places.ts';
import { makeHolding, openHolding, project, setProjectedTo } from './holdings.ts';
import { appendAct, genesis, headOf, makeAct, type Made } from './journal.ts';
import { guard, type State } from './state.ts';
import { putMeta } from './store.ts';

/** Acts that only the vault itself writes. */
const reserved: ReadonlySet<string> = new Set([
  'vault.created', 'officer.enrolled', 'officer.disabled', 'officer.passphraseChanged', 'session.unlocked', 'session.locked', 'session.refused', 'holding.opened',
]);

export interface CommitOptions {
  /** Staged files that become part of a holding with these acts. */
  readonly adopt?: readonly FileMove[] | undefined;
}

export function commitOutside(state: State, acts: readonly NewAct[], options: CommitOptions = {}, extra?: () => void): Act[] {
  for (const { kind, result } of acts) {
    // A refused attempt is written under its method's name, which may be the same word.
    if (result === 'done' && reserved.has(kind)) throw new TypeError(`${kind} is written by the vault alone`);
  }
  requireSpace(state, acts);
  return commit(state, acts, options, extra);
}

/** Left free on the disk beside what is committed, in bytes: an officer must still be able to open, read and lock a vault on a full disk, and those are acts too. */
const reserveBytes = 8 * 1024 * 1024;

/** A content lies in its record, in the write-ahead log, and again in the tables that show it. */
function requireSpace(state: State, acts: readonly NewAct[]): void {
  guard(state);
  const contents = acts.reduce((sum, { open, held }) => sum + canonical(open).length + held.reduce((size, { content }) => size + canonical(content).length, 0), 0);
  const { bavail, bsize } = naming('vault', () => statfsSync(state.folder));
  if (bavail * bsize < reserveBytes + contents * 8) throw new VaultError('noSpace', 'vault', { stands: ['registry', 'journal', 'holdings'] });
}

interface Place {
  readonly name: HoldingName;
  readonly db: Connection;
  readonly made: readonly Made[];
}

/**
 * The only way anything is written. No transaction spans two files, so the order is: contents and file keys into their
 * holdings, fsynced; then all acts with the registry's projections in one transaction; then the head of the journal
 * beside the databases; then the holdings' projections, which were applied before the acts were written, so that an act that
 * cannot be shown is never taken, and which may be lost: a holding catches up when it is opened. A throw before the
 * acts are written leaves nothing but contents that no act names, which are swept. `extra` writes more rows of the
 * registry together with the acts.
 */
export function commit(state: State, acts: readonly NewAct[], options: CommitOptions = {}, extra?: () => void): Act[] {
  guard(state);
  if (acts.length === 0) return [];
  state.heads.flush();
  const adopt = (options.adopt ?? []).map((move) => givenFile(state, move));
  const fresh = new Map<HoldingName, Connection>();
  const begun: Place[] = [];
  try {
    const stores = storesFor(state, [...acts.flatMap(({ held }) => held.map(({ holding }) => holding)), ...adopt.map(({ holding }) => holding)], fresh);
    const made = makeAll(state, [...Array.from(fresh.keys(), openingOf), ...acts]);
    const places = Array.from(stores, ([name, db]): Place => ({ name, db, made: made.filter(({ held }) => held.some(({ holding }) => holding === name)) }));
    state.at?.('prepared');
    for (const place of places) keepContents(place, adopt);
    state.at?.('records');
    for (const place of places) {
      if (place.made.length === 0) continue;
      // The next FULL commit fsyncs these pages as well; until then a holding that lost them catches up.
      place.db.pragma('synchronous=NORMAL');
      place.db.exec('BEGIN IMMEDIATE');
      begun.push(place);
      applyTo(state, place);
    }
    state.at?.('projected');
    state.registry.transaction(() => {
      for (const { act } of made) {
        appendAct(state.registry, act);
        for (const projection of state.projections.registry) projection.apply(state.registry, act, undefined);
      }
      putMeta(state.registry, 'firstOfLastCommit', String(made[0]?.act.seq ?? 0));
      for (const file of adopt) giveHome(state, file, made.at(-1)?.act.seq ?? 0);
      extra?.();
    });
    for (const [name, db] of fresh) state.open.set(name, db);
    finish(state, made, begun, adopt);
    return made.map(({ act }) => act);
  } catch (error) {
    for (const { name, db } of begun) undo(state, name, db);
    // A holding whose opening act was not written is made anew the next time.
    for (const db of fresh.values()) quietly(() => db.close());
    throw error;
  } finally {
    for (const file of adopt) file.key.fill(0);
  }
}

function keepContents({ name, db, made }: Place, adopt: readonly GivenFile[]): void {
  db.transaction(() => {
    for (const { held } of made) {
      for (const part of held) if (part.holding === name) db.prepare('INSERT INTO record (hash, salt, json) VALUES (?, ?, ?)').run(part.hash, part.salt, part.json);
    }
    for (const file of adopt) if (file.holding === name) insertFileKey(db, file);
  });
}

/** From here the acts stand: nothing below may fail the commit, and each part is made good at the next opening. */
function finish(state: State, made: readonly Made[], begun: readonly Place[], adopt: readonly FileMove[]): void {
  quietly(() => state.at?.('registry'));
  const last = made.at(-1)?.act;
  if (last !== undefined) state.heads.append({ seq: last.seq, hash: last.hash });
  quietly(() => state.at?.('heads'));
  for (const { name, db } of begun) {
    try {
      db.exec('COMMIT');
      db.pragma('synchronous=FULL');
    } catch {
      // Opened anew at its next use, and caught up from the journal.
      undo(state, name, db);
      quietly(() => db.close());
      state.open.delete(name);
    }
  }
  quietly(() => state.at?.('holdings'));
  for (const name of new Set(adopt.map(({ holding }) => holding))) quietly(() => moveHome(state, name));
  quietly(() => state.at?.('files'));
}

function quietly(step: () => void): void {
  try {
    step();
  } catch {
    // Made good at the next opening; the acts are durable.
  }
}

function undo(state: State, name: HoldingName, db: Connection): void {
  try {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma('synchronous=FULL');
  } catch {
    quietly(() => db.close());
    state.open.delete(name);
  }
}

const openingOf = (name: HoldingName): NewAct => ({ kind: 'holding.opened', result: 'done', subject: name, open: { holding: name }, held: [] });

/** The stores that the acts need; those made for it are put into `fresh` as well. */
function storesFor(state: State, names: readonly HoldingName[], fresh: Map<HoldingName, Connection>): Map<HoldingName, Connection> {
  const stores = new Map<HoldingName, Connection>();
  for (const name of new Set(names)) {
    const there = openHolding(state, name);
    if (there === undefined) {
      if (state.registry.prepare<[string], unknown>('SELECT 1 FROM holding WHERE name = ?').get(name) !== undefined) throw new VaultError('forbidden', `holding ${name}`);
      fresh.set(name, makeHolding(state, name));
    }
    const store = there ?? fresh.get(name);
    if (store !== undefined) stores.set(name, store);
  }
  return stores;
}

function makeAll(state: State, acts: readonly NewAct[]): Made[] {
  const signer = { officer: state.officer.id, workstation: state.workstation, secretKey: state.keys.sign.secretKey };
  let before: { seq: number; hash: string } = headOf(state.registry) ?? { seq: 0, hash: genesis(state.suite, state.header.vaultId) };
  const at = state.clock.now();
  return acts.map((act) => {
    const made = makeAct(state.suite, signer, at, before, act);
    before = made.act;
    return made;
  });
}

function applyTo(state: State, { name, db, made }: Place): void {
  for (const { act, held } of made) {
    const contents = new Map<string, Json>(held.map((part) => [part.hash, part.content]));
    project(state, db, name, act, ({ hash }) => contents.get(hash) ?? null);
    setProjectedTo(db, act.seq);
  }
}
