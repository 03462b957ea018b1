import type { Act } from '#app/journal/act.ts';
import { commit } from './commit.ts';
import type { Connection } from './db.ts';
import { VaultError } from './errors.ts';
import { journalIndexKeyName, journalKeyName, keyOf } from './holding-keys.ts';
import { headOf, outsideOf, rowsFrom, type ActRow } from './journal.ts';
import { addToIndex, countOf, indexFile, indexRowOf, kindsOf, openIndex, pageOf, removeIndex, standOf, type IndexRow, type JournalPage } from './journal-index.ts';
import type { JournalFilter } from './journal-filter.ts';
import { journalReader, type JournalReader } from './journal-keys.ts';
import { guard, type State } from './state.ts';
import type { StoreFile } from './store.ts';
import type { Progress } from './verify.ts';

/** Acts taken into the index between two signs of progress. */
const batch = 250;

/** More than these are never read in one piece: a lock would have to wait for them. */
export const manyActs = 1000;

/** The index could not be read and was made anew from the journal. */
export const indexRebuilt = 'journal.indexRebuilt';
/** Stands for the kind of an act whose body is not the one that was signed. */
export const unreadable = 'act.unreadable';

/** The journal as those see it who read it (Art. 11): what each act says, and an index over all of them. */
export interface JournalReading {
  readonly reader: JournalReader;
  /** Takes what is new into the index; can be broken off and gone on with. */
  catchUp(): Generator<Progress>;
  /** Acts that the index does not have yet. */
  behind(): number;
  page(filter: JournalFilter, cursor: number | null, limit: number): JournalPage;
  count(filter: JournalFilter): number;
  kinds(): string[];
  /** Makes the index anew where `trouble` finds damage in its store. */
  proveIndex(trouble: (file: StoreFile) => Promise<VaultError | undefined>): Promise<void>;
  /** Rows of the index that are not what the journal says. */
  differences(): Generator<Progress, number>;
  close(): void;
}

/** undefined for officers who were not given the journal's key. */
export function readingOf(state: State): JournalReading | undefined {
  guard(state);
  if (state.reading !== undefined) return state.reading;
  const secret = keyOf(state, journalKeyName);
  const key = keyOf(state, journalIndexKeyName);
  if (secret === undefined || key === undefined) return undefined;
  return state.reading = reading(state, journalReader(state.suite, state.header.vaultId, state.registry, secret), key);
}

/** Throws `forbidden`. */
export function mustRead(state: State): JournalReading {
  const found = readingOf(state);
  if (found === undefined) throw new VaultError('forbidden', 'journal');
  return found;
}

function reading(state: State, reader: JournalReader, key: Uint8Array): JournalReading {
  const place = { folder: state.folder, vaultId: state.header.vaultId, key };
  let open: { db: Connection; to: number } | undefined;

  function index(): { db: Connection; to: number } {
    if (open !== undefined) return open;
    const db = openIndex(place);
    try {
      return open = { db, to: standOf(db, state.registry) };
    } catch (error) {
      db.close();
      throw error;
    }
  }
  /** An index that cannot be read is made anew, once, and the journal says so. */
  function mending<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof VaultError) || error.code !== 'damaged' || !error.place.startsWith('journal.db')) throw error;
      renew();
      return work();
    }
  }
  function renew(): void {
    open?.db.close();
    open = undefined;
    removeIndex(place);
    commit(state, [{ kind: indexRebuilt, result: 'done', subject: null, open: {}, held: [] }]);
  }
  const last = (): number => headOf(state.registry)?.seq ?? 0;
  /** One act that cannot be read must not hide the others: it stands among them as what it is, and verifying names it. */
  function actOf(row: ActRow): Act {
    try {
      return reader.act(row);
    } catch (error) {
      if (!(error instanceof VaultError) || error.code !== 'damaged') throw error;
      return { ...outsideOf(row), kind: unreadable, result: 'done', subject: null, open: {}, held: [] };
    }
  }
  function takeBatch(): void {
    const at = index();
    const acts = rowsFrom(state.registry, at.to + 1, at.to + batch).map(actOf).toArray();
    addToIndex(at.db, acts);
    at.to = acts.at(-1)?.seq ?? at.to;
  }
  function whole<T>(work: (db: Connection) => T): T {
    guard(state);
    return mending(() => {
      while (index().to < last()) takeBatch();
      return work(index().db);
    });
  }
  function* catchUp(): Generator<Progress> {
    const from = mending(() => index().to);
    for (;;) {
      const to = mending(() => {
        if (index().to < last()) takeBatch();
        return index().to;
      });
      if (to >= last()) return;
      yield { done: to - from, of: last() - from };
      guard(state);
    }
  }
  return {
    reader,
    behind: () => mending(() => last() - index().to),
    catchUp,
    async proveIndex(trouble) {
      mending(() => index());
      if ((await trouble(indexFile(place)))?.code !== 'damaged') return;
      guard(state);
      renew();
    },
    page: (filter, cursor, limit) => whole((db) => pageOf(db, state.registry, filter, cursor, limit)),
    count: (filter) => whole((db) => countOf(db, filter)),
    kinds: () => whole(kindsOf),
    *differences() {
      yield* catchUp();
      const to = index().to;
      let rows = 0;
      for (let from = 1; from <= to; from += batch) {
        const live = new Map(index().db.prepare<[number, number], IndexRow>('SELECT * FROM act WHERE seq BETWEEN ? AND ?').all(from, Math.min(to, from + batch - 1)).map((row) => [row.seq, row]));
        for (const row of rowsFrom(state.registry, from, Math.min(to, from + batch - 1))) {
          const wanted = indexRowOf(actOf(row));
          const found = live.get(row.seq);
          if (found === undefined || Object.entries(wanted).some(([column, value]) => Reflect.get(found, column) !== value)) rows += 1;
        }
        yield { done: from, of: to };
        guard(state);
      }
      return rows;
    },
    close() {
      reader.wipe();
      key.fill(0);
      open?.db.close();
      open = undefined;
    },
  };
}
