import styles from './journal.module.css';

/** A hash in groups of four, as it is compared aloud and with paper. */
export function Hash({ hash }: { readonly hash: string }) {
  return <code className={styles['hash']}>{hash.match(/.{1,4}/g)?.join(' ') ?? hash}</code>;
}
