import { Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { useTexts } from '../../language/texts.ts';
import { OpenPackages } from './OpenPackages.tsx';
import { PackageForm } from './PackageForm.tsx';
import styles from './register.module.css';

export function PackageStep({ supplementOf }: { readonly supplementOf: string | undefined }) {
  const { t } = useTexts();
  return (
    <div className={styles['step']}>
      {supplementOf !== undefined && <Note tone="info">{t('register.package.asSupplement')}</Note>}
      <div className={styles['two']}>
        <Panel title={t('register.package.title')}><PackageForm supplementOf={supplementOf} /></Panel>
        <OpenPackages supplementOf={supplementOf} />
      </div>
    </div>
  );
}
