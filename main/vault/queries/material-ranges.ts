import type { Place, Shelf } from './material-keys.ts';

/** The least and the greatest key of a lane, whatever is asked of its rows. */
export interface Range {
  readonly low: string;
  readonly high: string;
}

/** Byte order, as the store compares text: surrogates, which stand for what lies above them, come last. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return (x >= 0xd800 && x < 0xe000 ? x + 0x10000 : x) - (y >= 0xd800 && y < 0xe000 ? y + 0x10000 : y);
  }
  return a.length - b.length;
}

/**
 * The lanes in which the rows of a page can lie, and how many rows of them are still to be passed over. Registration numbers of a body begin alike, so a
 * list by them runs holding by holding: those that lie before the page as a whole and those behind it are not asked.
 */
export function narrowed<L extends Shelf>(lanes: readonly L[], rangeOf: (lane: L) => Range, sign: 1 | -1, from: Place | null, skip: number, limit: number): { readonly lanes: readonly L[]; readonly skip: number } {
  const compare = (a: string, b: string): number => sign * compareText(a, b);
  const spans = lanes.map((lane) => {
    const { low, high } = rangeOf(lane);
    const [begin, end] = sign === 1 ? [low, high] : [high, low];
    return { lane, begin, end, ahead: from === null || compare(begin, from.key) > 0 };
  }).filter(({ end }) => from === null || compare(end, from.key) >= 0).toSorted((a, b) => compare(a.begin, b.begin));
  let [passed, left] = [0, skip];
  for (; passed < spans.length; passed += 1) {
    const [span, next] = [spans[passed], spans[passed + 1]];
    if (span === undefined || !span.ahead || span.lane.count > left || (next !== undefined && compare(span.end, next.begin) >= 0)) break;
    left -= span.lane.count;
  }
  const going = spans.slice(passed);
  // Of a lane that was begun it is not known how much is left of it.
  let sure = 0;
  const full = going.filter(({ ahead }) => ahead).toSorted((a, b) => compare(a.end, b.end)).find(({ lane }) => (sure += lane.count) >= left + limit);
  return { lanes: going.filter(({ begin }) => full === undefined || compare(begin, full.end) <= 0).map(({ lane }) => lane), skip: left };
}
