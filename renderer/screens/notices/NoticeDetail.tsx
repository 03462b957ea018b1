import { useState } from 'react';
import { letterKinds, type LetterKind } from '#app/notices/kinds.ts';
import { Button } from '../../components/Button.tsx';
import { GrifBadge } from '../../components/badges.tsx';
import { Definitions } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useCommand, useQuestion } from '../../contract/hooks.ts';
import { go } from '../../frame/router.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { useSession } from '../../frame/session.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from '../common/common.module.css';
import { DetailPane, focusPane } from '../common/DetailPane.tsx';
import { AcknowledgeForm } from './AcknowledgeForm.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { ConsentAsked } from './ConsentAsked.tsx';
import { NoticeLines } from './NoticeLines.tsx';
import { NoticeStatus } from './NoticeStatus.tsx';
import { RestrictionChange } from './RestrictionChange.tsx';
import { printNotice } from './printNotice.ts';

/** Main decides; where it never may, the button is not offered. */
const mayCancel = (kind: LetterKind) => !letterKinds[kind].mustBeSent || letterKinds[kind].exchangeOnly;

/** One notice: what its addressee will read, and the next step of it. */
export function NoticeDetail({ noticeId, onClose, nameOf }: { readonly noticeId: string; readonly onClose: () => void; readonly nameOf: (code: string) => string }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value: card, refusals, fault, again } = useQuestion(registry.notices.card, { noticeId });
  const issue = useCommand(registry.notices.issue);
  const [cancelling, setCancelling] = useState(false);
  useScreenGrif(card?.row.degree);

  const mayAct = officer.role === 'registrar' || officer.role === 'director';
  const row = card?.row;
  const send = async () => {
    const done = await issue.run({ noticeId });
    if (done) toast(t('notices.issued', { number: done.number }));
    focusPane();
  };
  return (
    <DetailPane label={t('notices.one')} title={row ? `${t(`notices.kind.${row.kind}`)} ${row.number ?? ''}` : t('notices.one')} onClose={onClose}>
      <ErrorNote fault={fault} again={again} />
      <RefusalList refusals={refusals} />
          {card && row && (
            <>
              <Definitions rows={[
                [t('notices.columns.status'), <NoticeStatus key="s" row={row} />],
                [t('notices.columns.addressee'), nameOf(row.addressee)],
                [t('notices.columns.number'), row.number ?? t('notices.noNumber')],
                [t('notices.columns.degree'), row.degree === null ? t('notices.unclassified') : <GrifBadge key="g" degree={row.degree} full />],
                [t('notices.columns.draftedAt'), `${showDateTime(row.draftedAt)} · ${card.officer}`],
                ...(row.dueOn === null ? [] : [[row.issuedAt === null ? t('notices.issueBy') : t('notices.answerBy'), showDate(row.dueOn)] as const]),
                ...(row.issuedAt === null ? [] : [[t('notices.columns.issuedAt'), showDateTime(row.issuedAt)] as const]),
                ...(row.acknowledgedOn === null ? [] : [[t('notices.acknowledgedOn'), [showDate(row.acknowledgedOn), card.acknowledgedBy].filter(Boolean).join(' · ')] as const]),
                ...(card.sender === null ? [] : [[t('notices.sender'), card.sender] as const]),
                ...(card.cancelled === null ? [] : [[t('notices.cancelledWhy'), card.cancelled] as const]),
              ]} />
              <NoticeLines card={card} />
              {card.particulars?.kind === 'restrictionChange' && <RestrictionChange change={card.particulars} nameOf={nameOf} />}
              {card.particulars?.kind === 'consentRequest' && <ConsentAsked asked={card.particulars} nameOf={nameOf} />}
              <RefusalList refusals={issue.refusals} />
              <ErrorNote fault={issue.fault} />
              <div className={styles['actions']}>
                {mayAct && row.status === 'draft' && <Button tone="main" icon="notice" busy={issue.running} onClick={() => void send()}>{t('notices.issue')}</Button>}
                {row.status !== 'cancelled' && officer.role !== 'analyst' && <Button icon="print" onClick={() => printNotice(row)}>{t('notices.print')}</Button>}
                {mayAct && row.status === 'draft' && mayCancel(row.kind) && <Button tone="quiet" icon="close" onClick={() => setCancelling(true)}>{t('notices.cancel')}</Button>}
                {row.kind === 'breach' && <Button tone="quiet" icon="breach" onClick={() => go('breach', {})}>{t('notices.toBreach')}</Button>}
              </div>
              {mayAct && row.status === 'issued' && <AcknowledgeForm noticeId={noticeId} onDone={() => { toast(t('notices.acknowledgedDone')); focusPane(); }} />}
            </>
          )}
      <CancelDialog noticeId={noticeId} open={cancelling} onClose={() => setCancelling(false)} />
    </DetailPane>
  );
}
