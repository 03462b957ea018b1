/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows stand apart and scroll both ways: table elements do not lay that out (WAI-ARIA grid pattern) */
import type { VirtualItem } from '@tanstack/react-virtual';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useTexts } from '../../language/texts.ts';
import { Icon } from '../Icon.tsx';
import type { GridColumn } from './columns.ts';
import { choiceColumn, type GridTable } from './features.ts';
import type { Cell } from './keys.ts';
import { pinning } from './pinning.ts';
import type { Selection } from './useSelection.ts';
import styles from './Grid.module.css';

/** The rows in view. A row not yet loaded is shown as waiting, never as empty. */
export function GridBody<Row extends object>({ table, byId, items, height, rowHeight, focus, onFocus, onKeyDown, isSelected, onChoose, onOpen }: {
  readonly table: GridTable<Row>; readonly byId: ReadonlyMap<string, GridColumn<Row>>; readonly items: readonly VirtualItem[];
  readonly height: number; readonly rowHeight: number;
  readonly focus: Cell; readonly onFocus: (cell: Cell) => void; readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly isSelected: (row: Row) => boolean; readonly onChoose: Selection; readonly onOpen?: (row: Row) => void;
}) {
  const { t } = useTexts();
  const starts = new Map(items.map((item) => [item.index, item.start]));
  const click = (event: MouseEvent, at: number, choice: boolean) => {
    if (event.shiftKey && focus.row >= 0) onChoose.extend(focus.row, at);
    else if (choice || event.ctrlKey) onChoose.toggle(at);
  };
  return (
    <div role="rowgroup" className={styles['body']} style={{ height }}>
      {table.getRowModel().rows.map((tableRow) => {
        const { at, row } = tableRow.original;
        const chosen = row !== undefined && isSelected(row);
        return (
          <div key={at} role="row" aria-rowindex={at + 2} className={styles['row']} tabIndex={-1}
            style={{ height: rowHeight, transform: `translateY(${starts.get(at) ?? at * rowHeight}px)` }}
            {...(onChoose.enabled ? { 'aria-selected': chosen } : {})} onDoubleClick={() => { if (row) onOpen?.(row); }}>
            {tableRow.getVisibleCells().map((cell, column) => {
              const place = pinning(cell.column);
              const choice = cell.column.id === choiceColumn;
              const own = byId.get(cell.column.id);
              return (
                <div key={cell.id} role="gridcell" aria-colindex={column + 1} data-cell={`${at}:${column}`}
                  tabIndex={focus.row === at && focus.column === column ? 0 : -1}
                  className={[styles['cell'], place.className, own?.align === 'end' ? styles['end'] : '', choice ? styles['choice'] : ''].join(' ')}
                  style={{ width: cell.column.getSize(), ...place.style }}
                  onFocus={() => onFocus({ row: at, column })} onKeyDown={onKeyDown} onClick={(event) => click(event, at, choice)}
                  {...(choice ? { 'aria-label': t('components.grid.select') } : {})}>
                  {choice ? <span className={styles['mark']}>{chosen && <Icon name="check" size={12} />}</span>
                    : row === undefined ? <span className={styles['waiting']} aria-label={t('components.grid.loading')} />
                      : <span className={styles['text']}>{own?.cell(row)}</span>}
                </div>
              );
            })}
            <div className={styles['filler']} aria-hidden />
          </div>
        );
      })}
    </div>
  );
}
