/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows stand apart and scroll both ways: table elements do not lay that out (WAI-ARIA grid pattern) */
import type { KeyboardEvent } from 'react';
import { useTexts } from '../../language/texts.ts';
import { Icon } from '../Icon.tsx';
import type { GridColumn, GridSort } from './columns.ts';
import { choiceColumn, narrowest, widest, type GridTable } from './features.ts';
import { pinning } from './pinning.ts';
import styles from './Grid.module.css';

const step = 16;

/** The header row: Enter sorts, Shift+arrows set the width, Ctrl+Shift+arrows move the column, the edge can be dragged. */
export function GridHeader<Row extends object>({ table, byId, sort, onSort, onMove, focusAt, onFocus, onKeyDown }: {
  readonly table: GridTable<Row>; readonly byId: ReadonlyMap<string, GridColumn<Row>>;
  readonly sort: GridSort | null; readonly onSort: (sort: GridSort) => void; readonly onMove: (id: string, by: 1 | -1) => void;
  /** The column that holds the grid's one tab stop, or -1 when a body cell does. */
  readonly focusAt: number; readonly onFocus: (column: number) => void; readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { t } = useTexts();
  const sortBy = (id: string) => onSort({ by: id, direction: sort?.by === id && sort.direction === 'ascending' ? 'descending' : 'ascending' });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const keyOn = (event: KeyboardEvent, id: string, width: number) => {
    const column = byId.get(id);
    if ((event.code === 'Enter' || event.code === 'Space') && column?.sortable) {
      event.preventDefault();
      sortBy(id);
    } else if (event.ctrlKey && event.shiftKey && (event.code === 'ArrowLeft' || event.code === 'ArrowRight')) {
      event.preventDefault();
      onMove(id, event.code === 'ArrowRight' ? 1 : -1);
    } else if (event.shiftKey && (event.code === 'ArrowLeft' || event.code === 'ArrowRight')) {
      event.preventDefault();
      const next = width + (event.code === 'ArrowRight' ? step : -step);
      table.setColumnSizing((before) => ({ ...before, [id]: Math.min(widest, Math.max(narrowest, next)) }));
    } else onKeyDown(event);
  };
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['headRow']} tabIndex={-1}>
        {headers.map((header, at) => {
          const column = byId.get(header.column.id);
          const place = pinning(header.column);
          const sorted = sort?.by === header.column.id ? sort.direction : undefined;
          const choice = header.column.id === choiceColumn;
          return (
            <div key={header.id} role="columnheader" aria-colindex={at + 1} data-cell={`-1:${at}`} tabIndex={focusAt === at ? 0 : -1}
              className={[styles['headCell'], place.className, column?.align === 'end' ? styles['end'] : '', choice ? styles['choice'] : ''].join(' ')}
              style={{ width: header.getSize(), ...place.style }}
              {...(column?.sortable ? { 'aria-sort': sorted ?? ('none' as const) } : {})}
              onFocus={() => onFocus(at)} onKeyDown={(event) => keyOn(event, header.column.id, header.getSize())}
              onClick={() => { if (column?.sortable) sortBy(column.id); }}>
              {choice && <span className={styles['unseen']}>{t('components.grid.select')}</span>}
              {column && <span className={styles['headText']} title={t(column.title)}>{t(column.title)}</span>}
              {sorted && <Icon name={sorted === 'ascending' ? 'up' : 'down'} size={12} />}
              {column && (
                <span className={styles['handle']} aria-hidden data-active={header.column.getIsResizing() || undefined}
                  onMouseDown={header.getResizeHandler()} onTouchStart={header.getResizeHandler()} onClick={(event) => event.stopPropagation()} />
              )}
            </div>
          );
        })}
        <div className={styles['filler']} aria-hidden />
      </div>
    </div>
  );
}
