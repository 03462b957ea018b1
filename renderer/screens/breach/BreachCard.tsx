import { useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { Button } from '../../components/Button.tsx';
import { GrifBadge, StatusBadge } from '../../components/badges.tsx';
import { Definitions } from '../../components/layout.tsx';
import { useSession } from '../../frame/session.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { CardLink } from '../common/CardLink.tsx';
import common from '../common/common.module.css';
import { BreachClock } from './BreachClock.tsx';
import { BreachFile } from './BreachFile.tsx';
import { BreachNotice } from './BreachNotice.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { CompleteNotices } from './CompleteNotices.tsx';
import styles from './breach.module.css';

export type Breach = Answer<'incidents.list'>[number];

/** One breach: its clock, its facts, what is frozen, and the notices with the next step of each. */
export function BreachCard({ breach, now, here, onShow, nameOf }: {
  readonly breach: Breach; readonly now: string; readonly here: boolean; readonly onShow: () => void; readonly nameOf: (code: string) => string;
}) {
  const { t } = useTexts();
  const { officer } = useSession();
  const [closing, setClosing] = useState(false);
  return (
    <section className={styles['card']} data-here={here} aria-label={t('breach.one', { number: breach.number })}>
      <div className={common['actions']}>
        <strong>{t('breach.one', { number: breach.number })}</strong>
        <GrifBadge degree={breach.degree} />
        <StatusBadge tone={breach.status === 'open' ? 'bad' : 'neutral'}>{t(`breach.status.${breach.status}`)}</StatusBadge>
      </div>
      {breach.status === 'open' && <BreachClock discoveredAt={breach.discoveredAt} now={now} />}
      <Definitions rows={[
        [t('breach.kind'), `${t(`breach.kinds.${breach.kind}`)} · ${t(`breach.objects.${breach.object}`)} · ${t(`breach.origins.${breach.origin}`)}`],
        [t('breach.discovered'), showDateTime(breach.discoveredAt)],
        [t('breach.openedAt'), `${showDateTime(breach.openedAt)} · ${breach.officer}`],
        [t('breach.facts'), breach.facts],
        ...(breach.measures === '' ? [] : [[t('breach.measures'), breach.measures] as const]),
        [t(breach.closed === null ? 'breach.frozen' : 'breach.released'), (
          <span key="m" className={common['actions']}>{breach.materials.map(({ id, regNo }) => <CardLink key={id} materialId={id}>{regNo}</CardLink>)}</span>
        )],
        ...(breach.closed === null ? [] : [
          [t('breach.closedAt'), `${showDateTime(breach.closed.at)} · ${breach.closed.officer}, ${breach.closed.second}`] as const,
          [t('breach.result'), `${breach.closed.result}\n${breach.closed.document.number}, ${showDate(breach.closed.document.date)}`] as const,
        ]),
      ]} />
      {here && <BreachFile breach={breach} nameOf={nameOf} />}
      {breach.incomplete && <CompleteNotices incidentId={breach.id} />}
      {breach.status === 'open' && officer.role === 'director' && <div className={common['actions']}><Button icon="check" label={`${t('breach.close.act')} ${breach.number}`} onClick={() => setClosing(true)}>{t('breach.close.act')}</Button></div>}
      {closing && <CloseDialog incidentId={breach.id} number={breach.number} degree={breach.degree} onClose={() => setClosing(false)} />}
      <h3 className={styles['small']}>{t('breach.notices', { count: breach.notices.length })}</h3>
      {here ? (
        <ul className={common['list']} aria-label={t('breach.noticesOf', { number: breach.number })}>
          {breach.notices.map((notice) => <BreachNotice key={notice.id} notice={notice} nameOf={nameOf} />)}
        </ul>
      ) : <Button tone="quiet" icon="notice" label={t('breach.showNoticesOf', { number: breach.number })} onClick={onShow}>{t('breach.showNotices')}</Button>}
    </section>
  );
}
