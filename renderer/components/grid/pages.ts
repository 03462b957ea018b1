import type { Page } from './columns.ts';

/**
 * The rows loaded so far: a run from the first row on, and a run from the last row back. Keyset pages can
 * only be walked, so what lies between is loaded when it comes into view, from the nearer side.
 */
export interface Pages<Row> {
  readonly head: readonly Row[];
  /** The last row first. */
  readonly tail: readonly Row[];
  readonly total: number | null;
  readonly headNext: string | null;
  readonly tailNext: string | null;
  readonly headBegun: boolean;
  readonly tailBegun: boolean;
}

export type Side = 'head' | 'tail';

export const noPages: Pages<never> = { head: [], tail: [], total: null, headNext: null, tailNext: null, headBegun: false, tailBegun: false };

/** How many rows the list has: as main counts, or what is loaded and one more while there is more. */
export const countOf = (pages: Pages<unknown>): number => pages.total ?? pages.head.length + (pages.headNext === null ? 0 : 1);

export function rowAt<Row>(pages: Pages<Row>, at: number): Row | undefined {
  if (at < pages.head.length) return pages.head[at];
  return pages.total === null ? undefined : pages.tail[pages.total - 1 - at];
}

/** The side from which to load so that rows `first` to `last` come into view, or null when they are all there. */
export function missingSide(pages: Pages<unknown>, first: number, last: number, mayTail: boolean): Side | null {
  if (!pages.headBegun) return 'head';
  const end = pages.total === null ? pages.head.length : pages.total - pages.tail.length;
  const from = Math.max(first, pages.head.length);
  const to = pages.total === null ? last : Math.min(last, end - 1);
  if (from > to) return null;
  const headMore = pages.headNext !== null;
  const tailMore = mayTail && pages.total !== null && (!pages.tailBegun || pages.tailNext !== null);
  const nearerTail = end - from < to - pages.head.length + 1;
  if (tailMore && (nearerTail || !headMore)) return 'tail';
  return headMore ? 'head' : null;
}

/** Takes a page in. The last page settles the count, whatever was counted before. */
export function withPage<Row>(pages: Pages<Row>, side: Side, page: Page<Row>): Pages<Row> {
  const total = page.total ?? pages.total;
  if (side === 'tail') return { ...pages, total, tail: [...pages.tail, ...page.rows], tailNext: page.next, tailBegun: true };
  const head = [...pages.head, ...page.rows];
  const settled = page.next === null ? head.length : total;
  return { ...pages, head, total: settled, headNext: page.next, headBegun: true, ...(page.next === null ? { tail: [] } : {}) };
}
