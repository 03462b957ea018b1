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
  /** Null for the first page; else what the page before answered. */
  readonly cursor: string | null;
  readonly sort: GridSort | null;
  /** Pages are asked from the last row backwards: turn the sort around. Only where `fromEnd` is set on the grid. */
  readonly fromEnd: boolean;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  /** Null where main does not count. */
  readonly total: number | null;
}
