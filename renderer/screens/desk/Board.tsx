import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { useTexts } from '../../language/texts.ts';
import styles from './desk.module.css';

export interface BoardRow {
  readonly key: string;
  /** Said to those who do not see the row. */
  readonly name: string;
  readonly content: ReactNode;
  /** Undefined where another role acts. */
  readonly open: (() => void) | undefined;
}

const buttonsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('button') ?? [])];

/** Rows that each lead somewhere: arrows move, Enter opens, a digit opens the row of that number while the board has the focus. */
export function Board({ rows, label, takesFocus }: { readonly rows: readonly BoardRow[]; readonly label: string; readonly takesFocus: boolean }) {
  const { t } = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const first = rows[0]?.key;
  // Only where nothing else has been chosen yet: a new answer of main does not pull the focus away.
  useEffect(() => { if (takesFocus && first !== undefined && document.activeElement === document.body) buttonsIn(list.current)[0]?.focus(); }, [takesFocus, first]);
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const own = buttonsIn(list.current);
    const at = own.findIndex((each) => each === document.activeElement);
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: own.length - 1 };
    const to = steps[event.code];
    if (digit !== undefined) rows[Number(digit) - 1]?.open?.();
    else if (to !== undefined) own[Math.max(0, Math.min(own.length - 1, to))]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows and digits move among the list's buttons
    <ol ref={list} className={styles['board']} aria-label={label} onKeyDown={key}>
      {rows.map((row, at) => (
        <li key={row.key}>
          {row.open
            ? <button type="button" className={styles['row']} aria-label={t('desk.openRow', { what: row.name })} onClick={row.open}>
              {row.content}<span className={styles['number']} aria-hidden>{at < 9 && at + 1}</span><Icon name="right" size={12} />
            </button>
            : <div className={styles['row']}>{row.content}<span className={styles['dim']}>{t('desk.notYours')}</span></div>}
        </li>
      ))}
    </ol>
  );
}
