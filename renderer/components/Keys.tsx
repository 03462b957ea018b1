import { Kbd } from '@mantine/core';
import { keysOf, shortcutOf } from '../shortcuts/table.ts';
import styles from './small.module.css';

/** The key caps of a shortcut of the table. */
export function Keys({ shortcut, all = false }: { readonly shortcut: string; readonly all?: boolean }) {
  const chords = shortcutOf(shortcut)?.chords ?? [];
  const shown = all ? chords : chords.slice(0, 1);
  return (
    <span className={styles['keys']}>
      {shown.map((chord) => (
        <span key={keysOf(chord).join('+')} className={styles['chord']}>
          {keysOf(chord).map((cap) => <Kbd key={cap} size="xs">{cap}</Kbd>)}
        </span>
      ))}
    </span>
  );
}
