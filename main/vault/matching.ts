import type { Feature } from '#app/similarity/feature.ts';
import { features, referenceFeature } from '#app/similarity/features.ts';
import type { NewAct } from '#app/journal/act.ts';
import { materialRecord, materialRegistered, productPrepared } from '#app/materials/acts.ts';
import type { HoldingName } from '#app/journal/act.ts';
import type { Connection } from './db.ts';
import { derive, type DerivedKey } from './derive.ts';
import { standingHoldings } from './damage.ts';
import { holdingsOf, openHolding } from './holdings.ts';
import type { State } from './state.ts';
import type { ReadableDb, WritableDb } from './store.ts';

/**
 * The blind similarity index (Art. 7): keyed hashes of what a text is compared by, over all holdings, with no word of
 * content in registry.db. A material is a row number drawn at random; which one it is lies in its holding alone. It is an index, not
 * a projection: made again from the holdings at any time.
 */
export const matchingSchema = `
  CREATE TABLE matched (row INTEGER PRIMARY KEY);
  CREATE TABLE posting (token INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (token, row)) WITHOUT ROWID;
  CREATE TABLE frequency (token INTEGER PRIMARY KEY, n INTEGER NOT NULL);
`;

/** Keyed hash of a feature, as an integer of 48 bits. */
type Blind = (key: string) => number;

/** A material on its way into the index. */
interface Entry {
  readonly holding: HoldingName;
  readonly id: string;
  readonly row: number;
  readonly tokens: ReadonlySet<number>;
}

/** What some acts register, written by halves: the row's meaning into the holding with the content, the hashes into the registry with the act. */
export interface TakenIn {
  inHolding(name: HoldingName, db: Connection, seq: number): void;
  inRegistry(): void;
}

export interface Matching {
  takeIn(acts: readonly NewAct[]): TakenIn;
  find(query: readonly Feature[], limit: number): Found;
}

/** The index of an open vault; its key is given to those whose role has content. */
export function matchingOf(state: State): Matching {
  let key: DerivedKey | undefined;
  const rowsInReach = reachOf(state);
  const blind: Blind = (feature) => {
    key ??= derive(state, 'vault', 'matching');
    return number48(key.hmac(feature));
  };
  return {
    takeIn(acts) {
      const entries = acts.flatMap(({ kind, held }) => (kind !== materialRegistered.kind && kind !== productPrepared.kind ? [] : held)).flatMap(({ holding, content }): Entry[] => {
        if (content === null) return [];
        const { id, asReceived, senderNumber } = materialRecord.parse(content);
        return [{ holding, id, row: number48(state.suite.random(6)), tokens: new Set(indexed(asReceived.text, senderNumber).map((one) => blind(one.key))) }];
      });
      return {
        inHolding(name, db, seq) {
          for (const { holding, id, row } of entries) if (holding === name) db.prepare('INSERT INTO matched (seq, row, id) VALUES (?, ?, ?)').run(seq, row, id);
        },
        inRegistry() {
          for (const entry of entries) add(state.registry, entry);
        },
      };
    },
    find: (query, limit) => candidates(indexOf(state.registry.reader, rowsInReach()), blind, query, limit, (rows) => placesOf(state, rows)),
  };
}

/**
 * Which rows of the index an officer may take into account: all for the director, who is told of what lies outside his access (R7.9), and
 * for who may open everything; for the others those of their own holdings alone, so that no score, no count and no order tells of another.
 * Answers what is called at each search: new rows are looked up, known ones kept.
 */
function reachOf(state: State): () => ReadonlySet<number> | undefined {
  const rows = new Set<number>();
  const taken = new Map<HoldingName, number>();
  return () => {
    if (state.officer.role === 'director' || state.coverage.parts.some(({ bodies, degree }) => bodies === 'all' && degree === 'UPPER')) return undefined;
    for (const name of standingHoldings(state)) {
      const news = openHolding(state, name)?.db.prepare<[number], { n: number; row: number }>('SELECT n, row FROM matched WHERE n > ? ORDER BY n').all(taken.get(name) ?? 0) ?? [];
      for (const { row } of news) rows.add(row);
      const last = news.at(-1);
      if (last !== undefined) taken.set(name, last.n);
    }
    return rows;
  };
}

interface Index {
  /** Materials in it. */
  readonly total: number;
  count(token: number): number;
  rows(token: number): readonly number[];
}

