import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { useTexts } from '../../language/texts.ts';
import styles from './common.module.css';

/** The pane beside a list: takes the focus when it opens, Esc closes it. */
export function DetailPane({ label, title, onClose, children }: { readonly label: string; readonly title: ReactNode; readonly onClose: () => void; readonly children: ReactNode }) {
  const { t } = useTexts();
  const pane = useRef<HTMLElement>(null);
  useEffect(() => { pane.current?.focus(); }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes the pane from anywhere in it
    <section ref={pane} tabIndex={-1} className={styles['detail']} aria-label={label} data-pane=""
      onKeyDown={(event) => {
        if (event.code !== 'Escape' || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
        event.preventDefault();
        onClose();
      }}>
      <Panel within title={title} actions={<IconButton icon="close" label={t('components.close')} onClick={onClose} />}><div className={styles['stack']}>{children}</div></Panel>
    </section>
  );
}

/** Back to the pane once a button in it has gone. */
export const focusPane = (): void => document.querySelector<HTMLElement>('[data-pane]')?.focus();
