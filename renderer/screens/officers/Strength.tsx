import { useTexts } from '../../language/texts.ts';
import { leastLength, strengthOf } from '../../session/strength.ts';
import styles from './officers.module.css';

/** A plain word about a passphrase while it is typed; main judges when it is sent. */
export function Strength({ passphrase }: { readonly passphrase: string }) {
  const { t } = useTexts();
  const strength = strengthOf(passphrase);
  const weak = passphrase !== '' && (strength === 'tooShort' || strength === 'oneKind');
  return (
    <div className={styles['strength']} data-weak={weak || undefined} aria-live="polite">
      {passphrase === '' ? t('session.strength.rule', { count: leastLength }) : t(`session.strength.${strength}`, { count: leastLength })}
    </div>
  );
}
