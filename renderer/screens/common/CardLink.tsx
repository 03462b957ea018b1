import type { ReactNode } from 'react';
import styles from './common.module.css';
import { useGo } from './here.ts';

/** A registration number that leads to the card of its material. */
export function CardLink({ materialId, children }: { readonly materialId: string; readonly children: ReactNode }) {
  const go = useGo();
  return <button type="button" className={styles['link']} onClick={() => go('card', { materialId })}>{children}</button>;
}
