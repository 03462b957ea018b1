import { useTable, type ColumnDef } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Degree } from '#app/agreement/grif.ts';
import type { Result } from '../../contract/client.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { Empty, ErrorNote } from '../notes.tsx';
import { RefusalList } from '../RefusalList.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { inOwnOrder, movedColumn, type GridColumn, type GridSort, type Page, type PageRequest } from './columns.ts';
import { choiceColumn, features, narrowest, widest, type GridRow } from './features.ts';
import { GridBody } from './GridBody.tsx';
import { GridHeader } from './GridHeader.tsx';
import { moved, type Cell } from './keys.ts';
import { countOf, rowAt } from './pages.ts';
import { useGridLayout, type LaidOut } from './useGridLayout.ts';
import { usePages } from './usePages.ts';
import { useSelection } from './useSelection.ts';
import styles from './Grid.module.css';

export interface RegistryGridProps<Row extends object> {
  /** Name under which the officer's layout of this list is kept; also its id for tests. */
  readonly list: string;
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly loadPage: (request: PageRequest) => Promise<Result<Page<Row>>>;
  /** Names what is asked for (the filter as JSON): another question starts the list anew. */
  readonly question: string;
  /** Areas of the registry whose changes make the list ask again. */
  readonly areas: readonly string[];
  readonly firstSort?: GridSort;
  /** `loadPage` can begin at any row (`skip`), so that End and a drag of the scrollbar are quick; else the list is walked from its first row. */
  readonly anywhere?: boolean;
  readonly onOpen?: (row: Row) => void;
  readonly degreeOf?: (row: Row) => Degree | null;
  readonly selected?: ReadonlySet<string>;
  readonly onSelected?: (ids: ReadonlySet<string>) => void;
  readonly empty?: ReactNode;
  readonly tools?: ReactNode;
  /** The row that holds the focus when the list is shown again: coming back from a card one stands where one left. */
  readonly begin?: number | undefined;
  readonly onFocusRow?: (at: number) => void;
}

/** The list of a registry: any number of rows, paged by main, entirely by keyboard. */
export function RegistryGrid<Row extends object>(props: RegistryGridProps<Row>) {
  return <LaidGrid {...props} laid={useGridLayout(props.list, props.columns, props.firstSort ?? null)} />;
}

