import type { ReactNode } from 'react';
import styles from './small.module.css';

/** Words that lead to another screen: in a table or in running text, where a button would push the lines apart. */
export function LinkButton({ children, onClick }: { readonly children: ReactNode; readonly onClick: () => void }) {
  return <button type="button" className={styles['link']} onClick={onClick}>{children}</button>;
}
