import type { ReactNode } from 'react';
import { Icon } from '../components/Icon.tsx';
import { Band, DemonstrationMark } from '../frame/Bands.tsx';
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx';
import { useTexts } from '../language/texts.ts';
import styles from './Gate.module.css';

/** What stands before the registry: nothing of the vault shows here but its door. */
export function Gate({ title, children, demonstration = false, wide = false, version }: {
  readonly title: string; readonly children: ReactNode; readonly demonstration?: boolean; readonly wide?: boolean; readonly version?: string | undefined;
}) {
  const { t } = useTexts();
  return (
    <div className={styles['gate']}>
      <div><Band place="top" />{demonstration && <DemonstrationMark />}</div>
      <div className={styles['scroll']}>
        <main className={styles['door']} data-wide={wide || undefined}>
          <header className={styles['head']}>
            <Icon name="shield" size={28} />
            <div><div className={styles['program']}>Grif</div><div className={styles['about']}>{t('session.about')}</div></div>
            <LanguageSwitch />
          </header>
          <h1 className={styles['title']}>{title}</h1>
          {children}
        </main>
        {version && <footer className={styles['version']}>{t('session.version', { version })}</footer>}
      </div>
      <Band place="bottom" />
    </div>
  );
}