function indexOf(db: ReadableDb, reach: ReadonlySet<number> | undefined): Index {
  const posting = db.prepare<[number], { row: number }>('SELECT row FROM posting WHERE token = ?');
  if (reach === undefined) {
    const frequency = db.prepare<[number], { n: number }>('SELECT n FROM frequency WHERE token = ?');
    return {
      total: db.prepare<[], { n: number }>('SELECT count(*) AS n FROM matched').get()?.n ?? 0,
      count: (token) => frequency.get(token)?.n ?? 0,
      rows: (token) => posting.all(token).map(({ row }) => row),
    };
  }
  const kept = new Map<number, readonly number[]>();
  const rows = (token: number): readonly number[] => {
    const found = kept.get(token) ?? posting.all(token).flatMap(({ row }) => (reach.has(row) ? [row] : []));
    kept.set(token, found);
    return found;
  };
  return { total: reach.size, count: (token) => rows(token).length, rows };
}

const number48 = (bytes: Uint8Array): number => Buffer.from(bytes).readUIntBE(0, 6);

/** Which materials rows of the index stand for, as far as this officer's holdings say. */
function placesOf(state: State, rows: readonly number[]): ReadonlyMap<number, { id: string; holding: HoldingName }> {
  const places = new Map<number, { id: string; holding: HoldingName }>();
  for (const holding of holdingsOf(state)) {
    const named = openHolding(state, holding)?.db.prepare<[number], { id: string }>('SELECT id FROM matched WHERE row = ?');
    for (const row of rows) {
      const found = places.has(row) ? undefined : named?.get(row);
      if (found !== undefined) places.set(row, { id: found.id, holding });
    }
  }
  return places;
}

/** Words beyond these carry little and would make the index many times larger. */
const wordsIndexed = 80;

/** Entities all, words up to a bound; phrases only serve to score a candidate that was found. */
function indexed(text: string, reference: string | null): readonly Feature[] {
  const all = features(text);
  const words = all.filter(({ kind }) => kind === 'word').slice(0, wordsIndexed);
  const things = all.filter(({ kind }) => kind !== 'word' && kind !== 'shingle');
  return [...things, ...words, ...(reference === null ? [] : [referenceFeature(reference)])];
}

/** Inside the commit's own transaction, so that neither is there without the other. */
function add(db: WritableDb, { row, tokens }: Entry): void {
  db.prepare('INSERT INTO matched (row) VALUES (?)').run(row);
  const post = db.prepare('INSERT INTO posting (token, row) VALUES (?, ?)');
  const count = db.prepare('INSERT INTO frequency (token, n) VALUES (?, 1) ON CONFLICT (token) DO UPDATE SET n = n + 1');
  for (const token of tokens) {
    post.run(token, row);
    count.run(token);
  }
}

export interface Candidate {
  /** undefined where this officer has no key of the holding. */
  readonly material: { readonly id: string; readonly holding: HoldingName } | undefined;
  /** Sum of rarities of what is shared. */
  readonly sum: number;
}

export interface Found {
  readonly found: readonly Candidate[];
  /** Materials in the index. */
  readonly total: number;
  /** In how many of them a value of the query occurs. */
  readonly frequency: (key: string) => number;
}

/** Postings read for one query; the rarest values first, so common ones are what is left out. */
const budget = 60_000;

/**
 * The materials that share the rarest values with a text, the likeliest first, and the rarity of each value
 * (`rarityOf` of the similarity rules needs the counts). Ties in no order.
 */
function candidates(
  index: Index, blind: Blind, query: readonly Feature[], limit: number, resolve: (rows: readonly number[]) => ReadonlyMap<number, { id: string; holding: HoldingName }>,
): Found {
  const { total } = index;
  const counts = new Map<string, { token: number; n: number }>();
  for (const { key } of query) {
    if (counts.has(key)) continue;
    const token = blind(key);
    counts.set(key, { token, n: index.count(token) });
  }
  const rarest = [...counts.values()].filter(({ n }) => n > 0).toSorted((a, b) => a.n - b.n || a.token - b.token);
  const sums = new Map<number, number>();
  let read = 0;
  for (const { token, n } of rarest) {
    if (read + n > budget && read > 0) break;
    read += n;
    const weight = Math.log((total + 1) / n) + 0.1;
    for (const row of index.rows(token)) sums.set(row, (sums.get(row) ?? 0) + weight);
  }
  const best = [...sums].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
  const places = resolve(best.map(([row]) => row));
  return { found: best.map(([row, sum]) => ({ material: places.get(row), sum })), total, frequency: (key) => counts.get(key)?.n ?? 0 };
}
