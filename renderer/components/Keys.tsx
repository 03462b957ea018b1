import { Kbd } from '@mantine/core';
import { keysOf, shortcutOf } from '../shortcuts/table.ts';
import styles from './small.module.css';

/** Key caps as given, of a chord that stands for one of several: `Ctrl` `3`. */
export function KeyCaps({ caps }: { readonly caps: readonly string[] }) {
  return <span className={styles['chord']}>{caps.map((cap) => <Kbd key={cap} size="xs" ff="inherit">{cap}</Kbd>)}</span>;
}

/** The key caps of a shortcut of the table. */
export function Keys({ shortcut, all = false }: { readonly shortcut: string; readonly all?: boolean }) {
  const caps = (shortcutOf(shortcut)?.chords ?? []).map((chord) => keysOf(chord));
  const distinct = caps.filter((each, at) => caps.findIndex((other) => other.join('+') === each.join('+')) === at);
  const shown = all ? distinct : distinct.slice(0, 1);
  return (
    <span className={styles['keys']}>
      {shown.map((chord) => (
        <KeyCaps key={chord.join('+')} caps={chord} />
      ))}
    </span>
  );
}
