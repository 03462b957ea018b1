import type { Page } from './columns.ts';

/** Rows loaded one after another, from the place `start` of the list on. */
export interface Run<Row> {
  readonly start: number;
  readonly rows: readonly Row[];
  /** The cursor of what follows the last row; null where none was given. */
  readonly next: string | null;
}

/** What is loaded of a list: runs that neither overlap nor touch, in order. What lies between them is asked for when it comes into view. */
export interface Pages<Row> {
  readonly runs: readonly Run<Row>[];
  readonly total: number | null;
  readonly begun: boolean;
}

/** Places of the first and the last row in view. */
export interface View { readonly first: number; readonly last: number }

/** A page to be asked for: at most `limit` rows from the place `start` on, which is where `cursor` leads if there is one. */
export interface Ask {
  readonly start: number;
  readonly limit: number;
  readonly cursor: string | null;
  /** It lies apart from all that was in view before: one who drags past has not looked there yet. */
  readonly leap: boolean;
}

export const noPages: Pages<never> = { runs: [], total: null, begun: false };

const smallest = 100;
/** Main gives no more at once (`pageLimit`). */
const largest = 200;

const endOf = ({ start, rows }: Run<unknown>): number => start + rows.length;

/** How many rows the list has: as main counts, or what is loaded and one more while there is more. */
export function countOf(pages: Pages<unknown>): number {
  const last = pages.runs.at(-1);
  return pages.total ?? (last ? endOf(last) + (last.next === null ? 0 : 1) : 0);
}

export function rowAt<Row>({ runs }: Pages<Row>, at: number): Row | undefined {
  const run = runs.findLast(({ start }) => start <= at);
  return run?.rows[at - run.start];
}

/** A page is thrice what is in view, so that what stands before and after it comes along. */
const measures = ({ first, last }: View) => {
  const seen = last - first + 1;
  const size = Math.min(largest, Math.max(smallest, 3 * seen));
  const beside = Math.max(0, Math.floor((size - seen) / 2));
  return { size, beside, ahead: Math.min(seen, beside) };
};

/** The first page of a list that is shown from `view` on. */
export function beginning(view: View, anywhere: boolean): Ask {
  const { size, beside } = measures(view);
  return { start: anywhere ? Math.max(0, view.first - beside) : 0, limit: size, cursor: null, leap: false };
}

/**
 * The page to ask for so that the rows in view are loaded, and then a view's height before and after them; null when all are there.
 * Without `anywhere` the list can only be walked from its first row on.
 */
export function missing(pages: Pages<unknown>, view: View, anywhere: boolean): Ask | null {
  if (!pages.begun) return beginning(view, anywhere);
  const { ahead } = measures(view);
  const { runs } = pages;
  const end = countOf(pages);
  const lacks = (at: number) => at >= 0 && at < end && !runs.some((run) => run.start <= at && at < endOf(run));
  for (let at = Math.max(0, view.first); at <= Math.min(view.last + ahead, end - 1); at += 1) {
    if (lacks(at)) return pageFor(pages, view, at, anywhere);
  }
  const above = anywhere ? ahead : 0;
  for (let at = view.first - 1; at >= view.first - above; at -= 1) {
    if (lacks(at)) return pageFor(pages, view, at, anywhere);
  }
  return null;
}

/** The page that closes the gap in which `at` lies, or as much of it as one page holds. */
function pageFor(pages: Pages<unknown>, view: View, at: number, anywhere: boolean): Ask | null {
  const { size, beside, ahead } = measures(view);
  const before = pages.runs.findLast((run) => endOf(run) <= at);
  const from = before ? endOf(before) : 0;
  const to = pages.runs.find(({ start }) => start > at)?.start ?? pages.total ?? Number.POSITIVE_INFINITY;
  const page = (start: number, leap: boolean): Ask =>
    ({ start, limit: Math.min(size, to - start), cursor: start === from ? before?.next ?? null : null, leap });
  const nearBefore = before !== undefined && from >= view.first - ahead;
  if (!anywhere) return before?.next === null ? null : page(from, !nearBefore && from > 0);
  if (nearBefore) return page(from, false);
  const nearAfter = to !== pages.total && to <= view.last + 1 + ahead;
  if (nearAfter) return page(Math.max(from, to - size), false);
  return page(Math.max(from, Math.min(at - beside, to - size)), true);
}

/** Takes a page in. It is newer than what lies loaded in its place. The last page settles the count, whatever was counted before. */
export function withPage<Row>(pages: Pages<Row>, { start }: Ask, page: Page<Row>): Pages<Row> {
  const end = start + page.rows.length;
  const known = page.total ?? pages.total;
  // A page without rows lies beyond the end, and one with a cursor before it: so each answer leads on.
  const total = page.rows.length === 0 ? Math.min(known ?? start, start) : page.next === null ? end : known === null ? null : Math.max(known, end + 1);
  const within = (run: Run<Row>, from: number, to: number): Run<Row>[] => {
    const [first, last] = [Math.max(run.start, from), Math.min(endOf(run), to)];
    return first < last ? [{ start: first, rows: run.rows.slice(first - run.start, last - run.start), next: last === endOf(run) ? run.next : null }] : [];
  };
  const runs = [
    ...pages.runs.flatMap((run) => within(run, 0, Math.min(start, total ?? start))),
    ...(page.rows.length > 0 ? [{ start, rows: page.rows, next: page.next }] : []),
    ...pages.runs.flatMap((run) => within(run, end, total ?? Number.POSITIVE_INFINITY)),
  ];
  return { runs: joined(runs), total, begun: true };
}

function joined<Row>(runs: readonly Run<Row>[]): readonly Run<Row>[] {
  const all: Run<Row>[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && endOf(last) === run.start) all[all.length - 1] = { start: last.start, rows: [...last.rows, ...run.rows], next: run.next };
    else all.push(run);
  }
  return all;
}
