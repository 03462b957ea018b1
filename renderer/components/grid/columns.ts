import type { ReactNode } from 'react';
import type { TextKey } from '../../language/areas.ts';

/** A column as data. `id` is what main sorts by where `sortable`. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly title: TextKey;
  /** Pixels at 100 %; the officer may change it. */
  readonly width: number;
  readonly cell: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  readonly align?: 'start' | 'end';
  /** Left out until the officer asks for it in the column chooser. */
  readonly hidden?: boolean;
}

export interface GridSort { readonly by: string; readonly direction: 'ascending' | 'descending' }

export interface PageRequest {
  /** What the page before answered; null for a page that follows none. */
  readonly cursor: string | null;
  /** How many rows of the list stand before a page without a cursor: more than none only where `anywhere` is set on the grid. */
  readonly skip: number;
  /** At most so many rows are wanted. */
  readonly limit: number;
  readonly sort: GridSort | null;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  /** Null where main does not count. */
  readonly total: number | null;
}

/** The columns as the officer has put them. The first names the row and stays first; one that the order does not name stands behind. */
export function inOwnOrder<C extends { readonly id: string }>(columns: readonly C[], order: readonly string[]): readonly C[] {
  const [first, ...others] = columns;
  if (!first) return columns;
  const place = (id: string) => { const at = order.indexOf(id); return at === -1 ? order.length : at; };
  return [first, ...others.toSorted((a, b) => place(a.id) - place(b.id))];
}

/** The order after a column was moved past its neighbour among those shown; the same order where there is none. */
export function movedColumn(columns: readonly { readonly id: string }[], hidden: readonly string[], id: string, by: 1 | -1): readonly string[] {
  const order = columns.slice(1).map((each) => each.id);
  const shown = order.filter((each) => !hidden.includes(each));
  const neighbour = shown[shown.indexOf(id) + by];
  if (!shown.includes(id) || neighbour === undefined) return order;
  const rest = order.filter((each) => each !== id);
  return rest.toSpliced(rest.indexOf(neighbour) + (by === 1 ? 1 : 0), 0, id);
}
