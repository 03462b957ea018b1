import { Progress as KitProgress } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './small.module.css';

/** A long step. `total` 0: how much is left is not known. */
export function Progress({ label, done, total, children }: { readonly label: string; readonly done: number; readonly total: number; readonly children?: ReactNode}) {
  const share = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : undefined;
  return (
    <div className={styles['progress']}>
      <div className={styles['progressText']}><span>{label}</span><span>{children ?? (share === undefined ? '' : `${share} %`)}</span></div>
      <KitProgress value={share ?? 100} animated={share === undefined} striped={share === undefined} aria-label={label} size="sm" />
    </div>
  );
}
