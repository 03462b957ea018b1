import type { KeyboardEvent, ReactNode } from 'react';
import styles from './PickList.module.css';

/** A list at the side and what is chosen in it beside; one below the other where it is narrow. */
export function Sides({ children }: { readonly children: ReactNode }) {
  return <div className={styles['sides']}>{children}</div>;
}

/** A short list in which arrows choose; what is chosen is shown beside it. Long lists are the grid's. */
export function PickList<Row>({ label, rows, idOf, chosen, onChoose, children }: {
  readonly label: string; readonly rows: readonly Row[]; readonly idOf: (row: Row) => string;
  readonly chosen: string | undefined; readonly onChoose: (id: string) => void; readonly children: (row: Row) => ReactNode;
}) {
  const at = Math.max(0, rows.findIndex((row) => idOf(row) === chosen));
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
    const to = event.altKey || event.ctrlKey ? undefined : steps[event.code];
    const next = to === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(idOf(next));
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-option="${CSS.escape(idOf(next))}"]`)?.focus();
  };
  if (rows.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- rows of several parts, which no select holds
    <div role="listbox" aria-label={label} className={styles['list']}>
      {rows.map((row, place) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
        <div key={idOf(row)} role="option" aria-selected={idOf(row) === chosen} tabIndex={place === at ? 0 : -1} data-option={idOf(row)}
          className={styles['option']} onClick={() => onChoose(idOf(row))} onKeyDown={key}>{children(row)}</div>
      ))}
    </div>
  );
}
