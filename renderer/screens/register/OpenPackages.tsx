import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import type { Answer } from '#app/contract/index.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { go } from '../../frame/router.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './register.module.css';

type Row = Answer<'incoming.page'>['rows'][number];

const asked = { cursor: null, limit: 50, onlyOpen: true };

export const senderName = (sender: Row['sender']): string => (sender.kind === 'listed' ? sender.body : [sender.state, sender.nameAsWritten].filter(Boolean).join(' '));

/** Packages that were registered and from which nothing has been: what is lost before registration shows here. */
export function OpenPackages({ supplementOf }: { readonly supplementOf: string | undefined }) {
  const { t } = useTexts();
  const { value, refusals, fault, again } = useQuestion(registry.incoming.page, asked, ['materials']);
  const resume = (packageId: string) => go('register', { packageId, ...(supplementOf === undefined ? {} : { supplementOf }) });
  return (
    <Panel title={t('register.open.title')}>
      <ErrorNote fault={fault} again={again} />
      <RefusalList refusals={refusals} />
      {value?.rows.length === 0 && <Empty icon="incoming">{t('register.open.none')}</Empty>}
      <ul className={styles['packages']}>
        {value?.rows.map((row) => (
          <li key={row.id} className={styles['package']}>
            <div>
              <strong>{row.number}</strong> {row.admission === 'notAdmitted' && <StatusBadge tone="warn">{t('register.notAdmitted')}</StatusBadge>}
              <div className={styles['dim']}>{[senderName(row.sender), row.outerNumber, showDateTime(row.receivedAt)].filter((each) => each !== '').join(' · ')}</div>
            </div>
            <Button icon="right" onClick={() => resume(row.id)} label={t('register.open.resumeOf', { number: row.number })}>{t('register.open.resume')}</Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
