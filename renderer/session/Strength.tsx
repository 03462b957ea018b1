import { useTexts } from '../language/texts.ts';
import type { Judged } from './useStrength.ts';
import styles from './Gate.module.css';

/** A plain word about a passphrase while it is typed, and what would help; main decides when it is sent. */
export function Strength({ passphrase, judged }: { readonly passphrase: string; readonly judged: Judged | undefined }) {
  const { t } = useTexts();
  const words = passphrase === '' ? t('session.strength.rule') : judged === undefined ? t('session.strength.judging') : t(`session.strength.${judged.strength}`);
  return (
    <div className={styles['strength']} data-weak={judged?.strength === 'weak' && passphrase !== '' ? '' : undefined} aria-live="polite">
      {words}{judged?.why && passphrase !== '' && <>. {t(`session.strength.why.${judged.why}`)}</>}
    </div>
  );
}
