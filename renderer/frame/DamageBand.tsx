import { Button } from '../components/Button.tsx';
import { Note } from '../components/notes.tsx';
import { useTexts } from '../language/texts.ts';
import { go } from './router.ts';
import { useDamage } from './useDamage.ts';
import { useSession } from './session.ts';
import styles from './Frame.module.css';

/** On every screen while a part of the vault is damaged: what is shown is not all that there was. */
export function DamageBand({ here }: { readonly here: string | undefined }) {
  const { t } = useTexts();
  const { status } = useSession();
  const report = useDamage();
  if (status.reading === null && (report === undefined || report.damage.length === 0)) return null;
  return (
    <div className={styles['banner']}>
      <Note tone="error" actions={here === 'officers' ? undefined : <Button onClick={() => go('officers')}>{t('frame.damage.go')}</Button>}>
        <strong>{t('frame.damage.title')}</strong>
        <span>{t(status.reading === null ? 'frame.damage.what' : 'frame.damage.reading')}</span>
      </Note>
    </div>
  );
}
