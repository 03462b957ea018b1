import { Button } from '../components/Button.tsx';
import { Note } from '../components/notes.tsx';
import { registry } from '../contract/client.ts';
import { useQuestion } from '../contract/hooks.ts';
import { showDate } from '../language/dates.ts';
import { useTexts } from '../language/texts.ts';
import { go } from './router.ts';
import { useSession } from './session.ts';
import styles from './Frame.module.css';

const nothing = {};
const touching = ['session'];

/** An expired certificate of the program (R10.3), to everybody; overdue checks (R12.4), to those who answer for them. */
export function CertificateBand({ here }: { readonly here: string | undefined }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value } = useQuestion(registry.checks.due, nothing, touching);
  if (value === undefined || (value.certified && value.overdue === 0)) return null;
  const watches = officer.role === 'director' || officer.role === 'security';
  return (
    <div className={styles['banner']}>
      <Note tone={value.certified ? 'warn' : 'error'} actions={watches && here !== 'checks' ? <Button onClick={() => go('checks')}>{t('checks.goThere')}</Button> : undefined}>
        {!value.certified && <strong>{t('checks.expired', { date: value.certifiedTo === null ? '' : showDate(value.certifiedTo) })}</strong>}
        {value.overdue > 0 && <span>{t('checks.overdue', { count: value.overdue })}</span>}
      </Note>
    </div>
  );
}
