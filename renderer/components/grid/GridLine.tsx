/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows stand apart and scroll both ways: table elements do not lay that out (WAI-ARIA grid pattern) */
import { memo, type CSSProperties, type ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import styles from './Grid.module.css';

/** How one column of the body is drawn; the list of them is made anew only when widths or columns change. */
export interface LineColumn<Row> {
  readonly id: string;
  readonly className: string;
  readonly style: CSSProperties;
  /** Undefined for the column of choices. */
  readonly cell: ((row: Row) => ReactNode) | undefined;
}

interface GridLineProps<Row> {
  readonly at: number;
  readonly row: Row | undefined;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly LineColumn<Row>[];
  /** The column that holds the grid's one tab stop, or -1. */
  readonly focusAt: number;
  /** Undefined where nothing can be chosen. */
  readonly chosen: boolean | undefined;
  readonly choose: string;
  readonly loading: string;
}

function Line<Row>({ at, row, top, height, columns, focusAt, chosen, choose, loading }: GridLineProps<Row>) {
  return (
    <div role="row" aria-rowindex={at + 2} className={styles['row']} style={{ height, transform: `translateY(${top}px)` }} {...(chosen === undefined ? {} : { 'aria-selected': chosen })}>
      {columns.map(({ id, className, style, cell }, column) => (
        <div key={id} role="gridcell" aria-colindex={column + 1} data-cell={`${at}:${column}`} tabIndex={focusAt === column ? 0 : -1}
          className={className} style={style} {...(cell ? {} : { 'aria-label': choose })}>
          {!cell ? <span className={styles['mark']}>{chosen && <Icon name="check" size={12} />}</span>
            : row === undefined ? <span className={styles['waiting']} aria-label={loading} />
              : <span className={styles['text']}>{cell(row)}</span>}
        </div>
      ))}
      <div className={styles['filler']} aria-hidden />
    </div>
  );
}

/** A row is drawn again only when something of it has changed: scrolling draws the new ones alone. */
export const GridLine = memo(Line) as typeof Line;
