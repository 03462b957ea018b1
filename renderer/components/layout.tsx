import { useId, type ReactNode } from 'react';
import styles from './small.module.css';

/** A named part of a screen. `within`: of a part that has a name already, so that it is no region of its own. */
export function Panel({ title, actions, children, bare = false, within = false }: {
  readonly title?: ReactNode; readonly actions?: ReactNode; readonly children: ReactNode; readonly bare?: boolean; readonly within?: boolean;
}) {
  const id = useId();
  return (
    <section className={styles['panel']} {...(title === undefined || within ? {} : { 'aria-labelledby': id })}>
      {title !== undefined && (
        <div className={styles['panelHead']}>
          <h2 className={styles['panelTitle']} id={id}>{title}</h2>
          {actions && <div className={styles['panelActions']}>{actions}</div>}
        </div>
      )}
      {bare ? children : <div className={styles['panelBody']}>{children}</div>}
    </section>
  );
}

export function Toolbar({ label, children, end }: { readonly label: string; readonly children: ReactNode; readonly end?: ReactNode }) {
  return (
    <fieldset className={styles['toolbar']} aria-label={label}>
      {children}
      {end && <div className={styles['toolbarEnd']}>{end}</div>}
    </fieldset>
  );
}

/** Label and value, row by row: a card's requisites. Rows whose value is empty say so with a dash. */
export function Definitions({ rows }: { readonly rows: readonly (readonly [label: ReactNode, value: ReactNode])[] }) {
  return (
    <dl className={styles['definitions']}>
      {rows.map(([label, value], at) => [
        // oxlint-disable-next-line react/no-array-index-key -- rows have no identity but their order
        <dt key={`t${at}`}>{label}</dt>, <dd key={`d${at}`}>{value === '' || value === null || value === undefined ? '—' : value}</dd>,
      ])}
    </dl>
  );
}

export interface TimelineItem { readonly key: string; readonly when: string; readonly title: ReactNode; readonly more?: ReactNode }

/** What happened, in order. `when` is a civil date and time already shown in words. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className={styles['timeline']}>
      {items.map((item) => (
        <li key={item.key}>
          <div>{item.title}</div>
          <div className={styles['when']}>{item.when}</div>
          {item.more && <div>{item.more}</div>}
        </li>
      ))}
    </ol>
  );
}
