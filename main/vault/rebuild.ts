import type { HoldingName, Json } from '#app/journal/act.ts';
import { canonical } from './canonical.ts';
import { rowsApart } from './compare-tables.ts';
import type { Connection } from './db.ts';
import { VaultError } from './errors.ts';
import { chainStart, partsAfter, vouched } from './holding-chain.ts';
import { fileOf, holdingsOf, openHolding, project, readRecord, type Holding } from './holdings.ts';
import { commonActs, headOf, rowsFrom } from './journal.ts';
import { readingOf } from './journal-reading.ts';
import { createTables } from './projecting.ts';
import { holdingSchema } from './holding-schema.ts';
import { registryStore } from './registry-place.ts';
import { atOneMoment } from './snapshot.ts';
import { guard, type State } from './state.ts';
import { memoryStore } from './store.ts';
import { hex } from './suite.ts';
import type { Progress } from './verify.ts';

export interface Difference {
  /** `registry`, `journal` for its index, or the holding. */
  readonly store: 'registry' | 'journal' | HoldingName;
  readonly table: string;
  /** Rows that are only in the live table or only in the rebuilt one. */
  readonly rows: number;
}

/** A part or content that an act names and that is missing or not what was written. */
export interface LostContent {
  readonly seq: number;
  readonly holding: HoldingName;
}

export interface Rebuilt {
  readonly differences: readonly Difference[];
  readonly lost: readonly LostContent[];
}

/**
 * Builds every projection anew from the journal and the contents that this officer can open, in memory only, and
 * compares it with the live tables, but for the stores named in `without`: those whose damage is known; for those who read the journal, its index and what
 * it names in their holdings too. Yields progress: give the event loop a turn between; each store is compared as it stood at one moment, whatever is committed meanwhile.
 */
export function* rebuild(state: State, without: ReadonlySet<'registry' | HoldingName> = new Set()): Generator<Progress, Rebuilt> {
  guard(state);
  const differences: Difference[] = [];
  const lost: LostContent[] = [];
  const names = holdingsOf(state).filter((name) => !without.has(name));
  const of = names.length + 1;
  if (!without.has('registry')) {
    differences.push(...yield* atOneMoment(state, 'registry', () => registryStore(state.folder, state.keys.registry), (live) => registryAnew(state, live, { done: 0, of })));
  }
  for (const [index, name] of names.entries()) {
    yield { done: index + 1, of };
    guard(state);
    const holding = openHolding(state, name);
    if (holding === undefined) continue;
    const found = yield* atOneMoment(state, name, () => fileOf(state, holding), (live) => anew(state, { ...holding, db: live }, { done: index + 1, of }));
    differences.push(...found.differences);
    lost.push(...found.lost);
  }
  const reading = without.has('registry') ? undefined : readingOf(state);
  if (reading === undefined) return { differences, lost };
  const rows = yield* reading.differences();
  if (rows > 0) differences.push({ store: 'journal', table: 'act', rows });
  lost.push(...yield* namedAndMissing(state, lost, names));
  return { differences, lost };
}

/** So many acts are built between two turns of the event loop: a lock must not wait for a whole holding. */
const batch = 50;

function* registryAnew(state: State, live: Connection, progress: Progress): Generator<Progress, readonly Difference[]> {
  const fresh = memoryStore();
  try {
    createTables(fresh, state.projections.registry);
    fresh.exec('BEGIN');
    let built = 0;
    for (const act of commonActs(state.suite, live)) {
      built += 1;
      if (built % batch === 0) {
        yield progress;
        guard(state);
      }
      for (const projection of state.projections.registry) projection.apply(fresh, act);
    }
    fresh.exec('COMMIT');
    return yield* compare(state, 'registry', live, fresh, state.projections.registry.flatMap(({ tables }) => tables), progress);
  } finally {
    fresh.close();
  }
}

/** One holding as it stood at one moment: its chain walked, each part compared with the journal, its tables built anew. */
function* anew(state: State, { name, place, db: live }: Pick<Holding, 'name' | 'place' | 'db'>, progress: Progress): Generator<Progress, { differences: readonly Difference[]; lost: readonly LostContent[] }> {
  const lost: LostContent[] = [];
  const fresh = memoryStore();
  try {
    fresh.exec(holdingSchema);
    createTables(fresh, state.projections.holdings);
    // A full-text index is written down at each end of a transaction.
    fresh.exec('BEGIN');
    let chain = chainStart(state.suite, state.header.vaultId, place).hash;
    let built = 0;
    for (const part of partsAfter(live, 0)) {
      built += 1;
      if (built % batch === 0) {
        yield progress;
        guard(state);
      }
      const act = vouched(state, name, part);
      chain = state.suite.sha256(chain + part.leaf);
      try {
        if (act === undefined || chain !== part.chain) throw new VaultError('damaged', `holding ${name} act ${part.seq}`);
        project(state, fresh, act, act.record === null ? null : copyRecord(state, live, fresh, name, act.record, act.seq));
      } catch (error) {
        if (!(error instanceof VaultError) || error.code !== 'damaged') throw error;
        lost.push({ seq: part.seq, holding: name });
        chain = part.chain;
      }
    }
    fresh.exec('COMMIT');
    return { differences: yield* compare(state, name, live, fresh, state.projections.holdings.flatMap(({ tables }) => tables), progress), lost };
  } finally {
    fresh.close();
  }
}

/** Projections may join the record that they project. */
function copyRecord(state: State, live: Connection, fresh: Connection, name: HoldingName, hash: string, seq: number): Json {
  const content = readRecord(state, live, name, hash, seq);
  fresh.prepare('INSERT OR IGNORE INTO record (seq, hash, salt, json) VALUES (?, ?, ?, ?)').run(seq, hash, '', canonical(content));
  return content;
}

/** Parts that the journal names in a holding and that are not in it: who has the keys of both could have taken them out together with the chain's end. */
function* namedAndMissing(state: State, known: readonly LostContent[], names: readonly HoldingName[]): Generator<Progress, readonly LostContent[]> {
  const missing: LostContent[] = [];
  const reader = readingOf(state)?.reader;
  const last = headOf(state.registry)?.seq ?? 0;
  for (const row of rowsFrom(state.registry, 1, last)) {
    for (const { holding, hash } of row.clear === null ? partsOf(row) : []) {
      if (!names.includes(holding)) continue;
      const there = openHolding(state, holding)?.db.prepare<[string, number], unknown>('SELECT 1 FROM act WHERE leaf = ? AND seq = ?').get(hash, row.seq);
      const told = [...known, ...missing].some((one) => one.seq === row.seq && one.holding === holding);
      if (there === undefined && !told) missing.push({ seq: row.seq, holding });
    }
    if (row.seq % 100 === 0) {
      yield { done: row.seq, of: last };
      guard(state);
    }
  }
  return missing;

  function partsOf(row: Parameters<NonNullable<typeof reader>['read']>[0]) {
    try {
      return reader?.read(row).body.held ?? [];
    } catch (error) {
      // Named by the verification of the journal.
      if (error instanceof VaultError && error.code === 'damaged') return [];
      throw error;
    }
  }
}

function* compare(state: State, store: Difference['store'], live: Connection, fresh: Connection, tables: readonly string[], progress: Progress): Generator<Progress, readonly Difference[]> {
  const salt = hex(state.suite.random(16));
  const found: Difference[] = [];
  for (const table of tables) {
    const rows = yield* rowsApart(live, fresh, table, salt, progress);
    if (rows > 0) found.push({ store, table, rows });
  }
  return found;
}
