import { useState, type ReactNode } from 'react';
import { RegistryGrid } from '../../components/grid/RegistryGrid.tsx';
import styles from './common.module.css';

type GridProps<R extends { readonly id: string }> = Omit<Parameters<typeof RegistryGrid<R>>[0], 'rowId' | 'onOpen'>;

/**
 * A list, and beside it the pane of the row that lies open. Closing the pane gives the focus back to the row that it came from.
 * `bar`: the filters above the list. The caller holds what lies open, since it is part of the way.
 */
export function MasterDetail<R extends { readonly id: string }>({ grid, open, onOpen, bar, children }: {
  readonly grid: GridProps<R>;
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly bar?: ReactNode;
  readonly children: (id: string, close: () => void) => ReactNode;
}) {
  const [list, setList] = useState<HTMLDivElement | null>(null);
  const close = () => {
    onOpen(undefined);
    requestAnimationFrame(() => list?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus());
  };
  return (
    <div className={styles['masterDetail']} data-open={open}>
      <div className={styles['master']} data-bar={bar === undefined ? undefined : ''} ref={setList}>
        {bar}
        <RegistryGrid<R> {...grid} rowId={(row) => row.id} onOpen={(row) => onOpen(row.id)} />
      </div>
      {open !== undefined && children(open, close)}
    </div>
  );
}
