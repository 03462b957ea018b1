/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- rows stand apart and scroll both ways: table elements do not lay that out (WAI-ARIA grid pattern) */
import type { VirtualItem } from '@tanstack/react-virtual';
import { useMemo, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useTexts } from '../../language/texts.ts';
import type { GridColumn } from './columns.ts';
import { choiceColumn, type GridTable } from './features.ts';
import { GridLine, type LineColumn } from './GridLine.tsx';
import type { Cell } from './keys.ts';
import { pinning } from './pinning.ts';
import type { Selection } from './useSelection.ts';
import styles from './Grid.module.css';

/** The cell in which something happened, from the mark it bears. */
function cellOf(event: SyntheticEvent): Cell | undefined {
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
  const [row, column] = mark?.split(':').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

/** The rows in view. A row not yet loaded is shown as waiting, never as empty. */
export function GridBody<Row extends object>({ table, byId, items, height, rowHeight, focus, onFocus, onKeyDown, isSelected, onChoose, onOpen }: {
  readonly table: GridTable<Row>; readonly byId: ReadonlyMap<string, GridColumn<Row>>; readonly items: readonly VirtualItem[];
  readonly height: number; readonly rowHeight: number;
  readonly focus: Cell; readonly onFocus: (cell: Cell) => void; readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly isSelected: (row: Row) => boolean; readonly onChoose: Selection; readonly onOpen?: (row: Row) => void;
}) {
  const { t } = useTexts();
  const leaves = table.getVisibleLeafColumns();
  const shape = leaves.map((column) => `${column.id} ${column.getSize()} ${column.getIsPinned() === 'start' ? column.getStart('start') : ''}`).join('|');
  const columns = useMemo(() => leaves.map((column): LineColumn<Row> => {
    const own = byId.get(column.id);
    const place = pinning(column);
    return {
      id: column.id, cell: column.id === choiceColumn ? undefined : own?.cell ?? (() => null), style: { width: column.getSize(), ...place.style },
      className: [styles['cell'], place.className, own?.align === 'end' ? styles['end'] : '', column.id === choiceColumn ? styles['choice'] : ''].join(' '),
    };
    // oxlint-disable-next-line react/exhaustive-deps, react/memo-dependencies -- `shape` says all that is read of the columns
  }), [shape, byId]);
  const starts = new Map(items.map((item) => [item.index, item.start]));
  const rows = new Map(table.options.data.map(({ at, row }) => [at, row]));
  const choice = columns.findIndex((column) => column.id === choiceColumn);
  return (
    <div role="rowgroup" className={styles['body']} style={{ height }} onKeyDown={onKeyDown}
      onFocus={(event) => { const cell = cellOf(event); if (cell) onFocus(cell); }}
      onClick={(event) => {
        const cell = cellOf(event);
        if (!cell) return;
        if (event.shiftKey && focus.row >= 0) onChoose.extend(focus.row, cell.row);
        else if (cell.column === choice || event.ctrlKey) onChoose.toggle(cell.row);
      }}
      onDoubleClick={(event) => {
        const row = rows.get(cellOf(event)?.row ?? -1);
        if (row) onOpen?.(row);
      }}>
      {[...rows].map(([at, row]) => (
        <GridLine key={at} at={at} row={row} top={starts.get(at) ?? at * rowHeight} height={rowHeight} columns={columns} focusAt={focus.row === at ? focus.column : -1}
          chosen={onChoose.enabled ? row !== undefined && isSelected(row) : undefined} choose={t('components.grid.select')} loading={t('components.grid.loading')} />
      ))}
    </div>
  );
}
