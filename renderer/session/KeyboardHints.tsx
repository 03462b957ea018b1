import { useTexts } from '../language/texts.ts';
import type { KeyboardState } from './useKeyboardState.ts';
import styles from './Gate.module.css';

export function KeyboardHints({ caps, script }: KeyboardState) {
  const { t } = useTexts();
  return (
    <div className={styles['hints']} aria-live="polite">
      <span>{t(`session.layout.${script ?? 'unknown'}`)}</span>
      {caps && <span className={styles['caps']}>{t('session.capsLock')}</span>}
    </div>
  );
}
