import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useCommand, useQuestion } from '../../contract/hooks.ts';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { NoticeLines } from '../notices/NoticeLines.tsx';
import { NoticeStatus } from '../notices/NoticeStatus.tsx';
import { printNotice } from '../notices/printNotice.ts';
import type { Breach } from './BreachCard.tsx';
import styles from './breach.module.css';

/** One notice of a breach with its addressee's own materials only (R14.3); issued and printed from here. */
export function BreachNotice({ notice, nameOf }: { readonly notice: Breach['notices'][number]; readonly nameOf: (code: string) => string }) {
  const { t, maybe } = useTexts();
  const { officer } = useSession();
  const { value: card, fault, refusals, again } = useQuestion(registry.notices.card, { noticeId: notice.id });
  const issue = useCommand(registry.notices.issue);
  const who = nameOf(notice.addressee);
  const send = async () => {
    const done = await issue.run({ noticeId: notice.id });
    if (done) toast(t('notices.issued', { number: done.number }));
  };
  return (
    <li className={styles['notice']}>
      <div className={common['actions']}>
        <strong>{who}</strong>
        {card ? <NoticeStatus row={card.row} /> : <StatusBadge>{maybe(`notices.status.${notice.status}`) ?? notice.status}</StatusBadge>}
        {notice.number !== null && <span>{notice.number}</span>}
        <span className={styles['end']}>
          {notice.status === 'draft' && officer.role !== 'analyst' && <Button tone="main" icon="notice" busy={issue.running} label={`${t('notices.issue')} ${notice.addressee}`} onClick={() => void send()}>{t('notices.issue')}</Button>}
          {officer.role !== 'analyst' && <Button icon="print" label={`${t('breach.print')} ${notice.addressee}`} onClick={() => printNotice({ id: notice.id, kind: 'breach' })}>{t('breach.print')}</Button>}
          <Button tone="quiet" label={`${t('breach.toNotice')} ${notice.addressee}`} onClick={() => go('notices', { noticeId: notice.id })}>{t('breach.toNotice')}</Button>
        </span>
      </div>
      {card && <NoticeLines card={card} />}
      <RefusalList refusals={[...refusals, ...issue.refusals]} />
      <ErrorNote fault={fault ?? issue.fault} again={again} />
    </li>
  );
}
