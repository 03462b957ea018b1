import type { Feature } from '#app/similarity/feature.ts';
import { features, referenceFeature } from '#app/similarity/features.ts';
import type { NewAct } from '#app/journal/act.ts';
import { materialRecord, materialRegistered, productPrepared } from '#app/materials/acts.ts';
import type { HoldingName } from '#app/journal/act.ts';
import type { Connection } from './db.ts';
import { derive, type DerivedKey } from './derive.ts';
import { matchingKeyName, mayHold, ownKeys } from './holding-keys.ts';
import { holdingsOf, openHolding } from './holdings.ts';
import { wrongCounts, wrongMaterials } from './matching-check.ts';
import { reachOf, withinReach } from './matching-reach.ts';
import type { State } from './state.ts';
import { postingsOf, putWaiting } from './posting.ts';
import type { Progress } from './verify.ts';

/** Keyed hash of a feature, as an integer of 48 bits. */
export type Blind = (key: string) => number;

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
  /** Once the acts stand; may be lost. */
  afterwards(): void;
}

export interface Matching {
  takeIn(acts: readonly NewAct[]): TakenIn;
  /** What a text is compared by. */
  features(text: string): readonly Feature[];
  find(query: readonly Feature[], limit: number): Found;
  /**
   * How many materials of this officer's holdings are not in the index as they should be, and values whose count is not that of their rows: an older page
   * of it would silently propose less. 0 without content. Yields progress, and acts committed meanwhile disturb nothing.
   */
  differences(without: ReadonlySet<'registry' | HoldingName>): Generator<Progress, number>;
}

const registered = materialRecord.pick({ id: true, asReceived: true, senderNumber: true }).strip();

/**
 * The blind similarity index of an open vault (Art. 7): keyed hashes of what a text is compared by, over all holdings, with no word of
 * content in registry.db. A material is a row number drawn at random; which one it is lies in its holding alone. It is an index, not
 * a projection: made again from the holdings at any time. Its key is given to those who have content.
 */
export function matchingOf(state: State): Matching {
  const texts = textReader(state);
  const inReach = reachOf(state);
  const postings = postingsOf(state.registry.reader);
  let last: { query: readonly Feature[]; limit: number; found: Found } | undefined;
  state.stop.signal.addEventListener('abort', () => { last = undefined; }, { once: true });
  const tokensOf = (text: string, senderNumber: string | null): ReadonlySet<number> => new Set(indexed(texts.features(text), senderNumber).map(({ key }) => texts.blind(key)));
  return {
    features: texts.features,
    takeIn(acts) {
      const entries = acts.flatMap(({ kind, held }) => (kind !== materialRegistered.kind && kind !== productPrepared.kind ? [] : held)).flatMap(({ holding, content }): Entry[] => {
        if (content === null) return [];
        const { id, asReceived, senderNumber } = registered.parse(content);
        return [{ holding, id, row: number48(state.suite.random(6)), tokens: tokensOf(asReceived.text, senderNumber) }];
      });
      return {
        inHolding(name, db, seq) {
          for (const { holding, id, row } of entries) if (holding === name) db.prepare('INSERT INTO matched (seq, row, id) VALUES (?, ?, ?)').run(seq, row, id);
        },
        inRegistry() {
          for (const { row, tokens } of entries) putWaiting(state.registry, row, tokens);
        },
        afterwards() {
          if (entries.length > 0) postings.settle(state.registry);
        },
      };
    },
    *differences(without) {
      if (without.has('registry') || !mayHold(state, matchingKeyName) || !ownKeys(state).has(matchingKeyName)) return 0;
      return (yield* wrongMaterials(state, postings.total, tokensOf, without)) + (yield* wrongCounts(state.registry.reader));
    },
    find(query, limit) {
      const reach = inReach();
      const index: Index = reach === undefined ? { total: postings.total(), counts: postings.counts, rows: postings.rows } : withinReach(postings, reach);
      // What was asked while the text was typed is asked once more when it is registered.
      if (last?.query === query && last.limit === limit && last.found.total === index.total) return last.found;
      last = { query, limit, found: candidates(index, texts.blind, query, limit, (rows) => placesOf(state, rows)) };
      return last.found;
    },
  };
}

/** Reads texts and hashes what is found. The last text is kept until the lock: it is asked about while it is typed, and once more when it is registered. */
function textReader(state: State): { features: (text: string) => readonly Feature[]; blind: Blind } {
  const known = new Map<string, number>();
  let key: DerivedKey | undefined;
  let last: { text: string; found: readonly Feature[] } | undefined;
  const forget = (): void => {
    known.clear();
    last = undefined;
  };
  state.stop.signal.addEventListener('abort', forget, { once: true });
  return {
    features(text) {
      if (last?.text === text) return last.found;
      forget();
      last = { text, found: features(text) };
      return last.found;
    },
    blind(feature) {
      key ??= derive(state, 'vault', 'matching');
      const token = known.get(feature) ?? number48(key.hmac(feature));
      known.set(feature, token);
      return token;
    },
  };
}

interface Index {
  /** Materials in it. */
  readonly total: number;
  /** In how many of them each hash occurs; 0 is left out. */
  counts(tokens: readonly number[]): ReadonlyMap<number, number>;
  rows(token: number): readonly number[];
}

export const number48 = (bytes: Uint8Array): number => Buffer.from(bytes).readUIntBE(0, 6);

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
export const wordsIndexed = 80;

/** Entities all, words up to a bound; phrases only serve to score a candidate that was found. */
export function indexed(all: readonly Feature[], reference: string | null): readonly Feature[] {
  const words = all.filter(({ kind }) => kind === 'word').slice(0, wordsIndexed);
  const things = all.filter(({ kind }) => kind !== 'word' && kind !== 'shingle');
  return [...things, ...words, ...(reference === null ? [] : [referenceFeature(reference)])];
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
  const tokens = new Map(query.map(({ key }) => [key, blind(key)] as const));
  const counts = index.counts([...new Set(tokens.values())]);
  const rarest = [...counts].toSorted(([a, n], [b, m]) => n - m || a - b);
  const sums = new Map<number, number>();
  let read = 0;
  for (const [token, n] of rarest) {
    if (read + n > budget && read > 0) break;
    read += n;
    const weight = Math.log((total + 1) / n) + 0.1;
    for (const row of index.rows(token)) sums.set(row, (sums.get(row) ?? 0) + weight);
  }
  const best = [...sums].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
  const places = resolve(best.map(([row]) => row));
  return { found: best.map(([row, sum]) => ({ material: places.get(row), sum })), total, frequency: (key) => counts.get(tokens.get(key) ?? -1) ?? 0 };
}