/** As `RegistryGrid`, with the layout in the screen's hands: for saved views. */
export function LaidGrid<Row extends object>(props: RegistryGridProps<Row> & { readonly laid: LaidOut }) {
  const { list, label, rowId, loadPage, question, areas, anywhere = false, onOpen, degreeOf, empty, tools, begin, onFocusRow } = props;
  const { t } = useTexts();
  const { layout, ready, change, reset } = props.laid;
  const columns = useMemo(() => inOwnOrder(props.columns, layout.order), [props.columns, layout.order]);
  const { sort, dense } = layout;
  // Nothing is asked before it is known how the officer sorts: each question is written into the journal (Art. 11).
  const { pages, stale, refusals, fault, again, want } = usePages<Row>(
    ({ start, limit, cursor }) => loadPage({ cursor, skip: cursor === null ? start : 0, limit, sort }), ready ? `${JSON.stringify(sort)} ${question}` : null, areas.join(' '), anywhere, begin ?? 0);
  const scroller = useRef<HTMLDivElement>(null);
  const turns = useRef(0);
  const [focus, setFocus] = useState<Cell>({ row: begin ?? 0, column: 0 });
  const count = countOf(pages);
  const height = dense ? 28 : 38;
  const choosing = props.onSelected !== undefined;

  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises this component
  const virtual = useVirtualizer({
    count, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 8, scrollPaddingStart: 30, useFlushSync: false,
    // The row that holds the focus is never taken away, or the keyboard would lose its place.
    rangeExtractor: (range: Range) => {
      const inView = defaultRangeExtractor(range);
      const kept = focus.row >= 0 && focus.row < count && !inView.includes(focus.row) ? [focus.row] : [];
      return [...inView, ...kept].toSorted((a, b) => a - b);
    },
  });
  useEffect(() => { virtual.measure(); }, [virtual, height]);
  const range = virtual.range;
  const items = virtual.getVirtualItems();
  const first = range?.startIndex;
  const last = range?.endIndex;
  useEffect(() => { if (first !== undefined && last !== undefined) want({ first, last }); }, [want, first, last]);

  const places = items.map((item) => item.index).join(' ');
  const data = useMemo<GridRow<Row>[]>(
    () => places === '' ? [] : places.split(' ').map((place) => ({ at: Number(place), row: rowAt(pages, Number(place)) })), [places, pages]);
  const defs = useMemo<ColumnDef<typeof features, GridRow<Row>>[]>(() => [
    ...(choosing ? [{ id: choiceColumn, size: 34 }] : []),
    ...columns.map((column) => ({ id: column.id, size: column.width, minSize: narrowest, maxSize: widest })),
  ], [columns, choosing]);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const table = useTable({
    features, data, columns: defs, getRowId: (row) => String(row.at), columnResizeMode: 'onChange',
    state: {
      columnSizing: layout.widths,
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
      columnPinning: { start: [...(choosing ? [choiceColumn] : []), ...(columns[0] ? [columns[0].id] : [])], end: [] },
    },
    onColumnSizingChange: (next) => change({ widths: typeof next === 'function' ? next(layout.widths) : next }),
  });
  const shown = table.getVisibleLeafColumns().length;
  useScreenGrif(...(degreeOf ? data.map((each) => (each.row ? degreeOf(each.row) : null)) : []));

  const selection = useSelection(props.selected, props.onSelected, (at) => {
    const row = rowAt(pages, at);
    return row && rowId(row);
  });
  const move = (id: string, by: 1 | -1) => change({ order: movedColumn(columns, layout.hidden, id, by) });
  const focusOn = (cell: Cell) => {
    setFocus(cell);
    if (cell.row >= 0) onFocusRow?.(cell.row);
  };
  const focusCell = (cell: Cell) => {
    focusOn(cell);
    if (cell.row >= 0) virtual.scrollToIndex(cell.row, { align: 'auto' });
    const find = () => scroller.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`);
    const take = (found: HTMLElement | null | undefined) => found?.focus({ preventScroll: cell.row >= 0 });
    const drawn = find();
    const turn = (turns.current += 1);
    // At once where the cell is drawn, so that the next key finds its place; else when it has been, unless a later key has led elsewhere.
    if (drawn) take(drawn);
    else requestAnimationFrame(() => requestAnimationFrame(() => { if (turn === turns.current) take(find()); }));
  };
  const takeUp = useEffectEvent(() => {
    // Focus is taken up where nobody holds it: never from a field or a chip that is being worked with, nor under a layer.
    const free = (document.activeElement === null || document.activeElement.matches('body, main, nav *')) && document.querySelector('[role=dialog]') === null;
    if (begin === undefined || count === 0) return;
    const row = Math.min(begin, count - 1);
    if (row > 0) virtual.scrollToIndex(row, { align: 'center' });
    if (free) focusCell({ row, column: 0 });
  });
  const counted = pages.begun;
  useEffect(() => { if (counted) takeUp(); }, [counted]);
  const keyDown = (event: KeyboardEvent) => {
    const row = rowAt(pages, focus.row);
    const size = { rows: count, columns: shown, page: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 300) - 30) / height) - 1) };
    const to = moved(focus, event, size);
    if (to) {
      event.preventDefault();
      if (event.shiftKey && to.row >= 0) selection.extend(focus.row, to.row);
      focusCell(to);
    } else if (event.code === 'Enter' && !event.ctrlKey && !event.altKey && row && onOpen) {
      event.preventDefault();
      onOpen(row);
    } else if (event.code === 'Space' && focus.row >= 0 && choosing) {
      event.preventDefault();
      if (event.shiftKey) selection.extend(focus.row, focus.row);
      else selection.toggle(focus.row);
    }
  };

  const nothing = !stale && count === 0 && refusals.length === 0 && !fault;
  return (
    <div className={styles['whole']} data-list={list}>
      <div className={styles['above']}>
        {tools}
        <output>
          {stale && pages.total === null ? t('components.grid.loading') : pages.total === null
            ? t('components.grid.atLeast', { n: showNumber(Math.max(0, count - 1)) })
            : t('components.grid.rows', { count: pages.total, n: showNumber(pages.total) })}
          {selection.count > 0 && ` · ${t('components.grid.selected', { count: selection.count })}`}
        </output>
        <div className={styles['aboveEnd']}>
          <ColumnChooser columns={columns} hidden={layout.hidden} dense={dense} onHidden={(hidden) => change({ hidden })} onDense={(next) => change({ dense: next })} onMove={move} onReset={reset} />
        </div>
      </div>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- rows stand apart and scroll: no table element lays that out */}
      <div ref={scroller} className={styles['grid']} role="grid" aria-label={label} aria-rowcount={pages.total === null ? -1 : count + 1} aria-colcount={shown}
        aria-busy={stale} aria-multiselectable={choosing} tabIndex={-1}>
        <GridHeader table={table} byId={byId} sort={sort} onSort={(next) => change({ sort: next })} onMove={move}
          focusAt={focus.row === -1 || count === 0 ? focus.column : -1} onFocus={(column) => focusOn({ row: -1, column })} onKeyDown={keyDown} />
        <GridBody table={table} byId={byId} items={items} height={virtual.getTotalSize()} rowHeight={height} focus={focus} onFocus={focusOn} onKeyDown={keyDown}
          isSelected={(row) => selection.has(rowId(row))} onChoose={selection} {...(onOpen ? { onOpen } : {})} />
        {nothing && (empty ?? <Empty>{t('components.grid.empty')}</Empty>)}
      </div>
    </div>
  );
}
