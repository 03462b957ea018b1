import type { ReactNode } from 'react';
import { go } from '../../frame/router.ts';
import styles from './common.module.css';

/** A registration number that leads to the card of its material. */
export function CardLink({ materialId, children }: { readonly materialId: string; readonly children: ReactNode }) {
  return <button type="button" className={styles['link']} onClick={() => go('card', { materialId })}>{children}</button>;
}
