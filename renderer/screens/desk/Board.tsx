import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { Panel } from '../../components/layout.tsx';
import { useTexts } from '../../language/texts.ts';
import styles from './desk.module.css';

export interface BoardRow {
  readonly key: string;
  readonly content: ReactNode;
  /** Undefined where another role acts. */
  readonly open: (() => void) | undefined;
}

export interface BoardPart { readonly title: string; readonly rows: readonly BoardRow[]; readonly empty?: ReactNode }

const buttonsIn = (board: HTMLElement | null) => [...(board?.querySelectorAll<HTMLElement>('ol button') ?? [])];

function Row({ row, number }: { readonly row: BoardRow; readonly number: number }) {
  const { t } = useTexts();
  if (!row.open) return <div className={styles['row']}>{row.content}<span className={styles['dim']}>{t('desk.notYours')}</span></div>;
  return (
    <button type="button" className={styles['row']} onClick={row.open}>
      {row.content}<span className={styles['number']} aria-hidden>{number < 10 && number}</span><Icon name="right" size={12} />
    </button>
  );
}

/** Rows that each lead somewhere: arrows move, Enter opens, a digit opens the row of that number while the board has the focus. */
export function Board({ parts }: { readonly parts: readonly BoardPart[] }) {
  const board = useRef<HTMLDivElement>(null);
  const all = parts.flatMap(({ rows }) => rows);
  const begun = all.length > 0;
  // Only where nothing else has been chosen yet: a new answer of main does not pull the focus away.
  useEffect(() => { if (begun && document.activeElement === document.body) buttonsIn(board.current)[0]?.focus(); }, [begun]);
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const own = buttonsIn(board.current);
    const at = own.findIndex((each) => each === document.activeElement);
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: own.length - 1 };
    const to = steps[event.code];
    if (digit !== undefined) all[Number(digit) - 1]?.open?.();
    else if (to !== undefined) own[Math.max(0, Math.min(own.length - 1, to))]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows and digits move among its buttons
    <div ref={board} className={styles['column']} onKeyDown={key}>
      {parts.map(({ title, rows, empty }) => (
        <Panel key={title} title={title} bare>
          {rows.length === 0 ? empty : (
            <ol className={styles['board']} aria-label={title}>{rows.map((row) => <li key={row.key}><Row row={row} number={all.indexOf(row) + 1} /></li>)}</ol>
          )}
        </Panel>
      ))}
    </div>
  );
}
