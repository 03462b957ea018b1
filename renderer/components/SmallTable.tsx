import type { ReactNode } from 'react';
import styles from './small.module.css';

export interface SmallRow { readonly key: string; readonly cells: readonly ReactNode[] }

/**
 * A table of a few rows that lie there whole: carriers, transfers, a material's journal. Long lists are `RegistryGrid`s.
 * `ends` names the columns of numbers and acts, by place, which stand at the end of their cells.
 */
export function SmallTable({ label, titles, rows, empty, ends = [] }: {
  readonly label: string; readonly titles: readonly string[]; readonly rows: readonly SmallRow[]; readonly empty: ReactNode; readonly ends?: readonly number[];
}) {
  if (rows.length === 0) return <div className={styles['nothing']}>{empty}</div>;
  const align = (at: number) => (ends.includes(at) ? 'end' : 'start');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled sideways with the keyboard where it is narrow
    <section className={styles['tableFrame']} aria-label={label} tabIndex={0}>
      <table className={styles['table']}>
        {/* oxlint-disable-next-line react/no-array-index-key -- columns have no identity but their order */}
        <thead><tr>{titles.map((title, at) => (title === '' ? <td key={at} aria-hidden /> : <th key={at} scope="col" data-align={align(at)}>{title}</th>))}</tr></thead>
        {/* oxlint-disable-next-line react/no-array-index-key -- as above */}
        <tbody>{rows.map((row) => <tr key={row.key}>{row.cells.map((cell, at) => <td key={at} data-align={align(at)}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </section>
  );
}
