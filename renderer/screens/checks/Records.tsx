import type { ReactNode } from 'react';
import { StatusBadge, type Tone } from '../../components/badges.tsx';
import { useTexts } from '../../language/texts.ts';
import styles from './checks.module.css';

type Column = 'kind' | 'object' | 'date' | 'result' | 'document' | 'next' | 'state' | 'tool' | 'number' | 'issuer' | 'from' | 'to' | 'official' | 'means' | 'code' | 'powers';
type State = 'later' | 'due' | 'overdue' | 'inOffice' | 'notInOffice';

interface Row {
  readonly id: string;
  /** Null where a later record of the same object counts. */
  readonly state: State | null;
  /** One for each column but the last, which is the state. */
  readonly cells: readonly string[];
  readonly act?: ReactNode;
}

const tones: Readonly<Record<State, Tone>> = { later: 'good', due: 'warn', overdue: 'bad', inOffice: 'good', notInOffice: 'neutral' };

/** Records newest first; of those that a later one took the place of the state is empty. */
export function Records({ label, columns, rows }: { readonly label: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] }) {
  const { t } = useTexts();
  if (rows.length === 0) return <p className={styles['dim']}>{t('checks.none')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled sideways with the keyboard where it is narrow
    <section className={styles['scroll']} aria-label={label} tabIndex={0}>
      <table className={styles['table']}>
        <thead><tr>{columns.map((each) => <th key={each} scope="col">{t(`checks.columns.${each}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ id, state, cells, act }) => (
            <tr key={id} data-past={state === null || undefined}>
              {columns.slice(0, -1).map((column, at) => <td key={column}>{cells[at]}</td>)}
              <td>{state !== null && <StatusBadge tone={tones[state]}>{t(`checks.states.${state}`)}</StatusBadge>} {act}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
