import { Kbd } from '@mantine/core';
import { keysOf, shortcutOf } from '../shortcuts/table.ts';
import styles from './small.module.css';

/** The key caps of a shortcut of the table. */
export function Keys({ shortcut, all = false }: { readonly shortcut: string; readonly all?: boolean }) {
  const caps = (shortcutOf(shortcut)?.chords ?? []).map((chord) => keysOf(chord));
  const distinct = caps.filter((each, at) => caps.findIndex((other) => other.join('+') === each.join('+')) === at);
  const shown = all ? distinct : distinct.slice(0, 1);
  return (
    <span className={styles['keys']}>
      {shown.map((chord) => (
        <span key={chord.join('+')} className={styles['chord']}>
          {chord.map((cap) => <Kbd key={cap} size="xs" ff="inherit">{cap}</Kbd>)}
        </span>
      ))}
    </span>
  );
}
