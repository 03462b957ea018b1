import { useEffect, useRef } from 'react';
import { useTexts } from '../../language/texts.ts';
import { Button } from '../Button.tsx';
import { Note } from '../notes.tsx';
import styles from './form.module.css';
import type { Leaving } from './useLeaving.ts';

/** Asked where leaving would lose what was typed. The key at hand goes back to the form. */
export function LeaveQuestion({ leaving: { stay, leaveNow } }: { readonly leaving: Leaving }) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.querySelector('button')?.focus(); }, []);
  return (
    <div ref={box}>
      <Note tone="warn" actions={<div className={styles['draftActions']}><Button onClick={stay}>{t('components.form.stay')}</Button><Button tone="danger" onClick={leaveNow}>{t('components.form.leave')}</Button></div>}>
        <strong>{t('components.form.leaving')}</strong>
      </Note>
    </div>
  );
}
