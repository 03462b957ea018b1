import { Button } from '../../components/Button.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { HeaderNote } from '../../session/HeaderNote.tsx';
import { CheckResult } from '../journal/CheckResult.tsx';
import { useCheck } from '../journal/useCheck.ts';
import styles from './officers.module.css';

/** What the vault is, and whether it is whole (R11.4). */
export function VaultPanel({ mayCheck }: { readonly mayCheck: boolean }) {
  const { t } = useTexts();
  const { status } = useSession();
  const check = useCheck();
  return (
    <Panel title={t('officers.vault.title')}>
      <div className={styles['stack']}>
        {status.demonstration && <Note tone="warn">{t('officers.vault.demonstration')}</Note>}
        <HeaderNote status={status} />
        <Definitions rows={[
          [t('officers.vault.version'), status.version],
          [t('officers.vault.now'), showDateTime(status.now)],
          [t('officers.vault.idle'), t('officers.vault.minutes', { count: status.idleMinutes })],
          [t('officers.vault.lastUnlock'), status.lastUnlock ? `${showDateTime(status.lastUnlock.at)}, ${status.lastUnlock.login}` : ''],
        ]} />
        {mayCheck && (
          <>
            <p className={styles['dim']}>{t('session.paper.printWhat')}</p>
            <div><Button icon="print" onClick={() => go('print', { form: 'H1' })}>{t('session.paper.print')}</Button></div>
            <p className={styles['dim']}>{t('officers.vault.checkWhat')}</p>
            <div><Button icon="shield" onClick={check.run} busy={check.running}>{t('officers.vault.check')}</Button></div>
            <CheckResult check={check} />
          </>
        )}
      </div>
    </Panel>
  );
}
