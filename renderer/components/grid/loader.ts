import type { Refusal } from '#app/contract/refusals.ts';
import type { Result } from '../../contract/client.ts';
import type { Page } from './columns.ts';
import { beginning, missing, noPages, withPage, type Ask, type Pages, type View } from './pages.ts';

export type LoadPage<Row> = (ask: Ask) => Promise<Result<Page<Row>>>;

export interface Loaded<Row> {
  readonly pages: Pages<Row>;
  /** The question that is being asked; null before the first. */
  readonly question: string | null;
  /** The rows answer an older question, or were changed since, and a new answer is awaited. */
  readonly stale: boolean;
  readonly refusals: readonly Refusal[];
  readonly fault: Error | undefined;
}

/** Runs work after some milliseconds, unless it is called off by the function returned. */
export type Later = (milliseconds: number, work: () => void) => () => void;

/** Each page asked for is written into the journal (Art. 11): a place that one only drags past is asked for by nobody. */
export const restFor = 100;

/** A list that can only be walked is loaded anew after a change as far as it was in view, up to this row. */
const mostRefilled = 2000;

const touch = (a: View, b: View): boolean => a.first <= b.last && b.first <= a.last;

export type PageLoader<Row> = ReturnType<typeof makeLoader<Row>>;

/**
 * Loads the pages of a list as they come into view, one at a time. While one scrolls on, what continues the rows in view is asked for at
 * once; another place, when the view has rested there for `restFor`: when in that time it has moved less than its own height.
 */
export function makeLoader<Row>({ anywhere, view: firstView, later }: { readonly anywhere: boolean; readonly view: View; readonly later: Later }) {
  let state: Loaded<Row> = { pages: noPages, question: null, stale: true, refusals: [], fault: undefined };
  let load: LoadPage<Row> | undefined;
  let view = firstView;
  /** Where the view was when the rest began. */
  let rest: { readonly at: View; readonly done: boolean; readonly end: () => void } | undefined;
  /** The view moves from row to row, as by wheel and key, and does not jump, as by the scrollbar. */
  let flowing = true;
  let busy = false;
  let turn = 0;
  const listeners = new Set<() => void>();

  const publish = (next: Partial<Loaded<Row>>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const step = (): void => {
    if (busy || load === undefined || (!state.stale && (state.refusals.length > 0 || state.fault !== undefined))) return;
    const ask = state.stale ? beginning(view, anywhere) : missing(state.pages, view, anywhere);
    if (ask !== null && (state.stale || rest?.done !== false || (flowing && !ask.leap))) void run(load, ask);
  };
  const run = async (from: LoadPage<Row>, first: Ask): Promise<void> => {
    const own = (turn += 1);
    const refill = state.stale && !anywhere && view.last < mostRefilled;
    let pages = state.stale ? noPages : state.pages;
    busy = true;
    let [refusals, fault]: [readonly Refusal[], Error | undefined] = [[], undefined];
    try {
      for (let ask: Ask | null = first; ask !== null && refusals.length === 0; ask = refill ? missing(pages, view, anywhere) : null) {
        const result = await from(ask);
        if (own !== turn) return;
        if (result.ok) pages = withPage(pages, ask, result.value);
        else refusals = result.refusals;
      }
    } catch (error) {
      if (own !== turn) return;
      fault = error instanceof Error ? error : new Error(String(error));
    }
    busy = false;
    publish({ pages, stale: false, refusals, fault });
    step();
  };
  const leave = (): void => {
    turn += 1;
    busy = false;
    load = undefined;
    rest?.end();
    rest = undefined;
  };
  const begin = (): void => {
    turn += 1;
    busy = false;
    publish({ stale: true });
    step();
  };
  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    /** Asks something else; what answered the question before stays in sight until the answer comes. */
    ask: (question: string, loadPage: LoadPage<Row>): void => {
      load = loadPage;
      state = { ...state, question };
      begin();
    },
    /** Asks the same once more: something was changed. */
    again: (): void => { if (load !== undefined) begin(); },
    want: (next: View): void => {
      flowing = touch(view, next);
      view = next;
      if (rest === undefined || !touch(rest.at, next)) {
        rest?.end();
        rest = { at: next, done: false, end: later(restFor, () => { if (rest) rest = { ...rest, done: true }; step(); }) };
      }
      step();
    },
    /** Nobody looks any more: answers still on their way are dropped. */
    leave,
  };
}
