import { Definitions, Panel } from '../../components/layout.tsx';
import { useSession } from '../../frame/session.ts';
import { showDateTime, showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Summary } from './figures.ts';
import styles from './desk.module.css';

/** Who works here, and who was here before: an officer who sees an unlocking they do not know of asks (Art. 11). */
export function Held({ materials, backup }: { readonly materials: number | undefined; readonly backup: Summary['backup'] | undefined }) {
  const { t } = useTexts();
  const { status, officer } = useSession();
  const last = status.lastUnlock;
  return (
    <Panel title={t('desk.held.title')}>
      <Definitions rows={[
        [t('desk.held.officer'), `${officer.name}\n${t(`frame.roles.${officer.role}`)}`],
        [t('desk.held.lastUnlock'), last ? `${showDateTime(last.at)}, ${last.login}` : t('desk.held.first')],
        [t('desk.held.materials'), materials === undefined ? '' : showNumber(materials)],
        [t('desk.held.backup'), backup === undefined ? '' : backup.days === null ? t('desk.held.noBackup') : t('desk.held.backupDays', { count: backup.days })],
      ]} />
      {last && <p className={styles['dim']}>{t('desk.held.notYou')}</p>}
    </Panel>
  );
}
