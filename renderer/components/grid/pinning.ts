import type { CSSProperties } from 'react';
import { choiceColumn } from './features.ts';
import styles from './Grid.module.css';

interface Pinnable { getIsPinned: () => false | 'start' | 'end'; getStart: (region: 'start') => number; readonly id: string }

/** Class and offset of a column that stays in place while the others scroll sideways. */
export function pinning(column: Pinnable): { readonly className: string; readonly style: CSSProperties } {
  if (column.getIsPinned() !== 'start') return { className: '', style: {} };
  return {
    className: `${styles['pinned']} ${column.id !== choiceColumn ? styles['lastPinned'] : ''}`,
    style: { insetInlineStart: column.getStart('start') },
  };
}
