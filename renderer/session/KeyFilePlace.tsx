import { useTexts } from '../language/texts.ts';
import { MediumChooser } from '../screens/common/MediumChooser.tsx';
import styles from './Gate.module.css';

/** Where the key file lies that an account wants besides its passphrase; empty for any removable medium. */
export function KeyFilePlace({ folder, onFolder }: { readonly folder: string; readonly onFolder: (folder: string) => void }) {
  const { t } = useTexts();
  return (
    <section aria-label={t('session.keyFile.title')}>
      <p className={styles['muted']}>{t('session.keyFile.wanted')}</p>
      <MediumChooser folder={folder} onFolder={onFolder} writing={false} />
    </section>
  );
}
