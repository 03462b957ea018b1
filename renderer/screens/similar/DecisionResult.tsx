import { useEffect, useRef } from 'react';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { go } from '../../frame/router.ts';
import { useTexts } from '../../language/texts.ts';
import type { Decided } from './DecisionForm.tsx';
import styles from './similar.module.css';

/** What a decision has drafted: one notice per addressee, each shown with its addressee's own number and nothing of the other (R7.4, R7.5). */
export function DecisionResult({ decided, rows }: { readonly decided: Decided; readonly rows: readonly MaterialRow[] }) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { notices } = decided.answer;
  const numbers = (body: string) => rows.filter((row) => row.originator === body).map((row) => row.senderNumber).join(', ');
  return (
    <div ref={place} tabIndex={-1} className={styles['result']}>
      <Panel title={t('similar.done', { decision: t(`similar.decisions.${decided.decision}`) })}>
        <p className={styles['lead']}>{t(notices.length > 0 ? 'similar.notices' : 'similar.noNotices')}</p>
        <ul className={styles['notices']}>
          {notices.map(({ noticeId, addressee }) => (
            <li key={noticeId} data-notice={noticeId}>
              <span>{t('similar.notice', { body: addressee, number: numbers(addressee) })}</span>
              <Button icon="notice" label={t('similar.toNoticeOf', { body: addressee })} onClick={() => go('notices', { noticeId })}>{t('similar.toNotice')}</Button>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
