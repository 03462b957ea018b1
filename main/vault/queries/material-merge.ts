import type { Keys, Place, Shelf } from './material-keys.ts';
import { compareText } from './material-ranges.ts';

export interface Keyed<L extends Shelf> extends Place {
  readonly lane: L;
}
/** A stretch of a list that was merged from several lanes. */
export interface Stretch<L extends Shelf> {
  readonly rows: readonly Keyed<L>[];
  /** Rows that were still to be passed over when the lanes ended. */
  readonly left: number;
}

const comparing = (sign: 1 | -1) => (a: Place, b: Place): number => sign * (compareText(a.key, b.key) || a.row - b.row);

/** A leap costs about as much as this many keys walked. */
const leapCost = 8;

/**
 * At most `limit` rows of the merged list, `skip` passed over after a place.
 *
 * To begin deep in the list, each lane first takes leaps of `step` rows, which are counted inside the store, and the leaps are merged. After n of
 * them n·step rows are known to be passed; of the rows still unread fewer than `step` in each other lane can stand before the last
 * leap. So leaping stops that far before the beginning and the rest is walked.
 */
export function merged<L extends Shelf>(lanes: readonly L[], keys: Keys, from: Place | null, skip: number, limit: number): Stretch<L> {
  const step = Math.ceil(Math.sqrt((leapCost * skip) / Math.max(1, lanes.length)));
  const reach = skip - (lanes.length - 1) * (step - 1);
  const begun = new Map<L, Place>();
  // The first in the list stands last: taking it moves no other.
  const line: Keyed<L>[] = [];
  let left = skip;
  if (step > leapCost && step <= reach) {
    const compare = comparing(keys.sign);
    const leap = (lane: L): void => {
      const [next] = keys.after(lane, begun.get(lane) ?? from, step - 1, 1);
      if (next === undefined) return;
      const at = line.findLastIndex((other) => compare(next, other) < 0) + 1;
      line.splice(at, 0, { ...next, lane });
    };
    for (const lane of lanes) leap(lane);
    for (let passed = step; passed <= reach; passed += step) {
      const next = line.pop();
      if (next === undefined) break;
      begun.set(next.lane, next);
      left -= step;
      leap(next.lane);
    }
  }
  // Those come first that may have most to give here: in a list that runs holding by holding the page begins in one of them.
  const waiting = line.toReversed().map(({ lane }) => lane);
  return walked([...lanes.filter((lane) => !waiting.includes(lane)), ...waiting], keys, (lane) => begun.get(lane) ?? from, left, limit);
}

/**
 * The lane with the most rows is read as far as its share of what is wanted, and a little further; the others up to that place, all of
 * them. So little more is read than is wanted. Where it was not enough, the same again from there. What a lane at its end had still to
 * give waits until another leads past it.
 */
function walked<L extends Shelf>(lanes: readonly L[], keys: Keys, begin: (lane: L) => Place | null, skip: number, limit: number): Stretch<L> {
  const compare = comparing(keys.sign);
  const total = lanes.reduce((sum, { count }) => sum + count, 0);
  let going = lanes;
  let found: Keyed<L>[] = [];
  let waiting: Keyed<L>[] = [];
  let last: Place | null = null;
  const from = (lane: L): Place | null => {
    const begun = begin(lane);
    return begun === null || (last !== null && compare(last, begun) > 0) ? last ?? begun : begun;
  };
  for (let more = 1.2; found.length < skip + limit;) {
    const leader = going.toSorted((a, b) => b.count - a.count)[0];
    if (leader === undefined) {
      found = found.concat(waiting.toSorted(compare));
      break;
    }
    const wanted = skip + limit - found.length;
    const far = Math.min(wanted, Math.ceil((wanted * more * leader.count) / total) + 1);
    const ahead = keys.after(leader, from(leader), 0, far).map((one): Keyed<L> => ({ ...one, lane: leader }));
    let to = ahead.length < far ? undefined : ahead.at(-1);
    if (to === undefined) {
      waiting = waiting.concat(ahead);
      going = going.filter((lane) => lane !== leader);
      continue;
    }
    let near = ahead;
    for (const lane of going) {
      const begun = from(lane);
      if (lane === leader || (begun !== null && compare(begun, to) >= 0)) continue;
      near = near.concat(keys.until(lane, begun, to, wanted).map((one): Keyed<L> => ({ ...one, lane })));
      if (near.length <= 2 * wanted) continue;
      // There one holding gives all that is wanted: what lies behind that is not read of the next.
      near = near.toSorted(compare).slice(0, wanted);
      to = near.at(-1) ?? to;
    }
    const reached = to;
    found = found.concat([...near, ...waiting.filter((one) => compare(one, reached) <= 0)].toSorted(compare));
    waiting = waiting.filter((one) => compare(one, reached) > 0);
    last = reached;
    more *= 2;
  }
  return { rows: found.slice(skip, skip + limit), left: Math.max(0, skip - found.length) };
}

/** The same of lanes whose rows are at hand, each in the order of the list and none of them cut before the end of the stretch. */
export function mergedRows<L extends Shelf>(lanes: readonly { readonly lane: L; readonly rows: readonly number[] }[], sign: 1 | -1, skip: number, limit: number): Stretch<L> {
  const all = Float64Array.from(lanes.flatMap(({ rows }, at) => rows.map((row) => row * lanes.length + at))).toSorted();
  const [from, to] = sign === 1 ? [skip, skip + limit] : [all.length - skip - limit, all.length - skip];
  const stretch = Array.from(all.subarray(Math.max(0, from), Math.max(0, to))).flatMap((both): Keyed<L>[] => {
    const lane = lanes[both % lanes.length]?.lane;
    return lane === undefined ? [] : [{ key: '', row: Math.floor(both / lanes.length), lane }];
  });
  return { rows: sign === 1 ? stretch : stretch.toReversed(), left: Math.max(0, skip - all.length) };
}
