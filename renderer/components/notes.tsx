import type { ReactNode } from 'react';
import { useTexts } from '../language/texts.ts';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import styles from './small.module.css';

const icons: Readonly<Record<'error' | 'warn' | 'info', IconName>> = { error: 'breach', warn: 'breach', info: 'info' };

/** A note that stands in the page. `error` and `warn` are announced. */
export function Note({ tone, children, actions }: { readonly tone: 'error' | 'warn' | 'info'; readonly children: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className={styles['note']} data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
      <Icon name={icons[tone]} />
      <div className={styles['noteBody']}>{children}</div>
      {actions}
    </div>
  );
}

/** Main gave no answer: what happened, what is safe, what to do. */
export function ErrorNote({ fault, again }: { readonly fault: Error | undefined; readonly again?: () => void }) {
  const { t } = useTexts();
  if (!fault) return null;
  return (
    <Note tone="error" actions={again ? <Button onClick={again} icon="refresh">{t('components.again')}</Button> : undefined}>
      <strong>{t('components.fault.what')}</strong>
      <span>{t('components.fault.safe')}</span>
      <code>{fault.message}</code>
    </Note>
  );
}

export function Empty({ children, icon = 'list', actions }: { readonly children: ReactNode; readonly icon?: IconName; readonly actions?: ReactNode }) {
  return <div className={styles['empty']}><Icon name={icon} size={28} /><div>{children}</div>{actions}</div>;
}
