import type { Feature } from '#app/similarity/feature.ts';
import { features, referenceFeature } from '#app/similarity/features.ts';
import type { NewAct } from '#app/journal/act.ts';
import { materialRecord, materialRegistered, productPrepared } from '#app/materials/acts.ts';
import { derive, type DerivedKey } from './derive.ts';
import type { State } from './state.ts';
import type { ReadableDb, WritableDb } from './store.ts';

/**
 * The blind similarity index (Art. 7): keyed hashes of what a text is compared by, over all holdings, with no word of
 * content in registry.db. It is an index, not a projection: made again from the holdings at any time.
 */
export const matchingSchema = `
  CREATE TABLE matched (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, holding TEXT NOT NULL);
  CREATE TABLE posting (token INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (token, row)) WITHOUT ROWID;
  CREATE TABLE frequency (token INTEGER PRIMARY KEY, n INTEGER NOT NULL);
`;

/** Keyed hash of a feature, as an integer of 48 bits. */
type Blind = (key: string) => number;

export interface Matching {
  /** Takes the materials that some acts register into the index; inside the commit's own transaction, so neither is there without the other. */
  takeIn(acts: readonly NewAct[]): void;
  find(query: readonly Feature[], limit: number): Found;
}

/** The index of an open vault; its key is given to those whose role has content. */
export function matchingOf(state: State): Matching {
  let key: DerivedKey | undefined;
  const blind: Blind = (feature) => {
    key ??= derive(state, 'vault', 'matching');
    return Buffer.from(key.hmac(feature)).readUIntBE(0, 6);
  };
  return {
    takeIn(acts) {
      for (const { kind, held } of acts) {
        if (kind !== materialRegistered.kind && kind !== productPrepared.kind) continue;
        for (const { holding, content } of held) {
          const { id, asReceived, senderNumber } = materialRecord.parse(content);
          add(state.registry, blind, { id, holding, text: asReceived.text, reference: senderNumber });
        }
      }
    },
    find: (query, limit) => candidates(state.registry.reader, blind, query, limit),
  };
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

/** Adds a material once; a second time changes nothing. Inside the caller's transaction. */
function add(db: WritableDb, blind: Blind, material: { id: string; holding: string; text: string; reference: string }): void {
  const { changes, lastInsertRowid } = db.prepare('INSERT OR IGNORE INTO matched (id, holding) VALUES (?, ?)').run(material.id, material.holding);
  if (changes === 0) return;
  const tokens = new Set(indexed(material.text, material.reference).map(({ key }) => blind(key)));
  const post = db.prepare('INSERT INTO posting (token, row) VALUES (?, ?)');
  const count = db.prepare('INSERT INTO frequency (token, n) VALUES (?, 1) ON CONFLICT (token) DO UPDATE SET n = n + 1');
  for (const token of tokens) {
    post.run(token, lastInsertRowid);
    count.run(token);
  }
}

export interface Candidate {
  readonly id: string;
  readonly holding: string;
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
 * (`rarityOf` of the similarity rules needs the counts). Deterministic: ties by id.
 */
function candidates(db: ReadableDb, blind: Blind, query: readonly Feature[], limit: number): Found {
  const total = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM matched').get()?.n ?? 0;
  const frequencyOf = db.prepare<[number], { n: number }>('SELECT n FROM frequency WHERE token = ?');
  const counts = new Map<string, { token: number; n: number }>();
  for (const { key } of query) {
    if (counts.has(key)) continue;
    const token = blind(key);
    counts.set(key, { token, n: frequencyOf.get(token)?.n ?? 0 });
  }
  const rarest = [...counts.values()].filter(({ n }) => n > 0).toSorted((a, b) => a.n - b.n || a.token - b.token);
  const rows = db.prepare<[number], { row: number }>('SELECT row FROM posting WHERE token = ?');
  const sums = new Map<number, number>();
  let read = 0;
  for (const { token, n } of rarest) {
    if (read + n > budget && read > 0) break;
    read += n;
    const weight = Math.log((total + 1) / n) + 0.1;
    for (const { row } of rows.all(token)) sums.set(row, (sums.get(row) ?? 0) + weight);
  }
  const material = db.prepare<[number], { id: string; holding: string }>('SELECT id, holding FROM matched WHERE row = ?');
  const best = [...sums].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
  const found = best.flatMap(([row, sum]) => {
    const one = material.get(row);
    return one === undefined ? [] : [{ ...one, sum }];
  });
  return { found, total, frequency: (key) => counts.get(key)?.n ?? 0 };
}
