import { Children, isValidElement, type ReactNode } from 'react';
import styles from './form.module.css';

/** Fields side by side on a grid of twelve; `spans` says how much each takes. One below the other where it is narrow or zoomed. */
export function Row({ children, spans }: { readonly children: ReactNode; readonly spans?: readonly number[] }) {
  const fields = Children.toArray(children);
  const even = Math.floor(12 / Math.max(1, fields.length));
  return (
    <div className={styles['row']}>
      {fields.map((field, at) => <div key={isValidElement(field) ? field.key : at} style={{ gridColumn: `span ${spans?.[at] ?? even}` }}>{field}</div>)}
    </div>
  );
}
