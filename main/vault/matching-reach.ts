import type { HoldingName } from '#app/journal/act.ts';
import { standingHoldings } from './damage.ts';
import { openHolding } from './holdings.ts';
import type { Postings } from './posting.ts';
import type { State } from './state.ts';

/** Rows of the blind index that an officer may take into account: those of his own holdings. */
export interface Reach {
  readonly size: number;
  has(row: number): boolean;
  all(): readonly number[];
  /** Some of them, drawn evenly: rows are chance, so the lowest are such a draw. */
  readonly sample: readonly number[];
}

/** So many are drawn. */
const drawn = 512;
/** New rows lie beside the ordered ones until there are so many. */
const beside = 5000;

/**
 * All rows for the director, who is told of what lies outside his access (R7.9), and for who may open everything: undefined. For the others those
 * of their own holdings alone, so that no score, no count and no order tells of another. Answers what is called at each
 * search: new rows are looked up, known ones kept, eight bytes each.
 */
export function reachOf(state: State): () => Reach | undefined {
  let ordered = new Float64Array();
  const news = new Set<number>();
  const taken = new Map<HoldingName, number>();
  return () => {
    if (state.officer.role === 'director' || state.coverage.parts.some(({ bodies, degree }) => bodies === 'all' && degree === 'UPPER')) return undefined;
    for (const name of standingHoldings(state)) {
      const found = openHolding(state, name)?.db.prepare<[number], { last: number | null; rows: string }>('SELECT max(n) AS last, json_group_array(row) AS rows FROM matched WHERE n > ?').get(taken.get(name) ?? 0);
      if (found === undefined || found.last === null) continue;
      const rows: unknown = JSON.parse(found.rows);
      for (const row of Array.isArray(rows) ? rows : []) news.add(Number(row));
      taken.set(name, found.last);
    }
    if (news.size > beside) {
      ordered = Float64Array.from([...ordered, ...news]).toSorted();
      news.clear();
    }
    return reachOver(ordered, news);
  };
}

export function reachOver(ordered: Float64Array, news: ReadonlySet<number>): Reach {
  return {
    size: ordered.length + news.size,
    has(row) {
      let [low, high] = [0, ordered.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ordered[middle] ?? 0) < row) low = middle + 1;
        else high = middle;
      }
      return ordered[low] === row || news.has(row);
    },
    all: () => [...ordered, ...news],
    sample: [...ordered.subarray(0, drawn), ...news].toSorted((a, b) => a - b).slice(0, drawn),
  };
}

/** In no more materials than this every hash is counted, and so are those that fewer than `common` of the draw have. */
const counted = 4096;
const common = 8;

/**
 * The index as far as the reach goes. How often a hash occurs in it is told by the draw where it is common: to count it among a million, all would be
 * read. What is answered follows from the rows in reach alone; what lies elsewhere decides only which way is the shorter one.
 */
export function withinReach(postings: Postings, reach: Reach): Pick<Postings, 'counts' | 'rows'> & { readonly total: number } {
  const kept = new Map<number, readonly number[]>();
  const rowsOf = (token: number, everywhere: number): readonly number[] => {
    const found = kept.get(token) ?? (everywhere > reach.size * 4 ? postings.among(token, reach.all()) : postings.rows(token).filter((row) => reach.has(row)));
    kept.set(token, found);
    return found;
  };
  let counts: ReadonlyMap<number, number> = new Map();
  return {
    total: reach.size,
    counts(tokens) {
      counts = postings.counts(tokens);
      return new Map([...counts].map(([token, everywhere]): [number, number] => {
        const hits = reach.size <= counted || everywhere < common ? 0 : postings.among(token, reach.sample).length;
        return [token, hits < common ? rowsOf(token, everywhere).length : Math.round((hits * reach.size) / reach.sample.length)];
      }).filter(([, n]) => n > 0));
    },
    rows: (token) => rowsOf(token, counts.get(token) ?? 0),
  };
}
